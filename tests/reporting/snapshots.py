"""What each renderer writes of two files.

`python -m tests.reporting.snapshots` writes it anew: look at the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import cablegrammar as cg
from cablegrammar.reporting import RENDERERS, Report

FOLDER = Path(__file__).parent / "snapshots"
#: A syntax fault, a line that two labels are on, a fix of each grade, wide letters, a character that terminals obey.
UNTIDY = (
    "PP RUEHPE\r\nDE RUEHPE #018/01 2531215\r\nZNR UUUUU ZZH\r\nO R 101215Z SEP 09\r\nFM AMEMBASSY LIMA\r\n"
    "TO RUEHBO/AMEMBASSY BOGOTA\r\nRUEHBO/AMEMBASSY BOGOTA\r\nC O N F I D E N T I A L LIMA 000017\r\n\r\n"
    "TAGS: PREL, PGVO SUBJECT: (S) \u6f22\u5b57 \x1b[2J RICE\r\n"
)
#: Rules that are chosen by name, so that a new one changes no snapshot.
SELECT = ("CG", "FL001", "FL004", "XC001", "CL001", "TAG001")
TIDY = "UNCLAS LIMA 000018\n\nSUBJECT: RICE\n"


def reports() -> list[Report]:
    """Two files, the second without findings."""
    settings = cg.Settings(profile="drafting", select=SELECT)
    return [
        Report(name, text, cg.check(cg.parse(text), settings))
        for name, text in (("drafts/lima 17.txt", UNTIDY), ("drafts/lima 18.txt", TIDY))
    ]


def written(form: str, colour: bool = False) -> str:
    """What a renderer writes of them."""
    return "".join(RENDERERS[form](reports(), colour))


def main() -> None:
    """Write all snapshots."""
    FOLDER.mkdir(exist_ok=True)
    for form in RENDERERS:
        (FOLDER / f"{form}.txt").write_text(written(form), encoding="utf-8", newline="")
    (FOLDER / "full.colour.txt").write_text(written("full", colour=True), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
