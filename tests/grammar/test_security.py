"""Twin test of grammar/security.lark."""

from __future__ import annotations

from cablegrammar.model import Level, Security
from tests.grammar.twin import twin

U, _, C, S, T = Level

TestSecurity = twin(
    "security",
    {
        "ZNY CCCCC ZZH": Security("ZNY", C, operating_signals=("ZZH",)),
        "ZNR UUUUU ZZH \n": Security("ZNR", U, operating_signals=("ZZH",)),
        "ZNR UUUUU\r\n": Security("ZNR", U),
        "ZNY EEEEE ZZH": Security("ZNY", U, efto=True, operating_signals=("ZZH",)),
        "ZNY TTTTT": Security("ZNY", T),
        "ZNR UUUAA ZZH": Security("ZNR", U, release="AA", operating_signals=("ZZH",)),
        "ZNY SSSBB/FFFFF": Security("ZNY", S, release="BB", special="FFFFF"),
        "ZNY SSSSS/AAAAA ZZH": Security("ZNY", S, special="AAAAA", operating_signals=("ZZH",)),
        "ZNY SSSSS ZZH(CCY AD00A000 MSI0000-632)": Security(
            "ZNY", S, operating_signals=("ZZH",), tail="(CCY AD00A000 MSI0000-632)"
        ),
        "ZNY CCCCC ZZH  (CCY  AD00A000)\n\n": Security("ZNY", C, operating_signals=("ZZH",), tail="(CCY AD00A000)"),
        "ZNY CCCCC ZZHZDF": Security("ZNY", C, operating_signals=("ZZH", "ZDF")),
        "ZNY CCCCC ZZH ZDK ZDS": Security("ZNY", C, operating_signals=("ZZH", "ZDK", "ZDS")),
        "ZNY CCCCC ZZH ZFF4": Security("ZNY", C, operating_signals=("ZZH", "ZFF4")),
        "ZNR UUUUU ZUI RUENAAA0000 2452117": Security("ZNR", U, operating_signals=("ZUI",), tail="RUENAAA0000 2452117"),
        "ZNR UUUUU ZUI RUENAAA0000 2452117 ZUI RUENAAA0001 2452118\r": Security(
            "ZNR", U, operating_signals=("ZUI",), tail="RUENAAA0000 2452117 ZUI RUENAAA0001 2452118"
        ),
        "ZNY SSSSS ZZH ZDS NOT DELIVERED": Security("ZNY", S, operating_signals=("ZZH", "ZDS"), tail="NOT DELIVERED"),
        "ZNR UUUUU ZZH\\\n": Security("ZNR", U, operating_signals=("ZZH",)),
        "ZNR UUUUU ZZH (CCY) \\\n": Security("ZNR", U, operating_signals=("ZZH",), tail="(CCY)"),
        "ZNY CCCCC ZH": Security("ZNY", C, tail="ZH"),
    },
    [
        "",
        "ZNR",
        "ZNR ZZH",
        "ZNX UUUUU",
        "ZNY CCCC ZZH",
        "ZNY CCCCCC ZZH",
        "ZNY CCSSS ZZH",
        "ZNY AAAAA ZZH",
        "ZNY CCCA ZZH",
        "ZNYCCCCC ZZH",
        "ZNY ccccc ZZH",
        "ZNY CCCCC ZZH\nO 101215Z SEP 09",
    ],
)
