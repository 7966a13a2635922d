"""Twin test of grammar/originator.lark."""

from __future__ import annotations

from cablegrammar.model import Originator
from tests.grammar.twin import twin

TestOriginator = twin(
    "originator",
    {
        "FM AMEMBASSY ISLAMABAD": Originator("AMEMBASSY ISLAMABAD"),
        "FM SECSTATE WASHDC \n": Originator("SECSTATE WASHDC"),
        " FM  IRAN  RPO DUBAI\r\n": Originator("IRAN RPO DUBAI"),
        "FM USMISSION USUN NEW YORK\n\n": Originator("USMISSION USUN NEW YORK"),
        "FM CNO WASHINGTON DC//N1//\r": Originator("CNO WASHINGTON DC", ("N1",)),
        "FM CNO WASHINGTON DC//N1/NT//": Originator("CNO WASHINGTON DC", ("N1", "NT")),
        "FM CNO WASHINGTON DC//N1 ": Originator("CNO WASHINGTON DC", ("N1",)),
        "FM CNO WASHINGTON DC//": Originator("CNO WASHINGTON DC"),
        "FM CNO WASHINGTON DC/N1//": Originator("CNO WASHINGTON DC/N1"),
        "FM USMISSION GENEVA\\\n": Originator("USMISSION GENEVA"),
        "FM CTF 70": Originator("CTF 70"),
    },
    [
        "",
        "FM",
        "FM ",
        "FMAMEMBASSY LIMA",
        "FM: AMEMBASSY LIMA",
        "FM Embassy Lima",
        "FM AMEMBASSY LIMA PRIORITY",
        "FM AMEMBASSY LIMA 1261",
        "FM RUEHLO/AMEMBASSY LONDON 1261",
        "FM CNO WASHINGTON DC//N1// TO NAVADMIN",
        "FM AMEMBASSY LIMA\nTO SECSTATE WASHDC",
        "FM TO NAVADMIN",
    ],
)
