"""The rules: each has its documentation and its cases, and the cases hold."""

from __future__ import annotations

import importlib.metadata
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

import cablegrammar as cg
from cablegrammar.diagnostics import CODES, GRADES, SEVERITIES, Label
from cablegrammar.document import read_text
from cablegrammar.rules import FAMILIES, PROFILES, SECTIONS, Context, Finding, Rule, all_rules, registry, rule, rule_of
from tests.rules.cases import FOLDER, cases, fences, shown
from tests.shared import ROOT

RULES = all_rules()
each_rule = pytest.mark.parametrize("one", RULES, ids=lambda one: one.code)


def found(data: bytes, code: str, profile: str = "archive") -> tuple[cg.Diagnostic, ...]:
    """What one rule finds in a file."""
    text, encoding, bom = read_text(data)
    return cg.check(cg.Document(cg.parse(text), encoding, bom), cg.Settings(select=(code,), profile=profile))


# ---- what each rule must have ------------------------------------------------------------------------------------------------


@each_rule
def test_code_and_name(one: Rule) -> None:
    assert one.family in FAMILIES
    assert len(one.code) == len(one.family) + 3
    assert one.name == one.name.lower().strip("-")
    assert one.find.__name__ == one.name.replace("-", "_")
    assert [profile for profile, _ in one.severities] == list(PROFILES)
    assert {severity for _, severity in one.severities} <= {*SEVERITIES, None}
    # layout is a matter of taste: whoever wants it checked says so
    assert any(severity for _, severity in one.severities) != (one.family == "LAY")


def test_names_are_unique() -> None:
    assert len({one.name for one in RULES}) == len(RULES)


@each_rule
def test_docstring(one: Rule) -> None:
    """A sentence, then every section in the order, none empty."""
    assert one.summary.endswith(".")
    assert tuple(one.sections) == SECTIONS
    assert all(one.sections.values())
    assert one.fix_grade in {*GRADES, "none"}


@each_rule
def test_options(one: Rule) -> None:
    """Each is described, with its default."""
    section = one.sections["Options"]
    assert (section == "None.") == (not one.options)
    for option in one.options:
        assert f"`{option.name}`" in section
        assert str(option.default) in section
        assert option.about.endswith(".")
        assert option.default >= option.least


@each_rule
def test_examples(one: Rule) -> None:
    """The example is one, and the corrected example is none; a fix has the grade that the docstring says."""
    ((_, wrong),) = fences(one.sections["Example"])
    ((_, right),) = fences(one.sections["Corrected"])
    said = found(wrong, one.code)
    assert said
    assert not found(right, one.code)
    assert {each.fix.grade if each.fix else "none" for each in said} == {one.fix_grade}
    if one.fix_grade in ("safe", "unsafe"):
        fixed = cg.fix(cg.parse(wrong.decode()), cg.Settings(select=(one.code,)), unsafe=True)
        assert cg.unparse(fixed.cable) == right.decode()


# ---- the cases in Markdown ---------------------------------------------------------------------------------------------------


def test_each_rule_has_cases() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == {one.code for one in RULES}


@each_rule
def test_cases_fire_and_miss(one: Rule) -> None:
    """At least one of each; the file begins with code and name."""
    text = (FOLDER / f"{one.code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {one.code} {one.name}\n")
    assert {bool(case.diagnostics) for case in cases(one.code)} == {True, False}


@pytest.mark.parametrize(
    ("code", "number"), [(one.code, number) for one in RULES for number, _ in enumerate(cases(one.code))]
)
def test_case(code: str, number: int) -> None:
    case = cases(code)[number]
    document, settings = case.document, cg.Settings(select=(code,), profile=case.profile)
    diagnostics = cg.check(document, settings)
    text = cg.unparse(document.cable)
    assert shown(text, diagnostics) == case.diagnostics
    assert {each.code for each in diagnostics} <= {code}
    assert all(each.note and each.name for each in diagnostics)
    fixed = cg.fix(document.cable, settings, unsafe=True)
    assert cg.unparse(fixed.cable) == (case.fixed or text)
    assert not case.fixed or not cg.check(fixed.cable, settings)


# ---- what others say of rules ------------------------------------------------------------------------------------------------


