"""Write the tables of cablegrammar/data: what the package looks up in the reference tables, without the sources.

Run `python scripts/make_data.py` in the checkout after a change of a table in ../shared/reference, or
`python scripts/make_data.py --reference FOLDER` where the tables are elsewhere; commit what it writes. The same tables
give the same bytes, and a test compares them where the reference is at hand.

To add a table (captions ...), add a line to TABLES; its rows are sorted by the key.
"""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT.parent / "shared" / "reference"
DATA = ROOT / "cablegrammar" / "data"

#: file name: (columns to keep, the key columns, the column that decides between rows with the same key)
TABLES = {
    "operating_signals.csv": (("signal", "meaning"), ("signal",), "meaning"),
    "routing_indicators.csv": (("indicator", "plad_or_name"), ("indicator", "plad_or_name"), "plad_or_name"),
    "tags.csv": (("code", "kind", "title"), ("code",), "title"),
}


def table(name: str, reference: Path) -> str:
    """The text of the table `name`. Of rows with the same key the first that has the deciding column stays.

    The reference lists AL, BP and UN twice, once with a title.
    """
    columns, key, deciding = TABLES[name]
    kept: dict[tuple[str, ...], dict[str, str]] = {}
    with (reference / name).open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            one = tuple(row[column] for column in key)
            if not kept.get(one, {}).get(deciding):
                kept[one] = row if row[deciding] else kept.get(one, row)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept[one] for one in sorted(kept))
    return out.getvalue()


def main() -> None:
    """Write all tables."""
    parser = argparse.ArgumentParser(description="write the tables of cablegrammar/data")
    parser.add_argument("--reference", type=Path, default=REFERENCE, help="folder of the reference tables")
    reference: Path = parser.parse_args().reference
    for name in TABLES:
        (DATA / name).write_text(table(name, reference), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
