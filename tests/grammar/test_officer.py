"""Twin test of grammar/officer.lark, and how Classified By gives name and title."""

from __future__ import annotations

import pytest

from cablegrammar.model import ClassifiedBy, Officer, Reason
from tests.grammar.twin import twin

TestOfficer = twin(
    "officer",
    {
        "Ambassador Jane Roe": Officer("Ambassador", "Jane Roe"),
        "DCM JOHN Q. ROE, JR.": Officer("DCM", "JOHN Q. ROE, JR."),
        "Jane Roe, Consul General, Lima, State": Officer("", "Jane Roe", "Consul General, Lima, State"),
        "Charge d'Affaires a.i., J. Roe": Officer("Charge d'Affaires a.i.", "J. Roe"),
        "POLITICAL AND ECONOMIC COUNSELOR, JANE ROE-SMITH": Officer(
            "POLITICAL AND ECONOMIC COUNSELOR", "JANE ROE-SMITH"
        ),
        "Deputy Political Section Chief Jo Roe": Officer("Deputy Political Section Chief", "Jo Roe"),
        "EUR/PRA Acting Director Jane Roe": Officer("EUR/PRA Acting Director", "Jane Roe"),
        "EAP Acting DAS John J. Roe": Officer("EAP Acting DAS", "John J. Roe"),
        "D/Polcouns Jo Roe": Officer("D/Polcouns", "Jo Roe"),
        "A/PolAd A. \u201cJo\u201d Roe": Officer("A/PolAd", "A. \u201cJo\u201d Roe"),
        "Economic-Political Minister-Counselor Jo R. Roe (acting)": Officer(
            "Economic-Political Minister-Counselor", "Jo R. Roe", "(acting)"
        ),
        "Ambassador Jane Roe for E.O. 12958": Officer("Ambassador", "Jane Roe"),
        "AIT Director J. Roe. Reason(s): 1.4 (X/D)": Officer("AIT Director", "J. Roe"),
        "Roe, AMB": Officer("", "Roe", "AMB"),
        "Ambassador": Officer("Ambassador"),
    },
    ["", ", Lima", "(acting)", "; Jane Roe", ":", "Reasons 1.4", "...", "..", " . "],
)


@pytest.mark.parametrize(
    ("classifier", "name", "title"),
    [
        ("Ambassador Jane Roe", "Jane Roe", "Ambassador"),
        ("Jane Roe, Consul General, Lima", "Jane Roe", "Consul General, Lima"),
        ("DCM Jane Roe, Embassy Lima", "Jane Roe", "DCM, Embassy Lima"),
        ("", "", ""),
        ("XXXXXXXXXXXX", "XXXXXXXXXXXX", ""),
    ],
)
def test_name_and_title(classifier: str, name: str, title: str) -> None:
    value = ClassifiedBy(classifier, (Reason("1.4", "b"),)) if classifier else ClassifiedBy(derived_from="DSCG 05-1")
    assert (value.name, value.title) == (name, title)