def test_no_page_mentions_a_rule_that_is_gone() -> None:
    """Codes of our families in the documentation, in docstrings and in other rules' tests are codes that exist."""
    code = re.compile(rf"\b(?:{'|'.join(FAMILIES)})[0-9]{{3}}\b")
    known = {one.code for one in RULES} | set(CODES)
    pages = [*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CHANGELOG.md", *FOLDER.glob("*.md")]
    pages += (ROOT / "cablegrammar").rglob("*.py")
    for page in pages:
        assert set(code.findall(page.read_text(encoding="utf-8"))) <= known, page.name


def test_clauses() -> None:
    """Each rule is named where its clause is, and no other; each clause has a rule or a reason."""
    text = (ROOT / "docs" / "rules" / "clauses.md").read_text(encoding="utf-8")
    named = set(re.findall(rf"\b(?:{'|'.join(FAMILIES)})[0-9]{{3}}\b", text))
    assert named == {one.code for one in RULES}
    for row in text.splitlines():
        if row.startswith("| "):
            _, clause, answer, _ = row.split("|")
            assert clause.strip()
            assert answer.strip()


# ---- the registry ------------------------------------------------------------------------------------------------------------


def test_rule_of() -> None:
    assert rule_of("FL001") is rule_of("routing-precedence")
    with pytest.raises(ValueError, match="there is no rule 'FL0001'; did you mean FL001"):
        rule_of("FL0001")
    with pytest.raises(ValueError, match="did you mean doubled-tag"):
        rule_of("double-tag")


@rule("ACME001", "no-rice", archive="hint", drafting="error", wire=None)
def no_rice(context: Context) -> Iterator[Finding]:
    """Rice is not spoken of."""
    for field in context.all(cg.Subject):
        if "RICE" in field.value.text:
            yield Finding(field.span, "rice is spoken of")


@rule("ACME002", "failing", archive=None, drafting=None, wire=None)
def failing(context: Context) -> Iterator[Finding]:
    """It fails."""
    raise KeyError("rice")
    yield


class Point:
    """An entry point."""

    name, value, dist = "acme", "acme.rules", None

    def __init__(self, loaded: object) -> None:
        self.loaded = loaded

    def load(self) -> object:
        """What the entry point names."""
        if isinstance(self.loaded, Exception):
            raise self.loaded
        return self.loaded


@pytest.fixture
def entry_points(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Point]]:
    """Entry points, as if a distribution brought them."""
    from cablegrammar.settings import chosen

    points: list[Point] = []
    monkeypatch.setattr(registry, "_are_brought", lambda: True)
    monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: points if group == registry.GROUP else [])
    for forget in (all_rules, chosen):
        forget.cache_clear()
    yield points
    for forget in (all_rules, chosen):
        forget.cache_clear()


def test_rules_of_others(entry_points: list[Point]) -> None:
    entry_points.append(Point(no_rice))
    entry_points.append(Point(failing))
    (said,) = cg.check(cg.parse("SUBJECT: RICE\n"))
    assert (said.code, said.name, said.severity, said.message) == ("ACME001", "no-rice", "hint", "rice is spoken of")
    assert not cg.check(cg.parse("SUBJECT: RICE\n"), cg.Settings(ignore="ACME"))
    with pytest.raises(cg.RuleError, match=r"rule ACME002 \(failing, in tests.test_rules\) failed: KeyError: 'rice'"):
        cg.check(cg.parse(""), cg.Settings(extend_select="ACME002"))


@pytest.mark.parametrize(
    ("loaded", "complaint"),
    [
        (no_rice.find, "expected a module that holds rules, or a rule, not a function"),
        (json, "expected a module that holds rules, or a rule, not a module without any"),
        (ImportError("no module named acme"), "cannot be loaded: ImportError: no module named acme"),
        (
            Rule("FL001", "other", (), no_rice.find, ""),
            r"two rules FL001: FL001 \(routing-precedence\) in cablegrammar.rules.format_lines, and FL001 \(other\) in tests",
        ),
        (
            Rule("ACME003", "routing-precedence", (), no_rice.find, ""),
            r"two rules routing-precedence: FL001 .*, and ACME003 \(routing-precedence\) in tests",
        ),
    ],
)
def test_bad_entry_points(entry_points: list[Point], loaded: object, complaint: str) -> None:
    entry_points.append(Point(loaded))
    with pytest.raises(cg.RuleError, match=complaint):
        all_rules()


@pytest.mark.parametrize("code", ["ACME", "001", "acme001", "AC-ME001", "ÄCME001", ""])
def test_bad_codes(code: str) -> None:
    with pytest.raises(ValueError, match="expected capitals and then digits, such as ACME001"):
        rule(code, "no-rice", archive=None, drafting=None, wire=None)(no_rice.find)


@pytest.mark.parametrize(
    ("found", "complaint"),
    [
        ("rice", "TypeError: expected it to yield a Finding, not a str"),
        (Finding((0, 900), "rice"), r"ValueError: \(0, 900\) is no stretch of a text of 14 characters"),
        (
            Finding((0, 1), "rice", labels=(Label((5, 4), "here"),)),
            r"ValueError: \(5, 4\) is no stretch of a text of 14 characters",
        ),
    ],
)
def test_bad_findings(entry_points: list[Point], found: Any, complaint: str) -> None:
    def find(context: Context) -> Iterator[Finding]:
        yield found

    entry_points.append(Point(Rule("ACME001", "no-rice", no_rice.severities, find, "")))
    with pytest.raises(cg.RuleError, match=rf"rule ACME001 \(no-rice, in tests.test_rules\) failed: {complaint}"):
        cg.check(cg.parse("SUBJECT: RICE\n"))
