"""The files that a command is given, one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from cablegrammar.cli.terminal import complain, put_bytes
from cablegrammar.diagnostics import Diagnostic, place
from cablegrammar.document import Document, load, read_text, save, to_bytes
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


def pass_on() -> None:
    """Write standard input to standard output as it is."""
    put_bytes(_stdin().read())


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
    """Tell a diagnostic on standard error: `file:line:column: CG103 message`; with `quote` the line and a caret.

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


def wrong_output(files: Sequence[str], output: str) -> str:
    """What is wrong with `--output` for these files, `""` if nothing is: one file goes to a file, several into a directory."""
    if len(files) > 1 and not (output and Path(output).is_dir()):
        return (
            f"--output must name a directory for {len(files)} files"
            if output
            else "--output says where several files go"
        )
    if len({Path(file).name for file in files}) < len(files):
        return "two of the files have the same name, and would be one in the directory"
    return ""


def deliver(document: Document, name: str, output: str) -> None:
    """Write a document that was read from the file `name` to `output`: standard output without one, a file, or into a directory.

    Raises `OSError` and `ValueError` as `document.save` does.
    """
    if not output:
        put_bytes(to_bytes(unparse(document.cable), document.encoding, document.bom))
        return
    target = Path(output)
    save(document, target / Path(name).name if target.is_dir() else target)
