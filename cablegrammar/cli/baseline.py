"""Baselines: findings that are known, so that only new ones count."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import PurePath
from typing import Any

import attrs

from cablegrammar.reporting import Report

#: The number grows when fingerprints are computed in another way.
VERSION = 1


@attrs.frozen
class Baseline:
    """The fingerprints that are `known` in each file, by its path as it is seen from the `directory` of the baseline."""

    directory: str
    known: Mapping[str, frozenset[str]]

    def new(self, report: Report) -> Report:
        """What of a report is not known."""
        known = self.known.get(_seen_from(self.directory, report.name), frozenset())
        pairs = zip(report.diagnostics, report.fingerprints(), strict=True)
        return attrs.evolve(report, diagnostics=tuple(one for one, fingerprint in pairs if fingerprint not in known))


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


def read_baseline(file: str) -> Baseline:
    """The baseline in `file`; raises `OSError`, and `ValueError` for what is none."""
    try:
        with open(file, encoding="utf-8") as opened:
            data: Any = json.load(opened)
    except ValueError as error:
        raise ValueError(f"{file}: is no JSON: {error}") from None
    files = data.get("files") if isinstance(data, dict) else None
    if not isinstance(files, dict) or not all(isinstance(one, dict) for one in files.values()):
        raise ValueError(
            f"{file}: is no baseline: expected an object with version and files, as --write-baseline writes it"
        )
    if data.get("version") != VERSION:
        raise ValueError(
            f"{file}: expected a baseline of version {VERSION}, not {data.get('version')!r}: write it anew with --write-baseline"
        )
    known = {name: frozenset(one) for name, one in files.items()}
    return Baseline(os.path.dirname(os.path.abspath(file)), known)


def _seen_from(directory: str, name: str) -> str:
    path = os.path.abspath(name)
    with suppress(ValueError):  # on another drive
        path = os.path.relpath(path, directory)
    return PurePath(path).as_posix()
