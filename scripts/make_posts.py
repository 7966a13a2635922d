"""Write grammar/posts.lark: the names of posts that have blanks, as page lines print them, and the names that texts refer to posts by.

Run `python scripts/make_posts.py ../shared/reference/routing_indicators.csv` after a change of that table, or of
cablegrammar/data/posts.csv, which scripts/make_post_names.py writes. A page line cuts a post's name to ten letters, so `BUENOS AIRES`
is looked for as `BUENOS AIR` too.
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path

POST_NAMES = Path(__file__).parents[1] / "cablegrammar" / "data" / "posts.csv"

KINDS = re.compile(
    r"(?:AMEMBASSY|AMCONSUL|USMISSION|USINT|USLO|RPO|REO|AIT|USDEL|USEU|IRAN RPO) ([A-Z]+(?:[ '-][A-Z]+)+)$"
)
#: Posts that name themselves otherwise on the classification line than in the table.
MONTHS = frozenset("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split())
OTHERS = {
    "USUN NEW YORK",
    "UNVIE VIENNA",
    "USEU BRUSSELS",
    "AIT TAIPEI",
    "RPO DUBAI",
    "REO BASRAH",
    "US NATO",
    "UN ROME",
}


def names(table: Path) -> list[str]:
    """The multi-word names in full and cut to ten letters, longest first."""
    found = set(OTHERS)
    with table.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if (match := KINDS.match(row["plad_or_name"])) and not MONTHS & set(match.group(1).split()):
                found.add(match.group(1))
    found |= {name[:10].strip() for name in found}
    return sorted((name for name in found if " " in name), key=lambda name: (-len(name), name))


def referred_to() -> list[str]:
    """The names that texts refer to posts by, longest first."""
    with POST_NAMES.open(newline="", encoding="utf-8") as file:
        return sorted((row["name"] for row in csv.DictReader(file)), key=lambda name: (-len(name), name))


def alternatives(names: list[str]) -> str:
    """A pattern for one of `names`."""
    return (
        f"/(?:{'|'.join(re.escape(name).replace(chr(92) + ' ', ' ').replace(chr(92) + '-', '-') for name in names)})/"
    )


def grammar_file(table: Path) -> str:
    """The text of grammar/posts.lark."""
    return (
        "// POSTS: names with blanks, in full and cut to ten letters, as page lines print them inside prose; and all names and\n"
        "// abbreviations that texts refer to posts by (cablegrammar/data/posts.csv).\n"
        "// Written by scripts/make_posts.py from the table of routing indicators (ACP 117; observed headers); do not edit.\n\n"
        f"POST_OF_WORDS: {alternatives(names(table))}\n\n"
        f"POST_NAME: {alternatives(referred_to())}\n"
    )


def main() -> None:
    """Write the file."""
    Path("grammar/posts.lark").write_text(grammar_file(Path(sys.argv[1])), encoding="utf-8")


if __name__ == "__main__":
    main()
