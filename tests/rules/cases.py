"""The Markdown tests of rules: `tests/rules/CODE.md` holds cases, each a heading and blocks.

A block `text` is the input; what stands behind the word are options: `encoding=windows-1252`, `profile=drafting`. A block `diagnostics`
says what the rule finds there, a line each: place, severity and message; without one it finds nothing. A block `fixed` is the text after
all fixes, unsafe ones too; without one there is none to make.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import attrs
from markdown_it import MarkdownIt

import cablegrammar as cg
from cablegrammar.diagnostics import LineIndex
from cablegrammar.document import read_text

FOLDER = Path(__file__).parent


@attrs.define
class Case:
    """A case: its `title`, the file's `data`, the options, and what is expected."""

    title: str
    data: bytes = b""
    profile: str = "archive"
    diagnostics: tuple[str, ...] = ()
    fixed: str = ""

    @property
    def document(self) -> cg.Document:
        """What is checked."""
        text, encoding, bom = read_text(self.data)
        return cg.Document(cg.parse(text), encoding, bom)


def cases(code: str) -> list[Case]:
    """The cases of the rule `code`."""
    found: list[Case] = []
    heading = False
    for token in MarkdownIt().parse((FOLDER / f"{code}.md").read_text(encoding="utf-8")):
        if token.type == "heading_open" and token.tag == "h2":
            heading = True
        elif token.type == "inline" and heading:
            found.append(Case(token.content))
            heading = False
        elif token.type == "fence":
            kind, *words = token.info.split()
            options = dict(word.split("=", 1) for word in words)
            if kind == "text":
                found[-1].data = token.content.encode(options.get("encoding", "utf-8"))
                found[-1].profile = options.get("profile", "archive")
            elif kind == "diagnostics":
                found[-1].diagnostics = tuple(token.content.splitlines())
            else:
                assert kind == "fixed", kind
                found[-1].fixed = token.content
    return found


def fences(markdown: str) -> Iterator[tuple[str, bytes]]:
    """The blocks of a section of a docstring: what stands behind the fence, and the bytes of a file with the text."""
    for token in MarkdownIt().parse(markdown):
        if token.type == "fence":
            kind, *words = token.info.split()
            options = dict(word.split("=", 1) for word in words)
            yield kind, token.content.encode(options.get("encoding", "utf-8"))


def shown(text: str, diagnostics: tuple[cg.Diagnostic, ...]) -> tuple[str, ...]:
    """Diagnostics as the cases write them."""
    index = LineIndex(text)
    lines = []
    for one in diagnostics:
        start, end = (index.place(offset) for offset in one.span)
        lines.append(f"{start.line}:{start.column}-{end.line}:{end.column} {one.severity}: {one.message}")
    return tuple(lines)
