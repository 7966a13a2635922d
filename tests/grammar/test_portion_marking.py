"""Twin test of grammar/portion_marking.lark."""

from __future__ import annotations

from cablegrammar.model import Level, PortionMarking
from tests.grammar.twin import twin

U, LOU, C, S, TS = Level

TestPortionMarking = twin(
    "portion_marking",
    {
        "(C)": PortionMarking(C),
        " (U) \n\n": PortionMarking(U),
        "(SBU)": PortionMarking(U, sensitive=True),
        "(LOU)": PortionMarking(LOU),
        "(TS)": PortionMarking(TS),
        "(S/NF)": PortionMarking(S, controls=("NF",)),
        "(S//NF)": PortionMarking(S, controls=("NF",)),
        "(S/Noforn)": PortionMarking(S, controls=("NF",)),
        "(SBU/NF)": PortionMarking(U, sensitive=True, controls=("NF",)),
        "(C NF)": PortionMarking(C, controls=("NF",)),
        "(S-NF)": PortionMarking(S, controls=("NF",)),
        "(U//FOUO)": PortionMarking(U, controls=("FOUO",)),
        "(S//FGI//NF)": PortionMarking(S, controls=("FGI", "NF")),
        "(S//FGI GBR//NF)": PortionMarking(S, controls=("FGI GBR", "NF")),
        "(C/REL ISAF)": PortionMarking(C, controls=("REL ISAF",)),
        "(S//REL)": PortionMarking(S, controls=("REL",)),
        "(S/ REL TO UK)": PortionMarking(S, controls=("REL TO UK",)),
        "(S//REL TO USA,\nFVEY )": PortionMarking(S, controls=("REL TO USA, FVEY",)),
        "(S/REL UK/AUS)": PortionMarking(S, controls=("REL UK/AUS",)),
        "(S/REL UK/NF)": PortionMarking(S, controls=("REL UK", "NF")),
        "(S/NF/REL UK)": PortionMarking(S, controls=("NF", "REL UK")),
        "(S/Rel China)": PortionMarking(S, controls=("Rel China",)),
        "(SECRET//REL TO USA, GCTF)": PortionMarking(S, controls=("REL TO USA, GCTF",)),
        "(Secret/Rel Peru)": PortionMarking(S, controls=("Rel Peru",)),
        "(C - ENTIRE TEXT)": PortionMarking(C, entire_text=True),
        "(C/NF-ENTIRE TEXT)": PortionMarking(C, controls=("NF",), entire_text=True),
        "(S/REL UK - Entire Text)": PortionMarking(S, controls=("REL UK",), entire_text=True),
        "(c)": PortionMarking(C),
        "(sbu)": PortionMarking(U, sensitive=True),
        "(s/nf)": PortionMarking(S, controls=("NF",)),
    },
    [
        "",
        "C",
        "()",
        "(X)",
        "(CIA)",
        "(S/CT)",
        "(C/b)",
        "(S/NF",
        "(C) text",
        "(C)(C)",
        "(CNF)",
        "(REL UK)",
        "(S/REL UK (AUS))",
    ],
)
