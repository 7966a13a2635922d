"""A cable as a tree for people: its fields and their values, a line each, plain or in colours."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cablegrammar import model as m
from cablegrammar.cable import Cable
from cablegrammar.diagnostics import LineIndex, name_of
from cablegrammar.wording import pairs
from cablegrammar.writer import write

if TYPE_CHECKING:
    from rich.console import Console

#: A stretch of a line: what it is, which decides its colour, and its characters.
Piece = tuple[str, str]

COLOURS = {
    "title": "bold",
    "place": "dim",
    "guide": "dim",
    "construct": "cyan",
    "name": "dim",
    "value": "",
    "number": "bold",
    "marking": "yellow",
    "kind": "green",
    "unparsed": "bold red",
    "wrong": "red",
}
WIDTH = 80
_WIDEST = 120
#: Lines that the values of one part of a field may take before they are cut.
_MOST_LINES = 3


def lines(
    cable: Cable, positions: bool = True, *, title: str = "", width: int = WIDTH, first_line: int = 1
) -> Iterator[str]:
    r"""The tree as lines without line ends, none longer than `width`: for each field its construct and its values;
    before them, with `positions`, the line that it begins in, and the column if it begins within the line. Lines count
    from `first_line`, that of the cable in its file.

    Characters that a terminal does not show are written as escapes; paragraphs and long values are cut.

    >>> import cablegrammar as cg
    >>> print(*lines(cg.parse("DE RUEHIL #2184/01 2531215\nFM AMEMBASSY ISLAMABAD\n")), sep="\n")
    header, 2 fields
    1 ├─ station     routing indicator: RUEHIL  serial: 2184  section: 1  day: 253
      │              hour: 12  minute: 15
    2 └─ originator  plad: AMEMBASSY ISLAMABAD
    """
    for row in _rows(cable, positions, title, width, first_line):
        yield "".join(text for _, text in row).rstrip()


def render(cable: Cable, console: Console, positions: bool = True, *, title: str = "", first_line: int = 1) -> None:
    """Show the tree on `console` in colours, as wide as it is."""
    from rich.text import Text  # only a terminal needs it

    for row in _rows(cable, positions, title, min(console.width, _WIDEST), first_line):
        pieces = ((text, COLOURS[kind]) for kind, text in row)
        console.print(Text.assemble(*pieces), no_wrap=True, overflow="crop", highlight=False)


def shown(text: str) -> str:
    """`text` with escapes for what a terminal does not show, or obeys."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii") for letter in text
    )


# ---- rows -----------------------------------------------------------------------------------------------------------


def _rows(cable: Cable, positions: bool, title: str, width: int, first_line: int) -> Iterator[list[Piece]]:
    yield _heading(cable, title)
    places = list(_places(cable, first_line)) if positions else [""] * len(cable.fields)
    margin = max(map(len, places), default=0)
    names = [_name(field) for field in cable.fields]
    column = max(map(len, names), default=0)
    room = max(20, width - margin - positions - 3 - column - 2)
    for index, (field, place, name) in enumerate(zip(cable.fields, places, names, strict=True)):
        last = index == len(cable.fields) - 1
        unparsed = isinstance(field.value, m.Unparsed)
        for number, laid in enumerate(_values(field, room) or [[]]):
            yield [
                ("place", (place if number == 0 else "").rjust(margin) + " " * positions),
                ("guide", "   " if number and last else "│  " if number else "└─ " if last else "├─ "),
                ("unparsed" if unparsed else "construct", (name if number == 0 else "").ljust(column) + "  "),
                *laid,
            ]


def _heading(cable: Cable, title: str) -> list[Piece]:
    count = len(cable.fields)
    said = f"{cable.container}, {count} field{'s' * (count != 1)}"
    heading = [("title", f"{shown(title)}: {said}" if title else said)]
    if cable.unparsed:
        heading.append(("wrong", f", {len(cable.unparsed)} not understood"))
    return heading


def _places(cable: Cable, first_line: int) -> Iterator[str]:
    """Where each field begins: its line, and its column where it does not begin the line."""
    index, start = LineIndex("".join(field.text for field in cable.fields)), 0
    for field in cable.fields:
        where = index.place(start)
        line = first_line - 1 + where.line
        yield f"{line}:{where.column}" if where.column > 1 else str(line)
        start += len(field.text)


def _name(field: m.Field) -> str:
    return "unparsed" if isinstance(field.value, m.Unparsed) else name_of(field)


# ---- values ---------------------------------------------------------------------------------------------------------


def _values(field: m.Field, room: int) -> list[list[Piece]]:
    """The lines that show the value of `field` in `room` columns."""
    value = field.value
    if isinstance(value, m.Unparsed):
        expected = f"expected {' or '.join(value.expected)}" if value.expected else ""
        said = f"{name_of(field)}: {'; '.join(filter(None, (value.reason, expected)))}"
        text = _cut(value.text[: value.offset] + "▸" + value.text[value.offset :] if value.offset else value.text, room)
        return [*([("wrong", line)] for line in _wrapped(said, room)), [("value", text)]]
    if isinstance(value, m.Paragraph):
        marks = [("number", str(value.number)), *_marking(value.marking)]
        return [
            _running(
                [*marks, *([("kind", f"[{value.kind}]")] if value.kind else [])], value.text, value.page_lines, room
            )
        ]
    if isinstance(value, m.Text):
        return [_running(_marking(value.marking), value.text, value.page_lines, room)]
    return _laid(list(pairs(value)), room)


def _marking(marking: m.PortionMarking | None) -> list[Piece]:
    return [("marking", write(marking))] if marking is not None else []


def _running(marks: list[Piece], text: str, page_lines: tuple[m.PageLine, ...], room: int) -> list[Piece]:
    """The beginning of a text behind its marks, on one line."""
    if page_lines:
        marks = [*marks, ("name", f"[{len(page_lines)} page line{'s' * (len(page_lines) > 1)}]")]
    row = [piece for mark in marks for piece in (mark, ("value", " "))]
    return [*row, ("value", _cut(text, room - sum(len(part) for _, part in row)))]


def _cut(text: str, room: int) -> str:
    """The beginning of `text` on one line of `room` columns."""
    line = shown(" ".join(text[: 4 * room].split()))
    return line if len(line) <= room and len(text) <= 4 * room else line[: max(0, room - 1)].rstrip() + "…"


def _wrapped(text: str, room: int) -> list[str]:
    return textwrap.wrap(
        shown(text[: (_MOST_LINES + 1) * room]),
        room,
        max_lines=_MOST_LINES,
        placeholder="…",
        break_on_hyphens=False,
    )


def _laid(pairs: list[tuple[str, str]], room: int) -> list[list[Piece]]:
    """Names and values on as few lines as they fit; a long value has lines of its own."""
    rows: list[list[Piece]] = []
    used = room
    for name, value in pairs:
        label = f"{name}: " if name else ""
        size = len(label) + len(shown(value[:room])) + 2
        if rows and len(value) <= room and used + size <= room:
            rows[-1] += [("value", "  "), ("name", label), ("value", shown(value))]
            used += size
            continue
        first, *more = _wrapped(label + value, room) or [""]
        rows.append([("name", first[: len(label)]), ("value", first[len(label) :])])
        rows += [[("value", line)] for line in more]
        used = room if more else len(first)
    return rows
