"""What checking does, counted: nothing is read, written or proven that nobody asked for, and nothing twice."""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Iterator, Sequence

import pytest

import cablegrammar as cg
from cablegrammar import blocks
from cablegrammar import model as m
from cablegrammar.diagnostics import LazyFix
from cablegrammar.model import field
from cablegrammar.rules import PROFILES, Context, Finding, Rule, all_rules, context, rule
from cablegrammar.rules import replacing as replacing_
from cablegrammar.signs import signs_in
from tests.shared import cables, needs_corpus

EVERY = cg.Settings(select="ALL")
CLEAN = (
    "OO RUEHBO\nDE RUEHPE #0017/01 2531215\nZNR UUUUU ZZH\nO 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO RUEHBO/AMEMBASSY BOGOTA\n"
    "BT\nUNCLAS LIMA 000017\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL, EAGR, PE, CO\nSUBJECT: RICE HARVEST\n\nREF: A. 09 BOGOTA 5395\n\n"
    "1. SUMMARY: THE HARVEST WAS POOR (REF A).\n\n2. POST WILL REPORT.\n\nROE\nBT\n#0017\nNNNN\n"
)
#: Fields that are glued, doubled tags and captions, addressees without a route, a wrong precedence.
UNTIDY = (
    "PP RUEHBO\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO RUEHBO/AMEMBASSY BOGOTA\nRUEHQT/AMEMBASSY QUITO\nAMEMBASSY QUITO\n"
    "UNCLAS LIMA 000017\n\nSIPDIS\nSIPDIS\n\nTAGS: PREL, PREL, PGVO SUBJECT: RICE REF: A. STATE 9008\n\n1. Poor, see ref A.\n\n"
    "2. See refs A and C, reftel and 08 STATE 12345.\n"
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[object]]:
    """How often the places of a field's parts were read, a text was read on demand, a fix written, or a text parsed."""
    counts: Counter[object] = Counter()
    spans, on_demand, parse = m.Field.spans, blocks.on_demand, cg.parse

    def counting_spans(self: m.Field) -> tuple[m.Span, ...]:
        counts["spans"] += 1
        counts["spans", id(self)] += 1
        return spans(self)

    def counting_on_demand(text: str, construct: str) -> m.Value:
        counts[construct] += 1
        counts[construct, text] += 1
        return on_demand(text, construct)

    def counting_parse(text: str) -> cg.Cable:
        counts["parse"] += 1
        return parse(text)

    def counting_fix(make: object) -> LazyFix:
        counts["lazy"] += 1

        def counted() -> cg.Fix | None:
            counts["fixes"] += 1
            return make()  # type: ignore[operator, no-any-return]

        return LazyFix(counted)

    monkeypatch.setattr(m.Field, "spans", counting_spans)
    monkeypatch.setattr(context, "on_demand", counting_on_demand)
    monkeypatch.setattr(context, "parse", counting_parse)
    monkeypatch.setattr(context, "LazyFix", counting_fix)
    monkeypatch.setattr(replacing_, "LazyFix", counting_fix)
    field.spans_of.cache_clear()
    yield counts
    field.spans_of.cache_clear()


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_read_for_a_clean_cable(profile: str, asked: Counter[object]) -> None:
    assert not cg.check(cg.parse(CLEAN), cg.Settings(profile=profile))
    assert not {"spans", "lazy", "fixes", "parse"} & asked.keys()


def test_a_fix_is_made_up_when_asked_for(asked: Counter[object]) -> None:
    found = cg.check(cg.parse(UNTIDY), cg.Settings(profile="drafting"))
    assert {"CG002", "TAG002", "XC008", "FL001"} <= {one.code for one in found}
    assert asked["lazy"] > 0
    assert not {"fixes", "parse"} & asked.keys()
    fixes = [one.fix for one in found]
    assert any(fixes)
    made = asked["fixes"], asked["parse"]
    # that of the glued fields is proven once for all of them
    assert made[0] > 0
    assert made[1] == 1
    assert [one.fix for one in found] == fixes
    assert made == (asked["fixes"], asked["parse"])


