"""`cablegrammar parse`: what cables consist of."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.files import STDIN, read, tell
from cablegrammar.cli.terminal import console, drawable, put
from cablegrammar.document import Document
from cablegrammar.export import to_dict
from cablegrammar.tree import lines, render


def parse(files: Sequence[str], form: str, strict: bool) -> int:
    """Show each file as `form`; returns the exit code."""
    worst = FINE
    several = len(files) > 1
    documents: list[dict[str, Any]] = []
    shown_before = False
    for file in files:
        name = "<stdin>" if file == STDIN else file
        document = read(file, name)
        if document is None:
            worst = FAILED
            continue
        for diagnostic in document.diagnostics:
            if diagnostic.code == "CG004":
                tell(name, document, diagnostic)
        if strict and not _understood(name, document):
            worst = max(worst, FOUND)
            continue
        if form == "json":
            documents.append(_with_path(name, document) if several else to_dict(document.cable))
        elif form == "ndjson":
            put(json.dumps(_with_path(name, document)) + "\n")
        else:
            if shown_before:
                put("\n")
            _show(document, name if several else "")
            shown_before = True
    if form == "json" and (several or documents):
        put(json.dumps(documents if several else documents[0], indent=2) + "\n")
    return worst


def _understood(name: str, document: Document) -> bool:
    """Whether all of it is; if not, the first place that is not is told."""
    for diagnostic in document.diagnostics:
        if diagnostic.severity == "error":
            tell(name, document, diagnostic, quote=True)
            return False
    return True


def _with_path(name: str, document: Document) -> dict[str, Any]:
    return {"path": name, **to_dict(document.cable)}


def _show(document: Document, title: str) -> None:
    terminal = console()
    if terminal is not None:
        render(document.cable, terminal, title=title)
        return
    put(drawable("".join(f"{line}\n" for line in lines(document.cable, title=title))))
