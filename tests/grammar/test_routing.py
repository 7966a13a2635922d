"""Twin test of grammar/routing.lark."""

from __future__ import annotations

from cablegrammar.model import Precedence, Routing
from cablegrammar.writer import write
from tests.grammar.twin import twin

TestRouting = twin(
    "routing",
    {
        "OO RUEHLH RUEHPW": Routing(Precedence.IMMEDIATE, ("RUEHLH", "RUEHPW")),
        "PP RUEHROV\n": Routing(Precedence.PRIORITY, ("RUEHROV",)),
        "RR RUEHWEB\n\n": Routing(Precedence.ROUTINE, ("RUEHWEB",)),
        "ZZ RUEHWEB\r\n\r\n": Routing(Precedence.FLASH, ("RUEHWEB",)),
        "YY RUEHWEB\r": Routing(Precedence.EMERGENCY, ("RUEHWEB",)),
        "  PP  RUEHAG   RUCNAI \n": Routing(Precedence.PRIORITY, ("RUEHAG", "RUCNAI")),
        "PP RUEHAG RUEHDF\nRUEHYG": Routing(Precedence.PRIORITY, ("RUEHAG", "RUEHDF", "RUEHYG")),
        "PP RUEHAG\r\nRUEHDF\r\nRUEHYG\r\n": Routing(Precedence.PRIORITY, ("RUEHAG", "RUEHDF", "RUEHYG")),
        "PP RUEHAG \rRUEHDF ": Routing(Precedence.PRIORITY, ("RUEHAG", "RUEHDF")),
        "PP RUEHAG \\\nRUEHDF\\\n": Routing(Precedence.PRIORITY, ("RUEHAG", "RUEHDF")),
        "OO RUEHLH UEHPW": Routing(Precedence.IMMEDIATE, ("RUEHLH", "UEHPW")),
    },
    [
        "",
        "OO",
        "NN RUEHWEB",
        "OP RUEHLH",
        "O RUEHLH",
        "OORUEHLH",
        "OO RUE",
        "OO RUEHLH 2184",
        "OO RUEHLH/RUEHPW",
        "OO ruehlh",
        "OO RUEHLH\n\nRUEHPW",
        "OO RUEHLH\nDE RUEHIL #2184/01 2531215",
    ],
)


def test_further_lines_have_indicators_only() -> None:
    lines = write(Routing(Precedence.PRIORITY, ("RUEHAG",) * 20)).splitlines()
    assert lines[0] == "PP" + " RUEHAG" * 9
    assert lines[1:] == ["RUEHAG" + " RUEHAG" * 9, "RUEHAG"]