def test_a_field_is_read_once_for_the_places_of_its_parts(asked: Counter[object]) -> None:
    cg.check(cg.parse(UNTIDY), EVERY)
    times = {key: count for key, count in asked.items() if isinstance(key, tuple) and key[0] == "spans"}
    assert times
    assert set(times.values()) == {1}


def test_mentions_are_read_once_a_paragraph(asked: Counter[object]) -> None:
    """However many rules ask, and only of paragraphs that have a sign of one."""
    found = {one.code for one in cg.check(cg.parse(UNTIDY), EVERY)}
    assert {"REF005", "REF006"} <= found
    read = {key[1]: count for key, count in asked.items() if isinstance(key, tuple) and key[0] == "mentions"}
    assert read == {"Poor, see ref A.": 1, "See refs A and C, reftel and 08 STATE 12345.": 1}


def test_signs_are_read_once_a_cable(monkeypatch: pytest.MonkeyPatch) -> None:
    times: Counter[str] = Counter()

    def counting(texts: Sequence[str]) -> tuple[frozenset[type[m.Value]], ...]:
        times["signs"] += 1
        return signs_in(texts)

    monkeypatch.setattr("cablegrammar.cable.signs_in", counting)
    cg.check(cg.parse(UNTIDY), EVERY)
    cg.check(cg.parse(CLEAN), cg.Settings(profile="wire"))
    assert times["signs"] == 1


@needs_corpus
@pytest.mark.parametrize("name", sorted(cables())[::16])
def test_sample(name: str, asked: Counter[object]) -> None:
    """A rule that finds nothing reads no places."""
    cable = cg.parse(cables()[name])
    for one in all_rules():
        asked.clear()
        if not list(one(Context(cable))):
            assert not {"spans", "lazy", "fixes", "parse"} & asked.keys(), one.code


@needs_corpus
def test_context_says_what_the_values_say() -> None:
    """The signs leave nothing out."""
    for text in list(cables().values())[::8]:
        given = Context(cg.parse(text))
        for one in given.body:
            assert given.mentions(one) == one.value.mentions
            assert given.block_marks(one) == one.value.block_marks
            assert given.kind(one) == blocks.lead_in(one.value.text)


# ---- lazy fixes --------------------------------------------------------------------------------------------------------------


def lazy(code: str, fix: cg.Fix | LazyFix | None) -> cg.Diagnostic:
    """A diagnostic with a fix."""
    return cg.Diagnostic(code, "error", (0, 4), "wrong", fix=fix)


def test_a_diagnostic_with_a_lazy_fix_is_one_with_the_fix() -> None:
    fix = cg.Fix((cg.Edit((0, 4), "RICE"),), "unsafe", "Write RICE")
    times: list[int] = []

    def make() -> cg.Fix:
        times.append(1)
        return fix

    one = lazy("XX001", LazyFix(make))
    assert not times
    assert one == lazy("XX001", fix)
    assert one != lazy("XX001", None)
    assert hash(one) == hash(lazy("XX001", fix))
    assert pickle.loads(pickle.dumps(one)) == one
    assert one.fix is fix
    assert len(times) == 1


def test_a_fix_that_there_is_none_of() -> None:
    assert lazy("XX001", LazyFix(lambda: None)).fix is None
    assert pickle.loads(pickle.dumps(lazy("XX001", LazyFix(lambda: None)))) == lazy("XX001", None)


@rule("ACME003", "failing-late", archive="hint", drafting=None, wire=None)
def failing_late(given: Context) -> Iterator[Finding]:
    """Its fix fails."""

    def make() -> cg.Fix:
        raise KeyError("rice")

    yield Finding((0, 1), "rice is spoken of", fix=LazyFix(make))


def test_a_fix_that_fails_names_its_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def chosen(settings: cg.Settings) -> tuple[tuple[Rule, str], ...]:
        return ((failing_late, "hint"),)

    monkeypatch.setattr("cablegrammar.checking.chosen", chosen)
    (said,) = cg.check(cg.parse("SUBJECT: RICE\n"))
    with pytest.raises(
        cg.RuleError, match=r"rule ACME003 \(failing-late, in tests.test_check_work\) failed: KeyError: 'rice'"
    ):
        assert said.fix
