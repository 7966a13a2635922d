"""`cablegrammar convert`: cables in another container."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import attrs

from cablegrammar import converting
from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.files import STDIN, deliver, failed, read, wrong_output
from cablegrammar.cli.terminal import complain
from cablegrammar.tree import shown


def convert(files: Sequence[str], to: converting.Container, output: str, created: str | None, **parts: Any) -> int:
    """Convert each file; returns the exit code."""
    wrong = wrong_output(files, output)
    day: dt.date | None = None
    try:
        # a moment has a time in it; a day alone is one in the archive's time zone
        day = None if created is None else dt.date.fromisoformat(created)
    except ValueError:
        try:
            day = dt.datetime.fromisoformat(created or "")
        except ValueError:
            wrong = f"--created: expected a day such as 2009-02-11 or an ISO moment, got {shown(created or '')!r}"
    if wrong:
        complain(f"cablegrammar: {wrong}")
        return FAILED
    codes = [_convert(file, to, output, created=day, **parts) for file in files]
    return max(codes)


def _convert(file: str, to: converting.Container, output: str, **parts: Any) -> int:
    name = "<stdin>" if file == STDIN else file
    document = read(file, name)
    if document is None:
        return FAILED
    try:
        deliver(attrs.evolve(document, cable=converting.convert(document.cable, to, **parts)), name, output)
    except (OSError, ValueError) as error:
        failed(name, error)
        return FAILED
    return FINE
