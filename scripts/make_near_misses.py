"""Write grammar/near_misses.lark: the keywords of cables with one mistake, and the TAGS codes that run together.

Run `python scripts/make_near_misses.py` in the checkout after a change of KEYWORDS or of cablegrammar/data/tags.csv, and commit what it
writes. A mistake is a letter left out, put in, or replaced by another letter or a digit, or two neighbours in the wrong order.
"""

from __future__ import annotations

import csv
from pathlib import Path

ROOT = Path(__file__).parents[1]
TAGS = ROOT / "cablegrammar" / "data" / "tags.csv"
GRAMMAR = ROOT / "grammar" / "near_misses.lark"

#: The name of the terminal, and the keyword.
KEYWORDS = {
    "SUBJECT": "SUBJECT",
    "TAGS": "TAGS",
    "REF": "REF",
    "CLASSIFIED": "CLASSIFIED",
    "UNCLAS": "UNCLAS",
    "CONFIDENTIAL": "C O N F I D E N T I A L",
    "SECRET": "S E C R E T",
    "SECTION": "SECTION",
    "VZCZC": "VZCZC",
    "INFO": "INFO",
}
#: What does not follow it, so that a longer word is another one; the start of a message is one string with what follows.
END = dict.fromkeys(KEYWORDS, "(?![A-Z0-9])") | {"VZCZC": "(?=[A-Z]{3}[0-9]{3,4}(?![0-9]))"}
ANY = "[A-Z0-9]"


def with_one_mistake(word: str) -> list[str]:
    """Patterns for `word`, whose letters may be parted by blanks, with one mistake; without repeats, longest first."""
    gap = " " if " " in word else ""
    letters = word.split() if gap else list(word)
    found: dict[tuple[str, ...], None] = {}
    for at in range(len(letters) + 1):
        before, behind = letters[:at], letters[at:]
        found[*before, ANY, *behind] = None
        if behind:
            found[*before, ANY, *behind[1:]] = None
            found[*before, *behind[1:]] = None
        if len(behind) > 1:
            found[*before, behind[1], behind[0], *behind[2:]] = None
    found.pop(tuple(letters), None)
    return [gap.join(one) for one in sorted(found, key=lambda one: (-len(one), one))]


def codes(length: int) -> list[str]:
    """The TAGS codes of `length` letters."""
    with TAGS.open(newline="", encoding="utf-8") as file:
        found = (row["code"] for row in csv.DictReader(file))
        return sorted(code for code in found if len(code) == length and code.isalpha())


def grammar_file() -> str:
    """The text of grammar/near_misses.lark."""
    lines = [
        "// NEAR MISSES: the keywords of cables with one mistake, and TAGS codes by their length, for suspects.lark.",
        "// Written by scripts/make_near_misses.py from its list and from cablegrammar/data/tags.csv; do not edit.",
        "",
        *(
            f"MISPRINTED_{name}: /(?!{word}{END[name]})(?:{'|'.join(with_one_mistake(word))}){END[name]}/"
            for name, word in KEYWORDS.items()
        ),
        "",
        *(f"CODE_OF_{name}: /(?:{'|'.join(codes(length))})/" for name, length in (("FOUR", 4), ("TWO", 2))),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the file."""
    GRAMMAR.write_text(grammar_file(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
