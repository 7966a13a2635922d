"""Twin test of grammar/paragraph.lark."""

from __future__ import annotations

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
