"""Twin test of grammar/paragraph.lark."""

from __future__ import annotations

import cablegrammar as cg
from cablegrammar.model import LaidOut, Level, PageLine, Paragraph, PortionMarking, Prose
from tests.grammar.twin import twin

C = PortionMarking(Level.CONFIDENTIAL)
WRAPPED = "12. (C) Post met the minister, who said that the harvest of\nthis year had been poor.\n\nRice is dear.\n"

TestParagraph = twin(
    "paragraph",
    {
        "1. (C) Summary: Post agrees.": Paragraph(1, C, (Prose("Summary: Post agrees."),)),
        "1.(C) Post agrees.\n\n": Paragraph(1, C, (Prose("Post agrees."),)),
        "\u00b63.  Thus, any downgrading ends.\r\n": Paragraph(3, None, (Prose("Thus, any downgrading ends."),)),
        " \u00b64. (SBU)  Post agrees. \n": Paragraph(
            4, PortionMarking(Level.UNCLASSIFIED, True), (Prose("Post agrees."),)
        ),
        WRAPPED: Paragraph(
            12,
            C,
            (
                Prose("Post met the minister, who said that the harvest of this year had been poor."),
                Prose("Rice is dear."),
            ),
        ),
        "2. (S/NF) Prices:\n-- rice\n-- wheat": Paragraph(
            2, PortionMarking(Level.SECRET, controls=("NF",)), (Prose("Prices:"), LaidOut(("-- rice", "-- wheat")))
        ),
        "\u00b65.\nPost agrees.\n": Paragraph(5, None, (Prose("Post agrees."),)),
        "7.Many agree.": Paragraph(7, None, (Prose("Many agree."),)),
        "6.(C) down LIMA 00000017  002 OF 002 here.": Paragraph(
            6, C, (Prose("down here."),), (PageLine("LIMA", "00000017", 2, 2),)
        ),
        "8. (C)": Paragraph(8, C),
        "9) (C) Post agrees.": Paragraph(9, C, (Prose("Post agrees."),)),
        "1) \n\n(C) Post agrees.": Paragraph(1, C, (Prose("Post agrees."),)),
        "10. (C).  Post agrees.": Paragraph(10, C, (Prose("Post agrees."),)),
        "11. (sbu) post agrees.": Paragraph(11, PortionMarking(Level.UNCLASSIFIED, True), (Prose("post agrees."),)),
    },
    [
        "",
        "Post agrees.",
        "1.5 million people",
        "2005. The year",
        "(C) Post agrees.",
        "A. Post agrees.",
        "1) Post agrees.",
        "1... and",
    ],
)


def test_numbers_with_a_parenthesis() -> None:
    """1) opens a paragraph before a marking, behind a sentence or the reasons of the head; without one it is a list."""
    text = "UNCLAS LIMA 000017\n\nClassified By: Jane Roe. REASON: 1.4 (D) 1) \n\n(U) Poor.\n\n2) (C) Fair. 3) (C) Rice:\n1) dear\n2) scarce\n"
    assert [(one.number, one.text) for one in cg.parse(text).paragraphs] == [
        (1, "Poor."),
        (2, "Fair."),
        (3, "Rice:\n1) dear\n2) scarce"),
    ]
