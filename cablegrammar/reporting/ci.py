"""For the pages of code hosts: annotations of GitHub, and GitLab's report of code quality."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from cablegrammar.reporting.report import Report

_GITHUB = {"error": "error", "warning": "warning", "hint": "notice"}
_GITLAB = {"error": "major", "warning": "minor", "hint": "info"}


def github(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """Workflow commands, which GitHub shows beside the lines."""
    for report in reports:
        for one in report.diagnostics:
            start, end = report.places(one.span)
            properties = {
                "title": f"{one.code} ({one.name})",
                "file": report.path,
                "line": start.line,
                "col": start.column,
                "endLine": end.line,
                "endColumn": end.column,
            }
            # columns are for stretches of one line only
            if start.line != end.line:
                del properties["col"], properties["endColumn"]
            said = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
            # beside the line GitHub shows title and message; in the log it shows the message alone
            message = f"{report.path}:{start.line}:{start.column}: {one.code} {one.message}"
            yield f"::{_GITHUB[one.severity]} {said}::{_message(message)}\n"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def gitlab(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """One list of objects, as GitLab's merge requests show them."""
    from hashlib import sha256  # other reports do without, and it takes long to import

    found = []
    for report in reports:
        for one, fingerprint in zip(report.diagnostics, report.fingerprints(), strict=True):
            start, end = report.places(one.span)
            # one report holds all files, and no two of its fingerprints may be the same
            unique = sha256(f"{report.path}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
            found.append(
                {
                    "description": f"{one.code}: {one.message}",
                    "check_name": one.name or one.code,
                    "fingerprint": unique,
                    "severity": _GITLAB[one.severity],
                    "location": {
                        "path": report.path,
                        "positions": {
                            "begin": {"line": start.line, "column": start.column},
                            "end": {"line": end.line, "column": end.column},
                        },
                    },
                }
            )
    yield json.dumps(found, indent=2) + "\n"
