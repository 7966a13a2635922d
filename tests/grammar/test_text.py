"""Twin test of grammar/text.lark: how lines become prose or stay laid out."""

from __future__ import annotations

from cablegrammar.model import LaidOut, Level, PageLine, PortionMarking, Prose, Text
from tests.grammar.twin import twin

LONG = "Post met the minister, who said that the harvest of this year had been poor"
WRAPPED = "Post met the minister, who said that the harvest of\nthis year had been poor and that the price of rice\nwould rise.\n"

TestText = twin(
    "text",
    {
        "Minimize considered.\n": Text(blocks=(Prose("Minimize considered."),)),
        "(U) Post agrees.  No more.\n": Text(PortionMarking(Level.UNCLASSIFIED), (Prose("Post agrees. No more."),)),
        WRAPPED: Text(blocks=(Prose(" ".join(WRAPPED.split())),)),
        WRAPPED + "\nRice is dear.": Text(blocks=(Prose(" ".join(WRAPPED.split())), Prose("Rice is dear."))),
        "-- rice\n-- wheat\n": Text(blocks=(LaidOut(("-- rice", "-- wheat")),)),
        "Prices:\n-- rice   12\n-- wheat   9\n": Text(
            blocks=(Prose("Prices:"), LaidOut(("-- rice   12", "-- wheat   9")))
        ),
        "Anna Miller\nChief\nLima\n": Text(blocks=(LaidOut(("Anna Miller", "Chief", "Lima")),)),
        "Rice would LIMA 00000017  002 OF 003 rise.": Text(
            blocks=(Prose("Rice would rise."),), page_lines=(PageLine("LIMA", "00000017", 2, 3),)
        ),
        LONG + "\n\nLIMA 00000017  002 OF 003 \n\nand rice would rise.": Text(
            blocks=(Prose(LONG + " and rice would rise."),), page_lines=(PageLine("LIMA", "00000017", 2, 3),)
        ),
        "From BUENOS AIR 00001234  002 OF 002 to Lima.": Text(
            blocks=(Prose("From to Lima."),), page_lines=(PageLine("BUENOS AIR", "00001234", 2, 2),)
        ),
        "a\r\n  b\r\n": Text(blocks=(Prose("a"), LaidOut(("  b",)))),
    },
    # nearly everything is text: only what has no words is not
    ["\n\nText", "\r\rText", " \n x", "\n", "\r\n"],
)
