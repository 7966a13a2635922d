"""Twin test of grammar/reference_kind.lark, and the kinds of references."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from cablegrammar.model import Reference, ReferenceKind
from tests.grammar.twin import twin

KINDS = {
    "06 BOGOTA 5395 AND 5396": "cable",
    "2006 BOGOTA 5395": "cable",
    "San Jose 17 AND PREVIOUS": "cable",
    "97114": "cable",
    "SECTO 4012": "secto",
    "77 SECTO 04012": "secto",
    "TOSEC 30123": "tosec",
    "KABUL A-77": "airgram",
    "74 TEHRAN A- 1": "airgram",
    "AIRGRAM A-12 OF MAY 4": "airgram",
    "DEPT OF TREAS 241534Z MAR 06": "date-time group",
    "ROE-DOE EMAIL OF MAY 4": "e-mail",
    "Roe e-mails 8/25": "e-mail",
    "ITEM E-MAILED TO DEPT OCTOBER 9": "e-mail",
    "E-MAIL ON A-10 AIRCRAFT": "e-mail",
    "DOE/ROE TELCON": "telcon",
    "TELEPHONE CONVERSATION WITH ROE": "telcon",
    "2006 GUIDEBOOK": "document",
    "TRIPOLI 00000467 001.2 OF 003": "document",
    "IIR 6 832 0617 06": "document",
    "REPORT ON RECALLS": "document",
}

TestReferenceKind = twin(
    "reference_kind",
    {
        " SECTO  4012 \n": ReferenceKind("secto", "SECTO 4012"),
        **{words: ReferenceKind(kind, words) for words, kind in KINDS.items()},
    },
    # nothing is no reference; anything else is a document at least
    ["", " ", "\n", "\t", "\r\n \n"],
)


@pytest.mark.parametrize(
    ("reference", "kind"),
    [
        (Reference(post="STATE", number="9008", remarks=("ROE EMAIL",)), "cable"),
        (Reference(year="06", post="BOGOTA", number="5395", also=("5396",), and_previous=True), "cable"),
        (Reference(text="ROE-DOE EMAIL OF MAY 4"), "e-mail"),
        (Reference(letter="B"), ""),
    ],
)
def test_kind_of_a_reference(reference: Reference, kind: str) -> None:
    assert reference.kind == kind


def test_kinds_of_a_ref_line() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\n\nREF: A. 74 KABUL A-77\nB. SECTO 04012\nC. ROE TELCON\nD. QUITO 1\n")
    assert [reference.kind for reference in cable.references] == ["airgram", "secto", "telcon", "cable"]
