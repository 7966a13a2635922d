"""Twin test of grammar/date_time_line.lark."""

from __future__ import annotations

from cablegrammar.model import DateTimeGroup, DateTimeLine, Precedence
from tests.grammar.twin import twin

SEP = DateTimeGroup(10, 12, 15, 9, 2009)
R, P, O, Z, Y = (Precedence.of_prosign(letter) for letter in "RPOZY")  # noqa: E741

TestDateTimeLine = twin(
    "date_time_line",
    {
        "O 101215Z SEP 09": DateTimeLine((O,), SEP),
        "O R 101215Z SEP 09 \n": DateTimeLine((O, R), SEP),
        "O P R 101215Z SEP 09\r\n": DateTimeLine((O, P, R), SEP),
        "R R 101215Z SEP 09\r": DateTimeLine((R, R), SEP),
        "Z 101215Z SEP 09 MID000001315388U": DateTimeLine((Z,), SEP, tail="MID000001315388U"),
        "Y 101215Z SEP 09\n\n": DateTimeLine((Y,), SEP),
        "101215Z Sep 09": DateTimeLine((), SEP),
        " P  101215Z SEP 09": DateTimeLine((P,), SEP),
        "P 101215Z SEP 09 ZDK": DateTimeLine((P,), SEP, ("ZDK",)),
        "P 101215Z SEP 09 ZFF4": DateTimeLine((P,), SEP, ("ZFF4",)),
        "P 101215Z SEP 09 ZFR ZFR ZFR": DateTimeLine((P,), SEP, ("ZFR", "ZFR", "ZFR")),
        "O R 101215Z SEP 09 ZDK CTG NUMEROUS SERVICES": DateTimeLine((O, R), SEP, ("ZDK",), "CTG NUMEROUS SERVICES"),
        "O R 101215Z SEP 09     (CCY ADX0C00B0 ABCDE0000-623)": DateTimeLine(
            (O, R), SEP, tail="(CCY ADX0C00B0 ABCDE0000-623)"
        ),
        "P 101215Z SEP 09\\\n": DateTimeLine((P,), SEP),
        "P 101215Z SEP 09(CCY)": DateTimeLine((P,), SEP, tail="(CCY)"),
        "P 101215Z SEP 09 //ZEL//": DateTimeLine((P,), SEP, tail="//ZEL//"),
        "R 101215Z SEP 09  PSN 000000K23": DateTimeLine((R,), SEP, tail="PSN 000000K23"),
        "R 101215Z SEP 09 ZYB MIN ZYW PSN 000000K24": DateTimeLine((R,), SEP, ("ZYB",), "MIN ZYW PSN 000000K24"),
        "R 101215Z SEP 09 ZUI ASN-ABC000000000": DateTimeLine((R,), SEP, ("ZUI",), "ASN-ABC000000000"),
        "P 101215Z SEP 09 ZDK DUE TO ZES-2": DateTimeLine((P,), SEP, ("ZDK",), "DUE TO ZES-2"),
    },
    [
        "",
        "O",
        "O 101215Z",
        "X 101215Z SEP 09",
        "OO 101215Z SEP 09",
        "O101215Z SEP 09",
        "O R P Z 101215Z SEP 09",
        "O 101215 SEP 09",
        "O 101215Z SEP",
        "O 310000Z FEB 09",
        "O ZDK 101215Z SEP 09",
        "O 101215Z SEP 09\nFM AMEMBASSY LIMA",
    ],
)
