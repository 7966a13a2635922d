"""Fixes: none over another, each read again, and what they fixed is gone."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.diagnostics import DISPLAY_ONLY, SAFE, UNSAFE
from tests.shared import cables, needs_corpus

DRAFTING = cg.Settings(profile="drafting", extend_select="ALL")
#: Layout is left alone.
AS_WRITTEN = cg.Settings(profile="drafting", select="ALL", ignore="LAY")
UNTIDY = (
    "PP RUEHBO\r\nR O 101215Z SEP 09\r\nFM AMEMBASSY LIMA\r\nTO RUEHBO/AMEMBASSY BOGOTA\r\nAMEMBASSY BOGOTA\r\n"
    "INFO RUEHBO/AMEMBASSY BOGOTA\r\nUNCLAS LIMA 000017\r\n\r\nSIPDIS\r\nSIPDIS\r\n\r\n"
    "TAGS: PREL, PREL, PGVO SUBJECT: RICE\r\n\r\n1. Poor.\r\n"
)


def diagnostic(start: int, end: int, text: str, grade: str = SAFE) -> cg.Diagnostic:
    """A diagnostic with a fix."""
    return cg.Diagnostic(
        "XX001", "error", (start, end), "wrong", fix=cg.Fix((cg.Edit((start, end), text),), grade, "Do it")
    )


def fixable(cable: cg.Cable, unsafe: bool) -> list[cg.Diagnostic]:
    """What could still be fixed."""
    grades = (SAFE, UNSAFE) if unsafe else (SAFE,)
    return [one for one in cg.check(cable, DRAFTING) if one.fix is not None and one.fix.grade in grades]


def test_until_there_is_none() -> None:
    fixed = cg.fix(cg.parse(UNTIDY), AS_WRITTEN, unsafe=True)
    assert cg.unparse(fixed.cable) == (
        "OO RUEHBO\r\nO R 101215Z SEP 09\r\nFM AMEMBASSY LIMA\r\nTO RUEHBO/AMEMBASSY BOGOTA\r\n"
        "UNCLAS LIMA 000017\r\n\r\nSIPDIS\r\n\r\n"
        "TAGS: PREL, PGVO\r\nSUBJECT: RICE\r\n\r\n1. Poor.\r\n"
    )
    assert Counter(one.code for one in fixed.made) == Counter(
        ["FL001", "FL002", "FL004", "FL005", "CAP001", "TAG002", "CG002"]
    )
    assert [one.code for one in cg.check(fixed.cable, AS_WRITTEN)] == ["TAG001", "PAR003", "PAR008", "FL011"]


def test_safe_ones_only() -> None:
    cable = cg.parse(UNTIDY)
    fixed = cg.fix(cable, AS_WRITTEN)
    assert {one.code for one in fixed.made} == {"CAP001", "CG002"}
    assert cg.meaning(fixed.cable) == cg.meaning(cable)


def test_nothing_to_fix() -> None:
    cable = cg.parse("FM AMEMBASSY LIMA\n")
    assert cg.apply_fixes(cable, cg.check(cable)) is cable
    assert cg.fix(cable) == cg.Fixed(cable)


def test_the_first_of_those_that_overlap() -> None:
    cable = cg.parse("FM AMEMBASSY LIMA\n")
    both = [diagnostic(3, 12, "USMISSION", UNSAFE), diagnostic(5, 17, "AMEMBASSY QUITO", UNSAFE)]
    assert cg.unparse(cg.apply_fixes(cable, both, unsafe=True)) == "FM USMISSION LIMA\n"


def test_what_is_for_display_is_not_made() -> None:
    cable = cg.parse("FM AMEMBASSY LIMA\n")
    assert cg.apply_fixes(cable, [diagnostic(3, 17, "USMISSION LIMA", DISPLAY_ONLY)], unsafe=True) is cable


@pytest.mark.parametrize(
    ("text", "grade"),
    [("FM AMEMBASSY QUITO", SAFE), ("DE RUEHIL #218", UNSAFE), ("DE RUEHIL #218", SAFE)],
    ids=["another meaning", "not understood", "neither"],
)
def test_a_fix_that_would_do_harm_is_left_out(text: str, grade: str) -> None:
    """The others are made all the same."""
    cable = cg.parse("FM AMEMBASSY LIMA\nTO AMEMBASSY BOGOTA \n")
    end = len(cg.unparse(cable))
    both = [diagnostic(0, 17, text, grade), diagnostic(end - 2, end - 1, "")]
    assert cg.unparse(cg.apply_fixes(cable, both, unsafe=True)) == "FM AMEMBASSY LIMA\nTO AMEMBASSY BOGOTA\n"


def test_diagnostics_of_another_cable() -> None:
    with pytest.raises(ValueError, match="of another cable"):
        cg.apply_fixes(cg.parse("FM LIMA\n"), [diagnostic(3, 17, "LIMA")])


def holds(cable: cg.Cable) -> None:
    """Safe fixes keep the meaning; afterwards what was fixed is gone, and as much is understood."""
    for unsafe in (False, True):
        fixed = cg.fix(cable, DRAFTING, unsafe=unsafe)
        for left in fixable(fixed.cable, unsafe):
            assert cg.apply_fixes(fixed.cable, [left], unsafe) is fixed.cable
        assert cg.parse(cg.unparse(fixed.cable)) == fixed.cable
        assert len(fixed.cable.unparsed) <= len(cable.unparsed)
        if not unsafe:
            assert cg.meaning(fixed.cable) == cg.meaning(cable)


@given(strategies.cables())
def test_generated_cables(cable: cg.Cable) -> None:
    holds(cable)


@needs_corpus
@pytest.mark.parametrize("name", sorted(cables())[::8])
def test_sample(name: str) -> None:
    holds(cg.parse(cables()[name]))
