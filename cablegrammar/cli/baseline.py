"""Baselines: findings that are known, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from pathlib import PurePath
from typing import Any

import attrs

from cablegrammar.reporting import Report

#: The number grows when fingerprints are computed in another way.
VERSION = 1


@attrs.define
class Baseline:
    """Findings that are known, from a `file`: for each path, as it is seen from the `directory` of the file, what was found by fingerprint,
    `CODE message`. `gone` counts those that were looked for and not found.

    A file that has another name now is taken for the one that is no longer there and has most of the same findings.
    """

    file: str
    directory: str
    known: Mapping[str, Mapping[str, str]]
    _gone: int = attrs.field(init=False, default=0)
    _missing: list[str] | None = attrs.field(init=False, default=None)

    def new(self, report: Report, codes: Collection[str]) -> Report:
        """What of a report is not known; `codes` are those of the rules that were asked."""
        prints = report.fingerprints()
        path = _seen_from(self.directory, report.name)
        known = self.known[path] if path in self.known else self._moved(prints)
        found = frozenset(prints)
        self._gone += sum(key not in found and said.partition(" ")[0] in codes for key, said in known.items())
        pairs = zip(report.diagnostics, prints, strict=True)
        return attrs.evolve(report, diagnostics=tuple(one for one, key in pairs if key not in known))

    def _moved(self, prints: Collection[str]) -> Mapping[str, str]:
        """What is known of a file that is not there by its name."""
        missing = self._files_missing()
        shared = {path: sum(key in self.known[path] for key in prints) for path in missing} if prints else {}
        best = max(shared, key=shared.__getitem__, default="")
        if not shared.get(best) or 2 * shared[best] < len(self.known[best]):
            return {}
        missing.remove(best)
        return self.known[best]

    def _files_missing(self) -> list[str]:
        """The paths at which there is no file, and that no other file was taken for."""
        if self._missing is None:
            self._missing = [path for path in self.known if not os.path.lexists(os.path.join(self.directory, path))]
        return self._missing

    def gone(self) -> int:
        """How many of those that are known were not found, in the files that were asked about and in those that are no longer there."""
        return self._gone + sum(len(self.known[path]) for path in self._files_missing())


def baseline_file(file: str, reports: Iterable[Report]) -> bytes:
    """The content of the baseline `file`: for each file the fingerprint of each finding, and what it says, for those who read it."""
    directory = os.path.dirname(os.path.abspath(file))
    files = {
        _seen_from(directory, report.name): {
            fingerprint: f"{one.code} {one.message}"
            for one, fingerprint in zip(report.diagnostics, report.fingerprints(), strict=True)
        }
        for report in reports
        if report.diagnostics
    }
    data = {"version": VERSION, "files": dict(sorted(files.items()))}
    return (json.dumps(data, indent=1) + "\n").encode()


def gone_from(file: str, reports: Iterable[Report]) -> int:
    """How many of the findings in the baseline `file` are in none of the reports; raises as `read_baseline` does."""
    before = read_baseline(file).known
    now = json.loads(baseline_file(file, reports))["files"]
    return sum(key not in now.get(path, {}) for path, found in before.items() for key in found)


def read_baseline(file: str) -> Baseline:
    """The baseline in `file`; raises `OSError`, and `ValueError` for what is none."""
    try:
        with open(file, encoding="utf-8") as opened:
            data: Any = json.load(opened)
    except (ValueError, RecursionError) as error:
        raise ValueError(f"{file}: is no JSON: {error}") from None
    if not isinstance(data, dict) or "version" not in data or "files" not in data:
        raise ValueError(
            f"{file}: is no baseline: expected an object with version and files, as --write-baseline writes it"
        )
    if data["version"] != VERSION:
        raise ValueError(
            f"{file}: expected a baseline of version {VERSION}, not {data['version']!r}: write it anew with --write-baseline"
        )
    if not _texts_by_text_by_text(data["files"]):
        raise ValueError(
            f"{file}: is a damaged baseline: expected files with a text for each finding: write it anew with --write-baseline"
        )
    return Baseline(file, os.path.dirname(os.path.abspath(file)), data["files"])


def _texts_by_text_by_text(files: Any) -> bool:
    return isinstance(files, dict) and all(
        isinstance(one, dict) and all(isinstance(said, str) for said in one.values()) for one in files.values()
    )


def _seen_from(directory: str, name: str) -> str:
    path = os.path.abspath(name)
    with suppress(ValueError):  # on another drive
        path = os.path.relpath(path, directory)
    return PurePath(path).as_posix()
