"""Twin test of grammar/distribution.lark."""

from __future__ import annotations

import cablegrammar as cg
from cablegrammar.model import Distribution, OfficeCopies
from tests.grammar.twin import twin

TestDistribution = twin(
    "distribution",
    {
        "ACTION AF-00    ": Distribution("ACTION", (OfficeCopies("AF", 0),)),
        "ORIGIN PA-02\n": Distribution("ORIGIN", (OfficeCopies("PA", 2),)),
        "INFO OCT-01 L-03 /168 R": Distribution("INFO", (OfficeCopies("OCT", 1), OfficeCopies("L", 3)), "", "168", "R"),
        "INFO  LOG-00   MFA-00\n      SAS-00   FA-00      /002R\n": Distribution(
            "INFO", tuple(OfficeCopies(code, 0) for code in ("LOG", "MFA", "SAS", "FA")), "", "002", "R"
        ),
        "INFO  LOG-00   AF-00\n(TEDE) /000R": Distribution(
            "INFO", (OfficeCopies("LOG", 0), OfficeCopies("AF", 0)), "TEDE", "000", "R"
        ),
    },
    ["", "INFO AMEMBASSY LIMA", "INFO LOG-000", "ACTION: POL", "INFO", "LOG-00 MFA-00", "INFO log-00"],
)

TEXT = """UNCLASSIFIED

PAGE 01 STATE 296107
ORIGIN PA-02
INFO  OCT-01   ISO-00   L-03
      INR-10   ACDA-12    /168 R
DRAFTED BY PA/FOI:JROE
APPROVED BY PA:WROE
L/M:KROE NEA:WDOE
------------------032004 230631Z /12
P 222227Z NOV 78
FM SECSTATE WASHDC
TO ALL DIPLOMATIC AND CONSULAR POSTS PRIORITY
UNCLAS STATE 296107
E.O. 11652: N/A
TAGS: AINS
SUBJECT: INSURANCE
"""


def test_head_of_the_seventies() -> None:
    cable = cg.parse(TEXT)
    assert not cable.unparsed
    assert [type(field.value).__name__ for field in cable.fields][:7] == [
        "Banner",
        "PageLine",
        "Distribution",
        "Distribution",
        "Drafting",
        "Drafting",
        "MessageCentreLine",
    ]
    assert [one.role for one in cable.distribution] == ["ORIGIN", "INFO"]
    assert [(one.label, one.text) for one in cable.drafting] == [
        ("DRAFTED BY", "PA/FOI:JROE"),
        ("APPROVED BY", "PA:WROE L/M:KROE NEA:WDOE"),
    ]
    assert cable.reference_id == "78STATE296107"
