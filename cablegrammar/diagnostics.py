"""One model for everything that is said about a text, and where in it."""

from __future__ import annotations

import inspect
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache

import attrs

from cablegrammar.model import CONSTRUCTS, Field, Unparsed

#: The code of a field that is not the construct that its place or opening announced: CG1 and the format line, CG2 in the head, CG3 in the
#: body, CG4 around the telegram. What nothing announces, and constructs that are not here, have `UNKNOWN`.
SYNTAX_CODES = {
    "transmission_id": "CG101",
    "routing": "CG102",
    "station": "CG103",
    "security": "CG104",
    "date_time_line": "CG105",
    "originator": "CG106",
    "action": "CG107",
    "info": "CG108",
    "exempted": "CG109",
    "janap_header": "CG112",
    "corrected_copy": "CG203",
    "executive_order": "CG205",
    "tags": "CG206",
    "references": "CG208",
    "heading": "CG301",
    "signature": "CG302",
    "record": "CG401",
    "distribution": "CG402",
}
UNKNOWN = "CG001"

#: What reading and writing report: code, name and what it means. Rules have codes of their own families.
CODES = {
    UNKNOWN: ("unknown-line", "a line is nothing that its place or its opening announces"),
    "CG002": ("missing-line-break", "a field begins in the line of the one before"),
    "CG003": ("not-canonicalized", "formatting left fields as they were, their canonical text would be read otherwise"),
    "CG004": ("fallback-encoding", "the file is no UTF-8 and was read as Windows-1252"),
} | {
    code: (
        f"unparsed-{construct.replace('_', '-')}",
        f"a field is no {construct.replace('_', ' ')}, though announced as one",
    )
    for construct, code in SYNTAX_CODES.items()
}

#: The one vocabulary of severities, from the mildest: `hint`, worth a look; `warning`, against the handbook; `error`, wrong or not understood.
SEVERITIES = ("hint", "warning", "error")
#: The grades of fixes: `safe` keeps the meaning, `unsafe` is likely what was meant, `display-only` is shown and never made.
SAFE, UNSAFE, DISPLAY_ONLY = "safe", "unsafe", "display-only"
GRADES = (SAFE, UNSAFE, DISPLAY_ONLY)

#: A stretch of a text: start and end as offsets in code points.
Stretch = tuple[int, int]


@attrs.frozen
class Label:
    """Another stretch of the text that a diagnostic speaks of: `span`, and `text`, a few words about it."""

    span: Stretch
    text: str


