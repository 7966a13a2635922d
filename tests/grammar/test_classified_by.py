"""Twin test of grammar/classified_by.lark."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from cablegrammar.blocks import read
from cablegrammar.model import ClassifiedBy, Level, PortionMarking, Reason
from cablegrammar.writer import write
from tests.grammar.twin import twin

B, C, D = Reason("1.4", "b"), Reason("1.4", "c"), Reason("1.4", "d")
U = PortionMarking(Level.UNCLASSIFIED)

TestClassifiedBy = twin(
    "classified_by",
    {
        "Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)": ClassifiedBy("Ambassador Jane Roe", (B, D)),
        " CLASSIFIED BY: Roe, DCM; REASON: 1.4(B), (D) \n\n": ClassifiedBy("Roe, DCM", (B, D)),
        "Classified By: CLASSIFIED BY CDA JANE ROE FOR REASONS: 1.4 b, d": ClassifiedBy("CDA JANE ROE", (B, D)),
        "Classified by CDA J. Roe for reasons 1.4 (b),(d).": ClassifiedBy("CDA J. Roe", (B, D)),
        "(U) Classified by: Jane Roe; reasons: 1.5 (b,d).": ClassifiedBy(
            "Jane Roe", (Reason("1.5", "b"), Reason("1.5", "d")), marking=U
        ),
        "Classified By: Ambassador Jane Roe, for rea \nsons 1. \n4 (b) and ( d).": ClassifiedBy(
            "Ambassador Jane Roe", (B, D)
        ),
        "Classified By: Jane Roe Reaso ns 1. 4 (b) a\r\nnd (d)": ClassifiedBy("Jane Roe", (B, D)),
        "Classified By: Special Advisor for Securit \ny Talks, per 1.4(d)": ClassifiedBy(
            "Special Advisor for Securit y Talks", (D,)
        ),
        "Classified By: Jane Roe, Jr. for Reasons 1.4 (b/ d )": ClassifiedBy("Jane Roe, Jr.", (B, D)),
        "Classified By: Jane Roe. Reason(s): \n1.4 (B & D)": ClassifiedBy("Jane Roe", (B, D)),
        "Classified By: Jane Roe: 1.4 (b) (c) and (d).": ClassifiedBy("Jane Roe", (B, C, D)),
        "CLASSIFIED BY: Jane Roe, U.S. Mission. \n\nREASON: 1.4 (b), (d)": ClassifiedBy(
            "Jane Roe, U.S. Mission", (B, D)
        ),
        "Classified By: Jane Roe, reasons 1.4 b.d.": ClassifiedBy("Jane Roe", (B, D)),
        "Classified By: Jane Roe for reasons 1.4b and 1.5 (d)": ClassifiedBy("Jane Roe", (B, Reason("1.5", "d"))),
        "Classified By: Jane Roe for E.O. 12958 reasons 1.4 (b)": ClassifiedBy("Jane Roe for E.O. 12958", (B,)),
        "Classified By: Jane Roe, reason 1.4 (b). (C) See below": ClassifiedBy("Jane Roe", (B,), "(C) See below"),
        "Classified By: Jane Roe for good reasons": ClassifiedBy("Jane Roe for good reasons"),
        "Classified By: Derived from Multiple Sources": ClassifiedBy(derived_from="Multiple Sources"),
        "DERIVED FROM: DSCG 05-1 B, D \n": ClassifiedBy(derived_from="DSCG 05-1 B, D"),
        "CLASS BY Roe\nREASON: 1.4 (d)\n\nDERIVED FROM: DSCG\nDECLASSIFY ON: MAY 4, 2019": ClassifiedBy(
            "Roe", (D,), derived_from="DSCG", declassify_on="MAY 4, 2019"
        ),
        "Classified By: ...": ClassifiedBy("..."),
    },
    [
        "",
        "Classified",
        "Classified by whom?",
        "classified by Jane Roe",
        "UNCLASSIFIED BY: Jane Roe",
        "REASON: 1.4 (b)",
        "Jane Roe, Reasons 1.4 (b)",
        "(X) Classified By: Jane Roe",
        "Derived from a source",
        "Classified By: Jane Roe\n\nThe talks went on.",
    ],
)


@pytest.mark.parametrize(
    "letters",
    ["(b) and (d)", "(B), (D)", "(b,d)", "b/d", "B AND D", "(b)(d)", "(b+d)", "(b ) & ( d)", "(b, \nd)", "-b,d"],
)
def test_spellings_of_the_letters(letters: str) -> None:
    assert read(f"Classified By: Roe, reasons 1.4 {letters}.", "classified_by") == ClassifiedBy("Roe", (B, D))


def test_it_is_wrapped_between_words() -> None:
    value = ClassifiedBy("Jane Roe, Deputy Chief of Mission, Embassy of the United States", (B, C, D))
    assert write(value) == (
        "Classified By: Jane Roe, Deputy Chief of Mission, Embassy of the\nUnited States, Reasons 1.4 (b), (c) and (d)"
    )


def test_in_a_numbered_paragraph() -> None:
    """Some drafters number the sentence; the paragraph stays one."""
    cable = cg.parse(
        "UNCLAS LIMA 000017\n\n1. (U) Classified by Ambassador Jane Roe for reasons 1.5 (B) and (D).\n\n2. (C) Poor.\n"
    )
    assert cable.classified_by is not None
    assert cable.classified_by.name == "Jane Roe"
    assert [str(reason) for reason in cable.classified_by.reasons] == ["1.5(b)", "1.5(d)"]
    assert len(cable.paragraphs) == 2


@pytest.mark.parametrize("words", ["Classified by whom? For reasons 1.4 (b).", "Classified By: Jane Roe.", "Poor."])
def test_a_paragraph_that_classifies_nothing(words: str) -> None:
    assert cg.parse(f"UNCLAS LIMA 000017\n\n1. (U) {words}\n\n2. (U) Fair.\n").classified_by is None


def test_a_cut_off_classifier_is_nobody() -> None:
    """What a property reads on demand is kept where it does not read, and never raises."""
    value = cg.parse("SUBJECT: RICE\n\nClassified by: ...\n").classified_by
    assert value is not None
    assert (value.officer, value.name, value.title) == (None, "", "")
