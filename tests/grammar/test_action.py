"""Twin test of grammar/action.lark."""

from __future__ import annotations

from cablegrammar.model import Action, Address, Precedence
from tests.grammar.twin import twin

TestAction = twin(
    "action",
    {
        "TO RUEHC/SECSTATE WASHDC IMMEDIATE 4797": Action(
            Address("SECSTATE WASHDC", "RUEHC", precedence=Precedence.IMMEDIATE, numbers=("4797",))
        ),
        "TO AMCONSUL JOHANNESBURG \n": Action(Address("AMCONSUL JOHANNESBURG")),
        "RUEHLO/AMEMBASSY LONDON 1261\r\n": Action(Address("AMEMBASSY LONDON", "RUEHLO", numbers=("1261",))),
        "AMEMBASSY RABAT \n\n": Action(Address("AMEMBASSY RABAT")),
        " TO   NAVADMIN\r": Action(Address("NAVADMIN")),
        "TO ZEN/CNO WASHINGTON DC//N09//": Action(Address("CNO WASHINGTON DC", offices=("N09",), delivered=True)),
        "TO ALL NATO POST COLLECTIVE IMMEDIATE": Action(
            Address("ALL NATO POST COLLECTIVE", precedence=Precedence.IMMEDIATE, is_collective=True)
        ),
        "TORUEHC/SECSTATE WASHDC": Action(Address("SECSTATE WASHDC", "RUEHC")),
    },
    [
        "",
        "TO",
        "TO ",
        "TO: SECSTATE WASHDC",
        "TO PRIORITY 4797",
        "TO THE embassy",
        "TO PAGE 02        STATE   012345  071504Z",
        "TO LOG-00   AID-00",
        "TO TO SECSTATE WASHDC",
        "TO SECSTATE WASHDC\nAMEMBASSY LIMA",
        "TOAMEMBASSY/LIMA x",
    ],
)