@attrs.frozen
class Edit:
    """A change of a text: `span`, start and end as offsets in code points, and the `text` to put there."""

    span: Stretch
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with `edits` made, which do not overlap.

    >>> edited("FM LIMA", [Edit((3, 7), "QUITO"), Edit((0, 0), "ZNR UUUUU ")])
    'ZNR UUUUU FM QUITO'
    """
    pieces, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[done : edit.span[0]], edit.text]
        done = edit.span[1]
    return "".join((*pieces, text[done:]))


def _apart(fix: Fix, attribute: attrs.Attribute[tuple[Edit, ...]], edits: tuple[Edit, ...]) -> None:
    done = -1
    for edit in sorted(edits, key=lambda edit: edit.span):
        if not done <= edit.span[1] >= edit.span[0] >= done:
            raise ValueError(f"edits overlap, or end before they begin: {edit}")
        done = edit.span[1]


@attrs.frozen
class Fix:
    """What would remedy a diagnostic: `edits`, which do not overlap; `grade`, `safe`, `unsafe` or `display-only`; `message`, what it does.

    A safe fix keeps the meaning of the cable (`cg.meaning`), an unsafe one is likely what was meant, and one for display is never made.
    Raises `ValueError` for edits that overlap.
    """

    edits: tuple[Edit, ...] = attrs.field(validator=_apart)
    grade: str = attrs.field(validator=attrs.validators.in_(GRADES))
    message: str


class LazyFix:
    """A fix that is made up when somebody asks for it, once: most are never printed or made, and to prove one takes a reading of the text.

    >>> fix = LazyFix(lambda: print("made up") or Fix((Edit((3, 7), "QUITO"),), UNSAFE, "Write QUITO"))
    >>> fix().message, fix().grade
    made up
    ('Write QUITO', 'unsafe')
    """

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Fix | None]) -> None:
        self._make: Callable[[], Fix | None] | None = make
        self._made: Fix | None = None

    def __call__(self) -> Fix | None:
        """The fix, or `None` where there turns out to be none."""
        make = self._make
        if make is not None:
            self._made = make()
            # it holds the cable
            self._make = None
        return self._made

    def __reduce__(self) -> tuple[Callable[[Fix | None], Fix | None], tuple[Fix | None]]:
        """Another process is given the fix itself."""
        return made_up, (self(),)


def made_up(fix: Fix | LazyFix | None) -> Fix | None:
    """The fix itself."""
    return fix() if isinstance(fix, LazyFix) else fix


def _name(diagnostic: Diagnostic) -> str:
    return CODES[diagnostic.code][0] if diagnostic.code in CODES else ""


@attrs.frozen
class Diagnostic:
    """Something to say about a stretch of a text.

    `code` is stable (`CG103`), `name` says it in words (`unparsed-station`); `severity` is `error`, `warning` or `hint`; `span` gives start
    and end as offsets in code points; `message` is one sentence; `expected`, in the field's words, what could have stood at the place;
    `labels`, other stretches that it speaks of; `note`, the clause that asks for it; `help`, what to do about it; `fix`, or `None`, which
    is made up when it is asked for.

    `LineIndex` turns offsets into lines and columns.
    """

    code: str
    severity: str = attrs.field(validator=attrs.validators.in_(SEVERITIES))
    span: Stretch
    message: str
    expected: tuple[str, ...] = ()
    name: str = attrs.field(default=attrs.Factory(_name, takes_self=True), kw_only=True)
    labels: tuple[Label, ...] = attrs.field(default=(), kw_only=True)
    note: str = attrs.field(default="", kw_only=True)
    help: str = attrs.field(default="", kw_only=True)
    _fix: Fix | LazyFix | None = attrs.field(default=None, kw_only=True, alias="fix", eq=made_up, repr=False)

    @property
    def fix(self) -> Fix | None:
        """What would remedy it."""
        return made_up(self._fix)


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
            span = (at, max(at, start + len(field.text.rstrip())))
            yield Diagnostic(
                code_of(value.construct), "error", span, said, value.expected, note=clause(value.construct)
            )
        start += len(field.text)
        glued = not field.text.endswith(("\n", "\r"))


def code_of(construct: str) -> str:
    """The code of a field that was read as `construct` and is none.

    >>> code_of("station"), code_of("unknown")
    ('CG103', 'CG001')
    """
    return SYNTAX_CODES.get(construct, UNKNOWN)


@cache
def clause(construct: str) -> str:
    """What a construct is and the clause it follows, from its class; `""` where nothing announced one."""
    cls = CONSTRUCTS.get(construct)
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split()) if cls is not None else ""


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


class LineIndex:
    r"""Where the lines of a text begin, found once: offsets to places for people and for editors, and back.

    Lines end at CR LF, LF or CR. Offsets count code points from 0; lines and columns for people count from 1, in code points; editors
    count from 0, columns in UTF-16 units (Language Server Protocol).

    >>> index = LineIndex("FM LIMA\r\nTO \U0001f30d QUITO\n")
    >>> index.place(14)
    Place(line=2, column=6, text='TO 🌍 QUITO')
    >>> index.offset(2, 6), index.utf16(14), index.offset_of_utf16(1, 6)
    (14, (1, 6), 14)
    """

    __slots__ = ("_last", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        #: the offset that each line begins at
        self.starts = _line_starts(text)
        #: the line that was asked for last: of a long one many places are
        self._last = (0, "")

    def __len__(self) -> int:
        """How many lines there are; behind the last line end stands an empty one."""
        return len(self.starts)

    def line(self, number: int) -> str:
        """The line `number`, counted from 1, without its end."""
        if self._last[0] != number:
            end = self.starts[number] if number < len(self.starts) else len(self.text)
            self._last = (number, self.text[self.starts[number - 1] : end].rstrip("\r\n"))
        return self._last[1]

    def place(self, offset: int) -> Place:
        """The place of `offset`, a number between 0 and the text's length."""
        number, column = self.position(offset)
        return Place(number, column, self.line(number))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of `offset` for people, without the line."""
        number = bisect_right(self.starts, offset)
        return number, offset - self.starts[number - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a place for people."""
        return self.starts[line - 1] + column - 1

    def utf16(self, offset: int) -> tuple[int, int]:
        """Line and character of `offset` for editors."""
        number = bisect_right(self.starts, offset)
        return number - 1, _units(self.text[self.starts[number - 1] : offset])

    def offset_of_utf16(self, line: int, character: int) -> int:
        """The offset of a place for editors; behind the line's last character it is the line's end, as the protocol says."""
        offset = self.starts[line]
        for letter in self.line(line + 1):
            character -= _units(letter)
            if character < 0:
                break
            offset += 1
        return offset


def _line_starts(text: str) -> list[int]:
    starts = [0]
    feed, carriage = text.find("\n"), text.find("\r")
    while feed >= 0 or carriage >= 0:
        line_feed = carriage < 0 or 0 <= feed < carriage
        end = feed + 1 if line_feed else carriage + 1 + (feed == carriage + 1)
        starts.append(end)
        # each is looked for again only when it was passed, so that the text is gone through once
        if 0 <= feed < end:
            feed = text.find("\n", end)
        if 0 <= carriage < end:
            carriage = text.find("\r", end)
    return starts


def _units(text: str) -> int:
    """How many UTF-16 units `text` takes."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def place(text: str, offset: int) -> Place:
    """Where `offset` is in `text`; for more than one place of a text make a `LineIndex`."""
    return LineIndex(text).place(offset)


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
