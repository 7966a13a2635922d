"""Twin test of grammar/page_line.lark."""

from __future__ import annotations

from cablegrammar.model import PageLine
from tests.grammar.twin import twin

TestPageLine = twin(
    "page_line",
    {
        "LIMA 00000017  002 OF 003 \n \n": PageLine("LIMA", "00000017", 2, 3),
        "BUENOS AIR 00001234 002 OF 002": PageLine("BUENOS AIR", "00001234", 2, 2),
        "THE HAGUE 00000814  001.2 OF 004\r\n": PageLine("THE HAGUE", "00000814", 1, 4, "2"),
        "Tokyo 00000450  002 of 002\n": PageLine("Tokyo", "00000450", 2, 2),
        "PAGE 02  ROME  01234  01 OF 03  221304Z\n": PageLine("ROME 01234 01 OF 03 221304Z", page=2),
        "UNCLASSIFIED\n\nUNCLASSIFIED\n\nPAGE 02        STATE  296107\n": PageLine("STATE 296107", page=2),
        "PAGE 03 RUEHAB1234 S E C R E T ABIDJAN 001234": PageLine("RUEHAB1234 S E C R E T ABIDJAN 001234", page=3),
    },
    [
        "",
        "LIMA 0017 002 OF 003",
        "LIMA 00000017 2 OF 3",
        "LIMA 00000017 002",
        "00000017 002 OF 003",
        "PAGE TWO",
        "PAGE 2 OF 3",
        "LIMA 00000017 002 OF 003 and on",
    ],
)
