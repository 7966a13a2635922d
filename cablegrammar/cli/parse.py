"""`cablegrammar parse`: what cables consist of."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from cablegrammar.canonical import canonicalize
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.files import STDIN, read, read_many, tell
from cablegrammar.cli.terminal import complain, console, drawable, flush, put
from cablegrammar.diagnostics import LineIndex
from cablegrammar.document import Document
from cablegrammar.export import to_dict
from cablegrammar.parsing import unparse
from cablegrammar.tree import lines, render


@attrs.frozen
class _Found:
    """A document, the file it was read from, which one of that file it is, and the line there that it begins in."""

    document: Document
    file: str
    number: int = 1
    line: int = 1


def parse(files: Sequence[str], form: str, strict: bool, many: bool, values: bool) -> int:
    """Show each file as `form`, with `many` each cable of each file, with `values` without its texts; returns the exit code."""
    if values and form == "tree":
        complain("cablegrammar: --values is a form of JSON: give --format json or ndjson")
        return FAILED
    worst = FINE
    several = many or len(files) > 1
    listed: list[dict[str, Any]] = []
    shown_before = False
    for found in _found(files, many):
        if found is None:
            worst = FAILED
            continue
        for diagnostic in found.document.diagnostics:
            if diagnostic.code == "CG004":
                tell(found.file, found.document, diagnostic, first_line=found.line)
        if strict and not _understood(found):
            worst = max(worst, FOUND)
            continue
        if form == "tree":
            if shown_before:
                put("\n")
            title = f"{found.file} [{found.number}] line {found.line}" if many else found.file if several else ""
            _show(found, title)
            shown_before = True
            continue
        cable = found.document.cable
        data = to_dict(canonicalize(cable), texts=False) if values else to_dict(cable)
        if several or form == "ndjson":
            data = {"path": found.file, **({"line": found.line} if many else {}), **data}
        if form == "json":
            listed.append(data)
        else:
            put(json.dumps(data) + "\n")
            if many:
                # who reads them from a pipe waits for each
                flush()
    if form == "json" and (several or listed):
        put(json.dumps(listed if several else listed[0], indent=2) + "\n")
    return worst


def _found(files: Sequence[str], many: bool) -> Iterator[_Found | None]:
    """What is in `files`, one by one; `None` for a file, or the rest of one, that cannot be read."""
    for file in files:
        name = "<stdin>" if file == STDIN else file
        line = 1
        for number, document in enumerate(read_many(file, name) if many else [read(file, name)], 1):
            yield _Found(document, name, number, line) if document is not None else None
            if many and document is not None:
                line += len(LineIndex(unparse(document.cable))) - 1


def _understood(found: _Found) -> bool:
    """Whether all of it is; if not, the first place that is not is told."""
    for diagnostic in found.document.diagnostics:
        if diagnostic.severity == "error":
            tell(found.file, found.document, diagnostic, quote=True, first_line=found.line)
            return False
    return True


def _show(found: _Found, title: str) -> None:
    cable, terminal = found.document.cable, console()
    if terminal is not None:
        render(cable, terminal, title=title, first_line=found.line)
        return
    put(drawable("".join(f"{line}\n" for line in lines(cable, title=title, first_line=found.line))))
