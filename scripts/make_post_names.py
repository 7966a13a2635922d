"""Write cablegrammar/data/posts.csv: the names that posts are referred to by, and how the ids of cables spell them.

Run `python scripts/make_post_names.py` in the checkout after a change of ../shared/reference/routing_indicators.csv or of
scripts/post_names.csv, or `python scripts/make_post_names.py --reference FOLDER` where the tables are elsewhere; then
scripts/make_posts.py, which puts the names into the grammar. Commit what both write.

Most names are the addresses of embassies, consulates and missions in the table of routing indicators (ACP 117; observed headers).
scripts/post_names.csv, made by hand, adds abbreviations, second names and posts that were closed before that table was made. Its
`grade` is `obs` for what stands in public cables or in a table, `sourced` for what one publication says, and `inf` for what is inferred.
"""

from __future__ import annotations

import argparse
import csv
import io
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT.parent / "shared" / "reference"
BY_HAND = ROOT / "scripts" / "post_names.csv"
TABLE = ROOT / "cablegrammar" / "data" / "posts.csv"

#: The addresses of posts: what stands before the name is no part of it, but for the institute at Taipei.
ADDRESS = re.compile(r"(?:AMEMBASSY |AMCONSUL |USMISSION |USINT |(?=AIT ))([A-Z]+(?:[ '-][A-Z]+)*)$")
#: Section II of ACP 117 repeats a name under its place, with the letters of the country behind it.
UNDER_ITS_PLACE = "(activity + location heading)"
MONTHS = frozenset("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split())
#: Misprints of the table, which has the right spelling too.
MISPRINTS = frozenset("COLUMBO PARAMIARBO PRINSTINA QUINTO VAOUNDE VIENTIENE".split()) | {
    "MAZAR-E SHAIRF",
    "USNATO BRUSSELS BE",
}


def letters(name: str) -> str:
    """The name as ids spell it: its letters."""
    return "".join(filter(str.isalpha, name))


def table(reference: Path) -> str:
    """The text of the table; a name that is in the table by hand has its row."""
    rows: dict[str, dict[str, str]] = {}
    with (reference / "routing_indicators.csv").open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            match = ADDRESS.match(row["plad_or_name"])
            if match is None or row["source"].endswith(UNDER_ITS_PLACE):
                continue
            name = match.group(1)
            if name not in MISPRINTS and not MONTHS & set(name.split()):
                rows[letters(name)] = {
                    "name": name,
                    "post": letters(name),
                    "grade": "obs",
                    "source": "routing_indicators.csv",
                }
    with BY_HAND.open(newline="", encoding="utf-8") as file:
        rows |= {letters(row["name"]): row for row in csv.DictReader(file)}
    out = io.StringIO()
    writer = csv.DictWriter(out, ("name", "post", "grade", "source"), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted(rows.values(), key=lambda row: row["name"]))
    return out.getvalue()


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="write cablegrammar/data/posts.csv")
    parser.add_argument("--reference", type=Path, default=REFERENCE, help="folder of the reference tables")
    TABLE.write_text(table(parser.parse_args().reference), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
