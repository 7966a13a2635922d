"""Twin test of grammar/partial_extract.lark."""

from __future__ import annotations

from cablegrammar.model import PartialExtract
from tests.grammar.twin import twin

FIRST = "This record is a partial extract of the original cable."
SECOND = "The full text of the original cable is not available."

TestPartialExtract = twin(
    "partial_extract",
    {
        text: PartialExtract()
        for text in (
            f"{FIRST} {SECOND}",
            f"{FIRST} {SECOND}\n\n",
            f"{FIRST} {SECOND} \r\n",
            f" {FIRST}  {SECOND}",
            f"{FIRST}\n{SECOND}\r",
        )
    },
    [
        "",
        FIRST,
        SECOND,
        FIRST + SECOND,
        f"{FIRST} {SECOND}".upper(),
        f"{FIRST} {SECOND}UNCLAS LIMA 000012",
        f"{FIRST} {SECOND}\n\n252008Z Nov 05",
    ],
)
