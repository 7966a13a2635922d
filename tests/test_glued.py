"""What is glued to the last line of a header, without a line end, begins a block of its own, whatever it begins with."""

from __future__ import annotations

import pytest

from cablegrammar.blocks import cut

LEVELS = (
    *("UNCLAS", "C O N F I D E N T I A L", "C ONFIDENTIA L", "S E C R E T"),
    *("SE CRET", "T O P S E C R E T", "LIMITED OFFICIAL USE", "L I M I T E D O F F I C I A L U S E"),
    *("SECRET SECTION 01 OF 02", "CONFIDENTIAL SECTION 01 OF 02", "UNCLASSIFIED SECTION 01 OF 02"),
)
LOWER = ("C o n f i d e n t i a l", "S e c r e t", "Unclas")
PUBLISHERS = (
    *("Wednesday, 10 June 2009, 13:42", "Monday, 8 June 2009, 13:42", "Friday, 12 June 2009, 13:42", "id: 240025"),
    *("Cable dated:2009-10-14T12:07:00", "CLASSIFICATION: UNCLASSIFIED", "2007-12-17 16:51:00"),
)


GLUED = (
    *((f"{level} LIMA 000017", "classification_line") for level in LEVELS),
    *((f"{level} lima 000017", "classification_line") for level in LOWER),
    *((words, "publisher_line") for words in PUBLISHERS),
)
CASES = [
    (behind, words, construct)
    for behind in ("4797", "WASHDC", "PRIORITY", "")
    for words, construct in GLUED
    # figures that are glued to figures are one number
    if not (behind.isdigit() and words[0].isdigit())
]


@pytest.mark.parametrize("lead", ["INFO RUEHC/SECSTATE ", "INFO RUEHC/SECSTATE\nRUEHLM/AMEMBASSY LIMA "])
@pytest.mark.parametrize(("behind", "words", "construct"), CASES)
def test_what_is_glued_on(lead: str, behind: str, words: str, construct: str) -> None:
    blocks = cut(f"{lead}{behind}{words}\n")
    assert blocks[-1] == (construct, f"{words}\n")
    assert {name for name, _ in blocks[:-1]} == {"info"}
