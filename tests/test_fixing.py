"""Fixes: none over another, each read again, and what they fixed is gone."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.diagnostics import DISPLAY_ONLY, SAFE, UNSAFE, edited
from cablegrammar.fixing import _round  # pyright: ignore[reportPrivateUsage]
from cablegrammar.rules import PROFILES
from tests.properties.mutations import mutated
from tests.shared import cables, needs_corpus

DRAFTING = cg.Settings(profile="drafting", extend_select="ALL")
#: Layout is left alone.
AS_WRITTEN = cg.Settings(profile="drafting", select="ALL", ignore="LAY")
UNTIDY = (
    "PP RUEHBO\r\nR O 101215Z SEP 09\r\nFM AMEMBASSY LIMA\r\nTO RUEHBO/AMEMBASSY BOGOTA\r\nAMEMBASSY BOGOTA\r\n"
    "INFO RUEHBO/AMEMBASSY BOGOTA\r\nUNCLAS LIMA 000017\r\n\r\nSIPDIS\r\nSIPDIS\r\n\r\n"
    "TAGS: PREL, PREL, PGVO SUBJECT: RICE\r\n\r\n1. Poor.\r\n"
)


def diagnostic(span: tuple[int, int], text: str, grade: str = SAFE) -> cg.Diagnostic:
    """A diagnostic with a fix."""
    return cg.Diagnostic("XX001", "error", span, "wrong", fix=cg.Fix((cg.Edit(span, text),), grade, "Do it"))


def fixable(cable: cg.Cable, settings: cg.Settings, unsafe: bool) -> list[cg.Diagnostic]:
    """What could still be fixed."""
    grades = (SAFE, UNSAFE) if unsafe else (SAFE,)
    return [one for one in cg.check(cable, settings) if one.fix is not None and one.fix.grade in grades]


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
    both = [diagnostic((3, 12), "USMISSION", UNSAFE), diagnostic((5, 17), "AMEMBASSY QUITO", UNSAFE)]
    assert cg.unparse(cg.apply_fixes(cable, both, unsafe=True)) == "FM USMISSION LIMA\n"


def test_their_places_are_of_the_text_as_it_was() -> None:
    """Where not all can be made, and the last of them stands before the others."""
    cable = cg.parse("FM AMEMBASSY LIMA\nTO AMEMBASSY BOGOTA \nUNCLAS LIMA 000017\n")
    three = [
        diagnostic((37, 38), ""),
        diagnostic((39, 45), "RICE"),
        diagnostic((2, 3), "   "),
    ]
    fixed = cg.apply_fixes(cable, three)
    assert cg.unparse(fixed) == "FM   AMEMBASSY LIMA\nTO AMEMBASSY BOGOTA\nUNCLAS LIMA 000017\n"


@pytest.mark.parametrize("spans", [[(0, 3), (2, 4)], [(4, 2)], [(0, 5), (1, 2)]])
def test_a_fix_of_edits_that_overlap(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="edits overlap"):
        cg.Fix(tuple(cg.Edit(span, "") for span in spans), SAFE, "Do it")


def test_what_is_for_display_is_not_made() -> None:
    cable = cg.parse("FM AMEMBASSY LIMA\n")
    assert cg.apply_fixes(cable, [diagnostic((3, 17), "USMISSION LIMA", DISPLAY_ONLY)], unsafe=True) is cable


@pytest.mark.parametrize(
    ("text", "grade"),
    [("FM AMEMBASSY QUITO", SAFE), ("DE RUEHIL #218", UNSAFE), ("DE RUEHIL #218", SAFE)],
    ids=["another meaning", "not understood", "neither"],
)
def test_a_fix_that_would_do_harm_is_left_out(text: str, grade: str) -> None:
    """The others are made all the same."""
    cable = cg.parse("FM AMEMBASSY LIMA\nTO AMEMBASSY BOGOTA \n")
    end = len(cg.unparse(cable))
    both = [diagnostic((0, 17), text, grade), diagnostic((end - 2, end - 1), "")]
    assert cg.unparse(cg.apply_fixes(cable, both, unsafe=True)) == "FM AMEMBASSY LIMA\nTO AMEMBASSY BOGOTA\n"


def test_diagnostics_of_another_cable() -> None:
    with pytest.raises(ValueError, match="of another cable"):
        cg.apply_fixes(cg.parse("FM LIMA\n"), [diagnostic((3, 17), "LIMA")])


def holds(cable: cg.Cable, settings: cg.Settings, unsafe: bool) -> None:
    """What is fixed is gone, and what is left cannot be; as much is understood; safe fixes keep the meaning; once more changes nothing."""
    fixed = cg.fix(cable, settings, unsafe=unsafe)
    before = fixable(cable, settings, unsafe)
    if not before:
        assert fixed == cg.Fixed(cable)
        return
    text = cg.unparse(fixed.cable)
    assert cg.parse(text) == fixed.cable
    assert len(fixed.cable.unparsed) <= len(cable.unparsed)
    assert cg.fix(fixed.cable, settings, unsafe=unsafe) == cg.Fixed(fixed.cable)
    left = fixable(fixed.cable, settings, unsafe)
    for one in left:
        assert cg.apply_fixes(fixed.cable, [one], unsafe) is fixed.cable
    assert bool(fixed.made) == (text != cg.unparse(cable))
    if fixed.made:
        assert {grade(one) for one in fixed.made} <= ({SAFE, UNSAFE} if unsafe else {SAFE})
        # the first round makes some of those that were there, and none of these is there again
        first = {(one.code, one.message) for one in fixed.made} & {(one.code, one.message) for one in before}
        assert first
        gone = Counter((one.code, one.message) for one in before)
        gone.subtract((one.code, one.message) for one in left)
        assert all(gone[key] > 0 for key in first)
    if not unsafe:
        assert cg.meaning(fixed.cable) == cg.meaning(cable)


def grade(one: cg.Diagnostic) -> str:
    """Of its fix."""
    return one.fix.grade if one.fix is not None else ""


@given(strategies.cables(), st.booleans())
def test_generated_cables(cable: cg.Cable, unsafe: bool) -> None:
    holds(cable, DRAFTING, unsafe)


@needs_corpus
@given(mutated(), st.booleans())
def test_damaged_cables(text: str, unsafe: bool) -> None:
    holds(cg.parse(text), DRAFTING, unsafe)


@given(strategies.hostile_texts(), st.booleans())
def test_hostile_texts(text: str, unsafe: bool) -> None:
    holds(cg.parse(text), DRAFTING, unsafe)


@given(strategies.cables(), st.data())
def test_any_fixes(cable: cg.Cable, data: st.DataObject) -> None:
    """Those that are made do not overlap, and nothing but their stretches is changed; no harm is done, whatever is asked for."""
    text = cg.unparse(cable)
    spans = st.tuples(*[st.integers(0, len(text))] * 2).map(lambda pair: (min(pair), max(pair)))
    words = st.sampled_from(["", " ", "\n", "LIMA", "SUBJECT: RICE\n", "\nSIPDIS\n", "2. (C) "])
    given_ = data.draw(st.lists(st.builds(diagnostic, spans, words, st.sampled_from([SAFE, UNSAFE])), max_size=6))
    unsafe = data.draw(st.booleans())
    fixed = _round(cable, given_, unsafe)
    edits = sorted((edit for one in fixed.made if one.fix for edit in one.fix.edits), key=lambda edit: edit.span)
    assert all(one.span[1] < other.span[0] for one, other in pairwise(edits))
    assert cg.unparse(fixed.cable) == edited(text, edits)
    assert len(fixed.cable.unparsed) <= len(cable.unparsed)
    if not unsafe:
        assert cg.meaning(fixed.cable) == cg.meaning(cable)


@needs_corpus
@pytest.mark.parametrize("name", sorted(cables()))
def test_sample(name: str) -> None:
    """With every rule, and in every profile; where no rule has a fix, none has one in a profile."""
    cable = cg.parse(cables()[name])
    for unsafe in (False, True):
        if fixable(cable, DRAFTING, unsafe):
            for settings in (*(cg.Settings(profile=profile) for profile in PROFILES), DRAFTING):
                holds(cable, settings, unsafe)
