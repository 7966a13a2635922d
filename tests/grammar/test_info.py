"""Twin test of grammar/info.lark."""

from __future__ import annotations

from cablegrammar.model import Address, Info, Precedence
from tests.grammar.twin import twin

TestInfo = twin(
    "info",
    {
        "INFO RUEHC/SECSTATE WASHDC IMMEDIATE 4797": Info(
            Address("SECSTATE WASHDC", "RUEHC", precedence=Precedence.IMMEDIATE, numbers=("4797",))
        ),
        "INFO AMCONSUL JOHANNESBURG \n": Info(Address("AMCONSUL JOHANNESBURG")),
        "RUEHLO/AMEMBASSY LONDON 1261\r\n": Info(Address("AMEMBASSY LONDON", "RUEHLO", numbers=("1261",))),
        "AMEMBASSY RABAT \n\n": Info(Address("AMEMBASSY RABAT")),
        " INFO   NAVADMIN\r": Info(Address("NAVADMIN")),
        "INFO ZEN/CNO WASHINGTON DC//N09//": Info(Address("CNO WASHINGTON DC", offices=("N09",), delivered=True)),
        "INFO ALL NATO POST COLLECTIVE IMMEDIATE": Info(
            Address("ALL NATO POST COLLECTIVE", precedence=Precedence.IMMEDIATE, is_collective=True)
        ),
        "INFORUEHLO/AMEMBASSY LONDON": Info(Address("AMEMBASSY LONDON", "RUEHLO")),
    },
    [
        "",
        "INFO",
        "INFO ",
        "INFO: SECSTATE WASHDC",
        "INFO PRIORITY 4797",
        "INFO THE embassy",
        "INFO PAGE 02        STATE   012345  071504Z",
        "INFO LOG-00   AID-00",
        "INFO INFO SECSTATE WASHDC",
        "INFO SECSTATE WASHDC\nAMEMBASSY LIMA",
        "INFO  LOG-00   MFA-00",
    ],
)
