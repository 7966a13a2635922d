"""`cablegrammar diff`: what is different between two cables, by what they say."""

from __future__ import annotations

import json
from itertools import groupby

from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.files import STDIN, read, tell
from cablegrammar.cli.terminal import complain, console, put
from cablegrammar.comparison import Change
from cablegrammar.comparison import diff as compare
from cablegrammar.document import Document
from cablegrammar.export import plain
from cablegrammar.parsing import unparse

_COLOURS = {"added": "green", "removed": "red", "changed": "yellow", "moved": "cyan"}


def diff(before: str, after: str, form: str) -> int:
    """Tell the changes from the file `before` to the file `after`; returns the exit code."""
    documents = [_read(file) for file in (before, after)]
    one, other = documents
    if one is None or other is None:
        return FAILED
    changes = compare(one.cable, other.cable)
    if form == "json":
        put(json.dumps([plain(change) for change in changes], indent=2) + "\n")
    else:
        _show(changes)
    if not changes and unparse(one.cable) != unparse(other.cable):
        complain("the same meaning; the texts differ only in layout")
    return FOUND if changes else FINE


def _read(file: str) -> Document | None:
    name = "<stdin>" if file == STDIN else file
    document = read(file, name)
    for diagnostic in document.diagnostics if document is not None else ():
        if document is not None and diagnostic.code == "CG004":
            tell(name, document, diagnostic)
    return document


def _show(changes: tuple[Change, ...]) -> None:
    """A line a change under the name of its place."""
    terminal = console()
    for place, group in groupby(changes, key=lambda change: change.place):
        if terminal is None:
            put(f"{place}\n" + "".join(f"  {change}\n" for change in group))
            continue
        terminal.print(place, style="bold", highlight=False)
        for change in group:
            terminal.print(f"  {change}", style=_COLOURS[change.kind], markup=False, highlight=False, soft_wrap=True)
