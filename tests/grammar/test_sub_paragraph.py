"""Twin test of grammar/sub_paragraph.lark, and how paragraphs find their items."""

from __future__ import annotations

import cablegrammar as cg
from cablegrammar.model import Level, PortionMarking, SubParagraph
from tests.grammar.twin import twin

TestSubParagraph = twin(
    "sub_paragraph",
    {
        "-- wireless installation": SubParagraph("--", "wireless installation"),
        "A. (C) Background\n   of the talks": SubParagraph(
            "A.", "Background of the talks", PortionMarking(Level.CONFIDENTIAL)
        ),
        "   (a) first \n": SubParagraph("(a)", "first"),
        "1)  second": SubParagraph("1)", "second"),
        "iv. fourth\r\n": SubParagraph("iv.", "fourth"),
        "* a point": SubParagraph("*", "a point"),
        "(12) twelfth": SubParagraph("(12)", "twelfth"),
    },
    ["", "A plan", "-------", "B.TRIPOLI 566", "--", "(abc) third", "first. item", "-a"],
)

TEXT = """UNCLAS LIMA 000017

1. (U) Post needs:
-- rice
   from the north
-- wheat

BEGIN TEXT:

a. (U) First
b. Second

END TEXT.
"""


def test_items_of_a_paragraph() -> None:
    (paragraph,) = cg.parse(TEXT).paragraphs
    assert [(item.label, item.text) for item in paragraph.sub_paragraphs] == [
        ("--", "rice from the north"),
        ("--", "wheat"),
        ("a.", "First"),
        ("b.", "Second"),
    ]
    assert [(mark.begins, mark.what) for mark in paragraph.block_marks] == [(True, "TEXT"), (False, "TEXT")]
