"""Repairs: what is proposed, what is not, and what becomes of the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from tests.properties.mutations import mutated
from tests.shared import cables, needs_corpus, seed

WIRE = "VZCZCXYZ0012\nPP RUEHC\nDE RUEHPE #0017 0421530\nZNR UUUUU ZZH\nP 111530Z FEB 09\nFM AMEMBASSY LIMA\n"
ADDRESSES = "TO RUEHC/SECSTATE WASHDC PRIORITY 4797\nINFO RUEHBO/AMEMBASSY BOGOTA 0837\n\n"
LINE = "C O N F I D E N T I A L SECTION 01 OF 02 LIMA 000017\n\nSIPDIS\n\n"
HEAD = "E.O. 12958: DECL: 02/11/2019\nTAGS: PREL, PGOV, PE\nSUBJECT: RICE HARVEST\n\nREF: A. STATE 9008\n     B. QUITO 12\n\n"
BODY = "Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d).\n\n1. (C) Poor.\n\n2. (C) Fair.\nROE\n"
WHOLE = WIRE + ADDRESSES + LINE + HEAD + BODY

#: What is damaged, how, and the grade of its repair.
DAMAGE = [
    ("SUBJECT:", "SUBJCT:", "safe"),
    ("SUBJECT:", "SUBEJCT:", "safe"),
    ("SUBJECT:", "SU8JECT:", "safe"),
    ("SUBJECT:", "SUBJECTT:", "safe"),
    ("SUBJECT:", "SUBJECT;", "safe"),
    ("SUBJECT: RICE", "SUBJECT RICE", "safe"),
    ("TAGS:", "TGAS:", "unsafe"),
    ("REF:", "RFE:", "unsafe"),
    ("E.O. 12958", "F.O. 12958", "unsafe"),
    ("12958: DECL: 02/11", "l2958: DECL: O2/11", "safe"),
    ("Classified By", "Classifed By", "safe"),
    ("T I A L", "T I L A", "safe"),
    ("C O N F", "C O M F", "safe"),
    ("SECTION", "SECTOIN", "safe"),
    ("VZCZCXYZ", "VZCCXYZ", "safe"),
    ("#0017 0421530", "#OOl7 042153O", "safe"),
    ("P 111530Z FEB 09", "P 11l53OZ FEB O9", "safe"),
    ("INFO RUEHBO", "INF0 RUEHBO", "unsafe"),
    ("PREL, PGOV, PE", "PRELPGOVPE", "safe"),
    ("PREL, PGOV", "P REL, PGOV", "unsafe"),
    ("PGOV", "PG0V", "safe"),
    ("Reasons 1.4", "Rea\nsons 1.4", "safe"),
    ("Reasons 1.4", "Reasons 1.\n4", "safe"),
    ("Ambassador Jane", "Ambassa\ndor Jane", "unsafe"),
    ("Ambassador Jane", "Ambassad \nor Jane", "unsafe"),
    ("1. (C) Poor", "1. C) Poor", "unsafe"),
    ("1. (C) Poor", "1. (C Poor", "unsafe"),
    ("\n\nC O N F", "C O N F", "safe"),
    ("02/11/2019\nTAGS", "02/11/2019 TAGS", "safe"),
    ("Fair.\nROE", "Fair. ROE", "safe"),
]


@pytest.mark.parametrize(("regular", "damaged", "grade"), DAMAGE, ids=[repr(row[1]) for row in DAMAGE])
def test_damage_is_repaired(regular: str, damaged: str, grade: str) -> None:
    """The one repair that is proposed gives the same cable as before the damage."""
    assert WHOLE.count(regular) == 1
    cable = cg.parse(WHOLE.replace(regular, damaged))
    proposed = cg.propose_repairs(cable)
    assert [repair.grade for repair in proposed] == [grade]
    assert all(repair.reason for repair in proposed)
    assert cg.meaning(cg.apply_repairs(cable, proposed)) == cg.meaning(cg.parse(WHOLE))


@pytest.mark.parametrize(
    ("regular", "other"),
    [
        ("SUBJECT: RICE", "SUBXXCT: RICE"),  # more than one mistake
        ("1. (C) Poor.", "1. (C) Poor.\n\nSUBJCT: RICE"),  # in the body it is text
        ("PREL, PGOV, PE", "PRELXXXX, PE"),  # no codes
        ("PREL, PGOV, PE", "PREL, P GOVX, PE"),
        ("1. (C) Poor.", "1. Options: 2. C) rice. 3. C) wheat."),  # labels of a list
        ("Reasons 1.4", "Reason 1.4"),
        ("Roe, Reasons", "Roe\nof Lima, Reasons"),
        ("QUITO 12", "QUITO 12 (ROE EMAIL)"),
        ("#0017", "#OX17"),  # letters that stand for no digits
        ("RICE HARVEST", "B0B'S I8O FARM"),  # a subject may say anything
        ("SIPDIS", "SIPDIS\n\nREP: LODGE"),  # no telegram behind it
    ],
)
def test_what_is_not_repaired(regular: str, other: str) -> None:
    assert WHOLE.count(regular) == 1
    cable = cg.parse(WHOLE.replace(regular, other))
    assert cg.propose_repairs(cable) == ()


def test_a_regular_cable_needs_nothing() -> None:
    assert cg.propose_repairs(cg.parse(WHOLE)) == ()
    assert cg.propose_repairs(cg.parse("")) == ()
    assert cg.propose_repairs(cg.canonicalize(cg.parse(seed()))) == ()


def test_several_at_once() -> None:
    text = WHOLE.replace("SUBJECT:", "SUBJCT:").replace("111530Z", "11153OZ").replace("PREL, PGOV, PE", "PRELPGOVPE")
    cable = cg.parse(text)
    proposed = cg.propose_repairs(cable)
    assert [text[slice(*repair.span)] for repair in proposed] == ["11153O", "PRELPGOVPE", "SUBJCT:"]
    assert cg.unparse(cg.apply_repairs(cable, proposed)) == WHOLE


def test_line_ends_stay() -> None:
    text = WHOLE.replace("\n", "\r\n").replace("Fair.\r\nROE", "Fair. ROE")
    (repair,) = cg.propose_repairs(cg.parse(text))
    assert repair.replacement == "\r\n"


def test_repairs_of_another_cable() -> None:
    repair = cg.Repair((50, 60), "", "for a longer text", "safe", "subject")
    with pytest.raises(ValueError, match="repair at 50 to 60 is not within the text, which has 4 characters"):
        cg.apply_repairs(cg.parse("RICE"), [repair])


def test_of_two_that_overlap_the_first_is_made() -> None:
    repairs = [cg.Repair((0, 4), "WHEAT", "first", "safe", ""), cg.Repair((2, 6), "", "second", "safe", "")]
    assert cg.unparse(cg.apply_repairs(cg.parse("RICE IS DEAR"), repairs)) == "WHEAT IS DEAR"


def test_a_text_of_nothing_but_damage_is_looked_into_a_hundred_times() -> None:
    cable = cg.parse("TAGS: " + " ".join(["PREI0"] * 400) + "\nDE RUEHPE #OO17 042153O\n" * 400)
    assert len(cg.propose_repairs(cable)) <= 100


def check(text: str) -> None:
    """What is proposed is within the text, has a grade, and made costs nothing."""
    cable = cg.parse(text)
    proposed = cg.propose_repairs(cable)
    for repair in proposed:
        assert 0 <= repair.span[0] <= repair.span[1] <= len(text)
        assert repair.grade in ("safe", "unsafe")
        assert text[slice(*repair.span)] != repair.replacement
    for chosen in ([one for one in proposed if one.grade == "safe"], proposed):
        repaired = cg.apply_repairs(cable, chosen)
        assert sum(len(one.text) for one in repaired.unparsed) <= sum(len(one.text) for one in cable.unparsed)
        if chosen:
            assert cg.unparse(repaired) != text


@given(mutated())
def test_mutated_cables(text: str) -> None:
    check(text)


@needs_corpus
@given(st.sampled_from(sorted(cables()) or [""]))
def test_the_sample(name: str) -> None:
    check(cables()[name])
