"""Twin test of grammar/message_centre_line.lark."""

from __future__ import annotations

from cablegrammar.model import MessageCentreLine
from tests.grammar.twin import twin

TestMessageCentreLine = twin(
    "message_centre_line",
    {
        "------------------7CAAD7  191822Z /38": MessageCentreLine("7CAAD7", "191822Z", "38"),
        "                  ------------------352654  200910Z /23\n": MessageCentreLine("352654", "200910Z", "23"),
        "------------------270429Z 060566 /61": MessageCentreLine("060566", "270429Z", "61"),
        "------------------032004 230631Z /12   ": MessageCentreLine("032004", "230631Z", "12"),
        "-----------------099491": MessageCentreLine("099491"),
    },
    [
        "",
        "------------------",
        "------- SUMMARY -------",
        "--7CAAD7",
        "------------------7CAAD",
        "------------------7CAAD7 /ABC",
    ],
)
