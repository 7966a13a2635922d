"""For programs: JSON, with offsets in code points, and lines and columns from 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from cablegrammar.diagnostics import Diagnostic, Stretch
from cablegrammar.reporting.report import Report


def as_json(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """One list of objects."""
    found = [plain(report, one) for report in reports for one in report.diagnostics]
    yield json.dumps(found, indent=2) + "\n"


def as_jsonl(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """An object a line."""
    for report in reports:
        for one in report.diagnostics:
            yield json.dumps(plain(report, one)) + "\n"


def plain(report: Report, one: Diagnostic) -> dict[str, Any]:
    """A diagnostic as plain data."""
    fix = one.fix
    return {
        "file": report.name,
        **_place(report, one.span),
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "message": one.message,
        "expected": list(one.expected),
        "labels": [{**_place(report, label.span), "text": label.text} for label in one.labels],
        "note": one.note,
        "help": one.help,
        "fix": None
        if fix is None
        else {
            "grade": fix.grade,
            "message": fix.message,
            "edits": [{**_place(report, edit.span), "text": edit.text} for edit in fix.edits],
        },
    }


def read_diagnostics_schema() -> str:
    """The JSON Schema of what `as_json` writes, the text of cablegrammar/data/diagnostics.schema.json.

    >>> json.loads(read_diagnostics_schema())["$id"]
    'urn:cablegrammar:diagnostics:1'
    """
    return files("cablegrammar").joinpath("data", "diagnostics.schema.json").read_text(encoding="utf-8")


def _place(report: Report, span: Stretch) -> dict[str, Any]:
    start, end = report.places(span)
    return {
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "span": list(span),
    }
