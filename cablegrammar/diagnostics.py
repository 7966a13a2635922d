"""One model for everything that is said about a text."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cablegrammar.model import Field, Unparsed

#: What a parser reports. Rules have codes of their own families.
CODES = {
    "CG001": "unparsed: a field is not the construct that its place or opening announced",
    "CG002": "missing-line-break: a field begins in the line of the one before",
    "CG003": "not-canonicalized: formatting left fields as they were, their canonical text would be read otherwise",
    "CG004": "fallback-encoding: the file is no UTF-8 and was read as Windows-1252",
}


@attrs.frozen
class Diagnostic:
    """Something to say about a stretch of a text.

    `code` is stable (`CG001`); `severity` is `error`, `warning` or `info`; `span` gives start and end as offsets in code points; `message`
    is one sentence; `expected`, in the field's words, what could have stood at the place.
    """

    code: str
    severity: str
    span: tuple[int, int]
    message: str
    expected: tuple[str, ...] = ()


def syntax(fields: tuple[Field, ...]) -> Iterator[Diagnostic]:
    """What reading has to say about `fields`, in the order of the text."""
    start = 0
    glued = False
    for field in fields:
        if glued:
            yield Diagnostic(
                "CG002", "warning", (start, start), f"{name_of(field)} begins without a line break before it"
            )
        value = field.value
        if isinstance(value, Unparsed):
            at = start + value.offset
            what = (
                "no construct begins like this"
                if value.construct == "unknown"
                else f"no {value.construct.replace('_', ' ')}"
            )
            said = f"{what}: {value.reason}" if value.reason and value.construct != "unknown" else what
            if value.expected:
                said += f"; expected {' or '.join(value.expected)}"
            yield Diagnostic("CG001", "error", (at, max(at, start + len(field.text.rstrip()))), said, value.expected)
        start += len(field.text)
        glued = not field.text.endswith(("\n", "\r"))


def name_of(field: Field) -> str:
    """The construct of a field in words: `classification line`."""
    value = field.value
    return (value.construct if isinstance(value, Unparsed) else value.start_rule).replace("_", " ")


@attrs.frozen
class Place:
    """A place for people: line and column count from 1, in code points; `text` is the line without its end."""

    line: int
    column: int
    text: str


def place(text: str, offset: int) -> Place:
    """Where `offset` is in `text`; lines end at CR LF, LF or CR."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    rest = text[offset:].replace("\r", "\n")
    line_before = before.rsplit("\n", 1)[-1]
    return Place(before.count("\n") + 1, len(line_before) + 1, line_before + rest.split("\n", 1)[0])


class CableSyntaxError(ValueError):
    """The first thing that strict parsing did not understand.

    `diagnostic` says what; `line` and `column` count from 1; the message shows the line with a caret under the place.
    """

    def __init__(self, text: str, diagnostic: Diagnostic) -> None:
        where = place(text, diagnostic.span[0])
        margin = "".join("\t" if letter == "\t" else " " for letter in where.text[: where.column - 1])
        super().__init__(f"line {where.line}, column {where.column}: {diagnostic.message}\n  {where.text}\n  {margin}^")
        self.diagnostic = diagnostic
        self.line = where.line
        self.column = where.column
        self.expected = diagnostic.expected
