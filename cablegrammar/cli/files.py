"""The files that a command is given, one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import BinaryIO

from cablegrammar.cli.terminal import complain
from cablegrammar.diagnostics import Diagnostic, place
from cablegrammar.document import Document, load, read_text
from cablegrammar.parsing import parse, unparse
from cablegrammar.streaming import documents, load_many
from cablegrammar.tree import shown

STDIN = "-"
_WIDTH = 76


def read(file: str, name: str) -> Document | None:
    """The document in `file`, `-` for standard input; without one it complains about `name`."""
    try:
        if file != STDIN:
            return load(file)
        text, encoding, bom = read_text(_stdin().read())
        return Document(parse(text), encoding, bom)
    except (OSError, ValueError) as error:
        failed(name, error)
        return None


def read_many(file: str, name: str) -> Iterator[Document | None]:
    """The documents in `file`, which holds many, as they are read; where that fails it complains about `name` and the last is `None`."""
    try:
        yield from documents(_stdin()) if file == STDIN else load_many(file)
    except (OSError, ValueError) as error:
        failed(name, error)
        yield None


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer


def failed(name: str, error: OSError | ValueError) -> None:
    """Tell what went wrong with a file."""
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    complain(f"{shown(name)}: {reason}")


def tell(name: str, document: Document, diagnostic: Diagnostic, *, quote: bool = False, first_line: int = 1) -> None:
    """Tell a diagnostic on standard error: `file:line:column: CG001 message`; with `quote` the line and a caret.

    The document begins at `first_line` of its file.
    """
    where = place(unparse(document.cable), diagnostic.span[0])
    complain(f"{shown(name)}:{first_line + where.line - 1}:{where.column}: {diagnostic.code} {diagnostic.message}")
    if quote:
        before, behind = shown(where.text[: where.column - 1]), shown(where.text[where.column - 1 :])
        if len(before) > _WIDTH // 2:
            before = "…" + before[-_WIDTH // 2 :]
        line = before + behind
        complain(f"  {line if len(line) <= _WIDTH else line[: _WIDTH - 1] + '…'}")
        complain(f"  {' ' * len(before)}^")
