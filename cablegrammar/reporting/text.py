"""For people: a line a diagnostic, or each with the lines that it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cablegrammar.diagnostics import Diagnostic, Stretch
from cablegrammar.reporting.report import Report
from cablegrammar.tree import shown

#: A stretch of a line: its characters, and their style in the words of Rich.
Piece = tuple[str, str]

STYLES = {"error": "bold red", "warning": "bold yellow", "hint": "bold cyan"}
_FRAME = "bold blue"
#: The columns of a line that is shown whole, where nothing says how wide a terminal is; of a longer one what is before and behind the place
#: is cut.
_WIDTH = 100
#: However narrow a terminal is, so much is shown of a line.
_LEAST = 20


def concise(reports: Iterable[Report], colour: bool = False) -> Iterator[str]:
    """`file:line:column: CODE message`, a line each."""
    for report in reports:
        for one in report.diagnostics:
            where = report.index.place(one.span[0])
            yield _line(
                [
                    (shown(report.name), "bold"),
                    (f":{where.line}:{where.column}: ", ""),
                    (one.code, STYLES[one.severity]),
                    (f" {shown(one.message)}", ""),
                ],
                colour,
            )


def full(reports: Iterable[Report], colour: bool = False, width: int = 0) -> Iterator[str]:
    """Each with the lines that it speaks of, marked, then the clause, what to do, and the fix.

    `width` is that of the terminal, in columns: lines that are quoted are cut to it.
    """
    for report in reports:
        for one in report.diagnostics:
            yield "".join(_line(row, colour) for row in _full(report, one, width)) + "\n"


def _line(pieces: list[Piece], colour: bool) -> str:
    if not colour:
        return "".join(text for text, _ in pieces).rstrip() + "\n"
    from rich.color import ColorSystem  # only a terminal needs it
    from rich.style import Style

    return "".join(Style.parse(style).render(text, color_system=ColorSystem.STANDARD) for text, style in pieces) + "\n"


def _full(report: Report, one: Diagnostic, width: int) -> Iterator[list[Piece]]:
    style = STYLES[one.severity]
    where = report.index.place(one.span[0])
    yield [(f"{one.code} {one.severity}", style), (f": {shown(one.message)}", "bold")]
    # the place itself first, then the others, each by its line
    marks = [(where.line, one.span, "^", "", style)]
    marks += [(report.index.place(label.span[0]).line, label.span, "-", label.text, _FRAME) for label in one.labels]
    margin = " " * len(str(max(line for line, *_ in marks)))
    yield [(f"{margin}--> ", _FRAME), (f"{shown(report.name)}:{where.line}:{where.column}", "")]
    yield [(f"{margin} |", _FRAME)]
    room = max(_LEAST, width - len(margin) - len(" | ")) if width else _WIDTH
    before = 0
    for line, span, sign, text, colour in sorted(marks, key=lambda mark: mark[0]):
        if before and line > before + 1:
            yield [("...", _FRAME)]
        quoted, under = _quoted(report, line, span, sign, room)
        if line != before:
            yield [(f"{str(line).rjust(len(margin))} | ", _FRAME), (quoted, "")]
        yield [(f"{margin} | ", _FRAME), (f"{under} {shown(text)}".rstrip(), colour)]
        before = line
    yield [(f"{margin} |", _FRAME)]
    for name, said in (("note", one.note), ("help", one.help)):
        if said:
            yield [(f"{margin} = ", _FRAME), (f"{name}: ", "bold"), (shown(said), "")]
    if one.fix is not None:
        yield [(f"{margin} = ", _FRAME), (f"fix ({one.fix.grade}): ", "bold"), (shown(one.fix.message), "")]


def _quoted(report: Report, line: int, span: Stretch, sign: str, width: int) -> tuple[str, str]:
    """A line, as much as `width` columns hold, and the marks under the part of it that is in `span`."""
    from rich.cells import cell_len

    text, start = report.index.line(line), report.index.starts[line - 1]
    first, last = span[0] - start, max(span[0] + 1, span[1]) - start
    # of a long line as much as could be shown, and one more, which says that it goes on
    most = width + 1
    before, part, behind = (
        shown(text[max(0, first - most) : first]),
        shown(text[first : min(last, first + most)]),
        shown(text[last : last + most]),
    )
    if cell_len(before) + cell_len(part) + cell_len(behind) > width:
        before = _end(before, width // 2)
        part = _beginning(part, width - cell_len(before))
        behind = _beginning(behind, max(1, width - cell_len(before) - cell_len(part)))
    return before + part + behind, " " * cell_len(before) + sign * max(1, cell_len(part))


def _beginning(text: str, width: int) -> str:
    """As much of `text` as `width` columns hold, with an ellipsis where there is more."""
    from rich.cells import cell_len, set_cell_size

    return text if cell_len(text) <= width else f"{set_cell_size(text, width - 1)}…"


def _end(text: str, width: int) -> str:
    return _beginning(text[::-1], width)[::-1]
