"""Checking: settings, and what rules find in the sample."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.rules import PROFILES, all_rules
from cablegrammar.settings import chosen
from tests.properties.mutations import mutated
from tests.shared import cables, needs_corpus

EVERY = cg.Settings(select="ALL")
#: The share of the sound cables on which a rule may fire in the profile `archive`.
MOST = 0.20


#: The format line rules whose codes begin with FL01.
FL_TENS = {rule.code for rule in all_rules() if rule.code.startswith("FL01")}


def codes(settings: cg.Settings) -> set[str]:
    """The codes of the rules that are on."""
    return {rule.code for rule, _ in chosen(settings)}


# ---- settings ----------------------------------------------------------------------------------------------------------------


def test_profiles() -> None:
    for profile in PROFILES:
        expected = {rule.code for rule in all_rules() if rule.severity(profile)}
        assert codes(cg.Settings(profile=profile)) == expected
    assert cg.Settings() == cg.Settings(profile="archive")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"select": "FL001"}, {"FL001"}),
        ({"select": ["FL"]}, {rule.code for rule in all_rules() if rule.family == "FL"}),
        ({"select": "FL01, TAG002", "ignore": "FL012"}, {"TAG002"} | FL_TENS - {"FL012"}),
        # the longer name decides
        ({"select": "FL001", "ignore": "FL"}, {"FL001"}),
        ({"select": "FL", "ignore": "FL0"}, set()),
        ({"select": "FL001", "ignore": "FL001"}, set()),
        ({"ignore": "ALL"}, set()),
        ({"ignore": "ALL", "extend_select": "TAG002"}, {"TAG002"}),
        # what the profile has off, somebody can ask for
        ({"select": "CAP001"}, {"CAP001"}),
        ({"select": "TAG002", "extend_select": "CAP001"}, {"TAG002", "CAP001"}),
    ],
)
def test_selection(given: dict[str, Any], expected: set[str]) -> None:
    assert codes(cg.Settings(**given)) == expected


def test_more_than_the_profile() -> None:
    assert codes(cg.Settings(extend_select="CAP001")) == codes(cg.Settings()) | {"CAP001"}
    assert codes(cg.Settings(select="ALL")) == {rule.code for rule in all_rules()}


def test_severity_follows_the_profile() -> None:
    cable = cg.parse("PP RUEHPE\nO 101215Z SEP 09\n")
    said = {profile: cg.check(cable, cg.Settings(profile=profile))[0].severity for profile in PROFILES}
    assert said == {"archive": "warning", "drafting": "error", "wire": "error"}
    doubled = cg.parse("UNCLAS LIMA 000017\n\nSIPDIS\nSIPDIS\n\nTAGS: PREL\n")
    assert not cg.check(doubled)
    assert [one.severity for one in cg.check(doubled, cg.Settings(select="CAP"))] == ["warning"]


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        ({"profile": "archiv"}, "profile: there is no profile 'archiv'; there are archive, drafting, wire"),
        ({"select": "FL999"}, "select: there is no rule or family 'FL999'"),
        ({"ignore": "TAGS"}, "ignore: there is no rule or family 'TAGS'; did you mean TAG?"),
        ({"extend_select": "C"}, "extend_select: there is no rule or family 'C'"),
        ({"select": "fl"}, "select: there is no rule or family 'fl'; did you mean FL?"),
    ],
)
def test_what_does_not_exist(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match="^" + complaint.replace("?", r"\?")):
        cg.Settings(**given)


# ---- check -------------------------------------------------------------------------------------------------------------------


def test_syntax_by_construct() -> None:
    """What was not understood is chosen and left out by construct, and by where the construct stands."""
    cable = cg.parse("DE RUEHIL #218/01 2531215\nZNY CCCC ZZH\nsee below\nUNCLAS LIMA 000017\n\nREF: ;;\n")

    def codes(**given: Any) -> list[str]:
        return [one.code for one in cg.check(cable, cg.Settings(**given)) if one.code.startswith("CG")]

    assert codes() == codes(select="CG") == ["CG103", "CG104", "CG001", "CG208"]
    assert codes(select="CG1") == ["CG103", "CG104"]
    assert codes(ignore="CG104,CG2") == ["CG103", "CG001"]


@pytest.mark.parametrize(
    ("code", "text", "option"),
    [
        ("SUB002", f"SUBJECT: {'RICE ' * 30}\n", {"max": 200}),
        ("FL009", f"UNCLAS LIMA 000017\n\n1. {'Poor. ' * 12}\n", {"width": 80}),
        ("EO008", "O 101215Z SEP 09\nS E C R E T LIMA 000017\n\nE.O. 12958: DECL: 09/11/2034\n", {"years": 26}),
        ("EO011", "O 101215Z SEP 99\nS E C R E T LIMA 000017\n\nE.O. 12958: DECL: 09/11/2009\n", {"years": 15}),
    ],
)
def test_options(code: str, text: str, option: dict[str, int]) -> None:
    cable = cg.parse(text)
    assert [one.code for one in cg.check(cable, cg.Settings(select=code))] == [code]
    assert not cg.check(cable, cg.Settings(select=code, rules={code: option}))
    assert {one.code for one in all_rules() if one.options} == {"SUB002", "FL009", "EO008", "EO011"}


def test_by_position() -> None:
    text = "PP RUEHPE\nO 101215Z SEP 09\nDE RUEHIL #218/01 2531215\nUNCLAS LIMA 000017\n\nTAGS: PREL, PREL\n"
    found = cg.check(cg.parse(text))
    assert [one.code for one in found] == ["FL001", "CG103", "TAG002"]
    assert [one.span for one in found] == sorted(one.span for one in found)
    assert found[1].expected == ("serial",)


def test_what_a_diagnostic_holds() -> None:
    (said,) = cg.check(cg.parse("PP RUEHPE\nO R 101215Z SEP 09\n"))
    assert said == cg.Diagnostic(
        "FL001",
        "warning",
        (0, 2),
        "FL2 says PRIORITY, but the highest precedence of FL5 is IMMEDIATE",
        name="routing-precedence",
        labels=(cg.Label((10, 11), "IMMEDIATE here"),),
        note="5 FAH-2 H-321.2-1: the prosign is the highest precedence in the message.",
        fix=cg.Fix((cg.Edit((0, 9), "OO RUEHPE"),), "unsafe", "Write OO on FL2"),
    )


def test_only_a_document_has_an_encoding() -> None:
    cable = cg.parse("SUBJECT: CAFÉ\n")
    assert not cg.check(cable)
    assert [one.code for one in cg.check(cg.Document(cable, "windows-1252"))] == ["CG004"]


def test_the_primary_copy_is_checked() -> None:
    """A record with the head twice says each thing once."""
    head = "UNCLAS LIMA 000017\n\nTAGS: PREL, PREL\nSUBJECT: RICE\n\n"
    cable = cg.parse(head + head + "1. Poor.\n\n2. Post will report.\n")
    assert len(cable.copies) == 2
    assert [one.code for one in cg.check(cable)] == ["TAG002"]
    assert cg.check(cable)[0].span[0] > len(head)


@given(st.one_of(strategies.hostile_texts(), mutated()))
def test_any_text(text: str) -> None:
    """Every rule takes every text, and speaks of places within it."""
    for one in cg.check(cg.parse(text), EVERY):
        spans = [
            one.span,
            *(label.span for label in one.labels),
            *(edit.span for edit in (one.fix.edits if one.fix else ())),
        ]
        assert all(0 <= start <= end <= len(text) for start, end in spans)


# ---- the sample --------------------------------------------------------------------------------------------------------------


@cache
def findings() -> dict[str, frozenset[str]]:
    """The codes that the profile `archive` finds in each cable of the sample."""
    return {name: frozenset(one.code for one in cg.check(cg.parse(text))) for name, text in cables().items()}


def sound() -> dict[str, frozenset[str]]:
    """Those of the sound cables: nothing in them is not understood."""
    return {name: found for name, found in findings().items() if not any(code.startswith("CG") for code in found)}


@needs_corpus
def test_no_rule_fires_on_much_of_the_sample() -> None:
    assert len(sound()) > 0.95 * len(findings())
    counts = Counter(code for found in sound().values() for code in found)
    assert {code for code, count in counts.items() if count > MOST * len(sound())} == set()


@needs_corpus
def test_what_half_of_the_sample_does_is_at_most_a_hint() -> None:
    counts = Counter(
        code for text in cables().values() for code in {one.code for one in cg.check(cg.parse(text), EVERY)}
    )
    common = {code for code, count in counts.items() if count > 0.5 * len(cables())}
    assert {rule.severity("archive") for rule in all_rules() if rule.code in common} <= {None, "hint"}


@needs_corpus
def test_most_of_the_sample_is_clean() -> None:
    clean = [name for name, found in findings().items() if not found]
    assert len(clean) > 0.55 * len(findings())
