"""SARIF 2.1.0, the interchange format of analysis tools (OASIS)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cablegrammar import __version__
from cablegrammar.diagnostics import CODES, DISPLAY_ONLY, Diagnostic, Stretch
from cablegrammar.reporting.report import Report
from cablegrammar.rules.registry import all_rules

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
#: The name of our fingerprints; the number grows when they are computed in another way.
FINGERPRINT = "cablegrammar/v1"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}


def sarif(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """One run with the results of all files and what the rules that found something are."""
    rules: dict[str, int] = {}
    results = [
        _result(report, one, fingerprint, rules.setdefault(one.code, len(rules)))
        for report in reports
        for one, fingerprint in zip(report.diagnostics, report.fingerprints(), strict=True)
    ]
    driver = {"name": "cablegrammar", "semanticVersion": __version__, "rules": [_rule(code) for code in rules]}
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    yield json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(code: str) -> dict[str, Any]:
    for rule in all_rules():
        if rule.code == code:
            text = f"{rule.summary}\n\n{rule.sections.get('What it does', '')}".strip()
            return {
                "id": code,
                "name": rule.name,
                "shortDescription": {"text": rule.summary},
                "fullDescription": {"text": text},
                "help": {"text": rule.text, "markdown": rule.text},
                "defaultConfiguration": {"level": _LEVELS[rule.severity_when_selected]},
                "properties": {"family": rule.family, "fix": rule.fix_grade},
            }
    name, summary = CODES.get(code, (code, code))
    return {"id": code, "name": name, "shortDescription": {"text": summary}}


def _result(report: Report, one: Diagnostic, fingerprint: str, rule_index: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": rule_index,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.message}; {one.help}" if one.help else one.message},
        "locations": [{"physicalLocation": _location(report, one.span)}],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }
    if one.labels:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(report, label.span), "message": {"text": label.text}}
            for number, label in enumerate(one.labels, 1)
        ]
    # viewers make the fixes that they are given
    if one.fix is not None and one.fix.grade != DISPLAY_ONLY:
        replacements = [
            {"deletedRegion": _region(report, edit.span), "insertedContent": {"text": edit.text}}
            for edit in one.fix.edits
        ]
        change = {"artifactLocation": _artifact(report), "replacements": replacements}
        result["fixes"] = [
            {"description": {"text": f"{one.fix.message} ({one.fix.grade})"}, "artifactChanges": [change]}
        ]
    return result


def _location(report: Report, span: Stretch) -> dict[str, Any]:
    return {"artifactLocation": _artifact(report), "region": _region(report, span)}


def _artifact(report: Report) -> dict[str, str]:
    uri = quote(report.path.encode("utf-8", "surrogatepass"))
    if PurePath(report.name).is_absolute():
        uri = f"file://{uri}" if uri.startswith("/") else f"file:///{uri}"
    return {"uri": uri}


def _region(report: Report, span: Stretch) -> dict[str, int]:
    start, end = report.places(span)
    return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}
