"""Twin test of grammar/drafting.lark."""

from __future__ import annotations

from cablegrammar.model import Drafting
from tests.grammar.twin import twin

TestDrafting = twin(
    "drafting",
    {
        "DRAFTED BY PA/FOI:JROE": Drafting("DRAFTED BY", "PA/FOI:JROE"),
        "APPROVED BY: DS/DSS/CC:JROE\n": Drafting("APPROVED BY", "DS/DSS/CC:JROE"),
        "APPROVED BY PA:WROE\nL/M:KROE NEA:WDOE \n": Drafting("APPROVED BY", "PA:WROE L/M:KROE NEA:WDOE"),
        "DRAFTED BY: DS/CC:JROE -- 06/19/2009  571-555-0101": Drafting(
            "DRAFTED BY", "DS/CC:JROE -- 06/19/2009 571-555-0101"
        ),
        "SOURCE: CBLEXCLS.000123": Drafting("SOURCE", "CBLEXCLS.000123"),
        "DESIRED DISTRIBUTION\n": Drafting("DESIRED DISTRIBUTION", ""),
        "DESIRED DISTRIBUTION: EUR NEA": Drafting("DESIRED DISTRIBUTION", "EUR NEA"),
        "CLEARED: POL:JROE": Drafting("CLEARED", "POL:JROE"),
    },
    ["", "DRAFTED BY", "Drafted by the Embassy", "SOURCE CODE", "DRAFTED BYROE", "APPROVED BY:"],
)
