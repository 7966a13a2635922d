"""Twin test of grammar/exempted.lark."""

from __future__ import annotations

from cablegrammar.model import Address, Exempted, Precedence
from tests.grammar.twin import twin

TestExempted = twin(
    "exempted",
    {
        "XMT RUEHC/SECSTATE WASHDC IMMEDIATE 4797": Exempted(
            Address("SECSTATE WASHDC", "RUEHC", precedence=Precedence.IMMEDIATE, numbers=("4797",))
        ),
        "XMT AMCONSUL JOHANNESBURG \n": Exempted(Address("AMCONSUL JOHANNESBURG")),
        "RUEHLO/AMEMBASSY LONDON 1261\r\n": Exempted(Address("AMEMBASSY LONDON", "RUEHLO", numbers=("1261",))),
        "AMEMBASSY RABAT \n\n": Exempted(Address("AMEMBASSY RABAT")),
        " XMT   NAVADMIN\r": Exempted(Address("NAVADMIN")),
        "XMT ZEN/CNO WASHINGTON DC//N09//": Exempted(Address("CNO WASHINGTON DC", offices=("N09",), delivered=True)),
        "XMT ALL NATO POST COLLECTIVE IMMEDIATE": Exempted(
            Address("ALL NATO POST COLLECTIVE", precedence=Precedence.IMMEDIATE, is_collective=True)
        ),
        "XMT/AMEMBASSY RABAT": Exempted(Address("AMEMBASSY RABAT")),
    },
    [
        "",
        "XMT",
        "XMT ",
        "XMT: SECSTATE WASHDC",
        "XMT PRIORITY 4797",
        "XMT THE embassy",
        "XMT PAGE 02        STATE   012345  071504Z",
        "XMT LOG-00   AID-00",
        "XMT XMT SECSTATE WASHDC",
        "XMT SECSTATE WASHDC\nAMEMBASSY LIMA",
        "XMT//",
    ],
)
