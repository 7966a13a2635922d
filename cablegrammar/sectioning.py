"""Sections: a long telegram in several transmissions, and what was received separately put together again."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

import attrs

from cablegrammar import model as m
from cablegrammar.cable import Cable
from cablegrammar.canonical import canonicalize, first_line_end, write_behind
from cablegrammar.composing import Line, envelope
from cablegrammar.converting import parts_of
from cablegrammar.layout import line_ends_between
from cablegrammar.meanings import meaning
from cablegrammar.model.posts import letters
from cablegrammar.parsing import parse, unparse
from cablegrammar.writer import write

#: A telegram is split after so many lines; page lines of the wire have three digits, SECTION two.
LINES = 100
MOST_SECTIONS = 99

#: The wire cuts the post to so many letters on a page line, and pads the number to so many digits (acp127.md "Sections and page lines").
POST_LETTERS, NUMBER_DIGITS = 10, 8

#: What stands between the classification line and the body.
_HEAD = (
    m.ClassificationLine,
    m.Captions,
    m.CorrectedCopy,
    m.Passing,
    m.ExecutiveOrder,
    m.Tags,
    m.Subject,
    m.References,
    m.ClassifiedBy,
    m.Banner,
    m.PageLine,
)
#: What follows a head, for its layout: any text.
with m.trusting():
    _TEXT = m.Text()

#: How many lines are tried, one before the other, until one is found where a paragraph can be cut.
_TRIES = 40


class SectionError(ValueError):
    """Cables that are not the sections of one telegram: `missing` numbers, `doubled` numbers, and `foreign`, what is wrong with which
    cable, counted from 1.
    """

    def __init__(self, missing: tuple[int, ...], doubled: tuple[int, ...], foreign: tuple[str, ...]) -> None:
        said = [
            *(f"section {number} is missing" for number in missing),
            *(f"section {number} is there more than once" for number in doubled),
            *foreign,
        ]
        super().__init__(f"join_sections: {'; '.join(said)}")
        self.missing = missing
        self.doubled = doubled
        self.foreign = foreign


# ---- splitting ------------------------------------------------------------------------------------------------------


def split_sections(cable: Cable, lines: int = LINES) -> tuple[Cable, ...]:
    r"""The telegram as sections of at most `lines` lines of text, in canonical form but for the page line; the cable itself where it is no
    longer than that.

    Each section has the header, with its number on FL3 (acp127.md FL3) and FL1 on the first alone, for the channel gives each transmission a
    number of its own; the classification line with SECTION nn OF nn (5 FAH-2 H-222); the captions; from the second on the page line that
    stands at such a place on the wire. E.O., TAGS and the rest of the head are in the first. A section ends between two paragraphs where
    that fills it by half, else within one, at a line where joining gives the paragraph back; where there is none, it is longer.

    A cable that is the first of several sections put together already, as the archive has them, is taken as the whole that it is. Raises
    `ValueError` for a record, which is not sent (`convert` it), for a text without classification line, for too few `lines` to hold the head,
    and for more than 99 sections.

    >>> import cablegrammar as cg
    >>> body = "\n\n".join(f"{number}. (U) Paragraph {number}." for number in range(1, 9))
    >>> cable = cg.parse(f"UNCLAS LIMA 000017\n\nSIPDIS\n\nSUBJECT: RICE\n\n{body}\nROE\n")
    >>> first, second = split_sections(cable, lines=16)
    >>> print(cg.unparse(second), end="")
    UNCLAS SECTION 02 OF 02 LIMA 000017
    <BLANKLINE>
    SIPDIS
    <BLANKLINE>
    LIMA 00000017  002 OF 002
    <BLANKLINE>
    6. (U) Paragraph 6.
    <BLANKLINE>
    7. (U) Paragraph 7.
    <BLANKLINE>
    8. (U) Paragraph 8.
    ROE
    >>> join_sections([second, first]) == cable
    False
    >>> cg.meaning(join_sections([second, first])) == cg.meaning(cable)
    True
    """
    if cable.record is not None:
        raise ValueError(
            "split_sections: a record is not sent: convert the cable to a message, a header or a text first"
        )
    line = cable.classification_line
    if line is None:
        raise ValueError("split_sections: the cable has no classification line, which would number the sections")
    whole = canonicalize(_as_whole(cable))
    header, text = parts_of(whole, "message")
    begin = next((at for at, field in enumerate(text) if not isinstance(field.value, _HEAD)), len(text))
    head, body = text[:begin], text[begin:]
    if _line_count(text) <= lines:
        return (cable,)
    head_values = [field.value for field in head if not isinstance(field.value, m.ClassificationLine)]
    names = tuple(dict.fromkeys(name for value in head_values if isinstance(value, m.Captions) for name in value.names))
    captions: list[m.Value] = [m.Captions(names)] if names else []
    page_line = _page_line(line.message_number, 2, 2)
    needs = _written([line, *head_values], _TEXT).count("\n"), _written([line, *captions, page_line], _TEXT).count("\n")
    if lines <= max(needs):
        raise ValueError(f"split_sections: {lines} lines are too few: the head of this telegram needs {max(needs) + 1}")
    least = -(-_line_count(body) // (lines - needs[1]))
    if least > MOST_SECTIONS:
        raise ValueError(f"split_sections: at least {least} sections of {lines} lines: there can be {MOST_SECTIONS}")
    pieces = _Cutter(body, page_line, first_line_end(unparse(whole))).cut(lines - needs[0], lines - needs[1])
    if len(pieces) > MOST_SECTIONS:
        raise ValueError(f"split_sections: {len(pieces)} sections of {lines} lines: there can be {MOST_SECTIONS}")
    lines_above = [field.value for field in header]
    return tuple(
        _section(cable, number, len(pieces), lines_above, head_values if number == 1 else captions, piece)
        for number, piece in enumerate(pieces, 1)
    )


def _line_count(fields: Sequence[m.Field]) -> int:
    text = "".join(field.text for field in fields).rstrip()
    return text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1 if text else 0


def _written(values: Sequence[m.Value], after: m.Value | None) -> str:
    """Canonical text of values before `after`; what is not understood keeps its words."""
    texts = []
    for place, value in enumerate(values):
        following = values[place + 1] if place + 1 < len(values) else after
        words = (
            value.text.strip()
            if isinstance(value, m.Unparsed)
            else write_behind(values[place - 1] if place else None, value)
        )
        texts.append(words + "\n" * line_ends_between(value, following))
    return "".join(texts)


def _page_line(number: m.MessageNumber, page: int, total: int) -> m.PageLine:
    return m.PageLine(number.post[:POST_LETTERS].strip(), f"{number.serial:0{NUMBER_DIGITS}}", page, total)


def _as_whole(cable: Cable) -> Cable:
    """The cable without section numbers on the classification line and FL3."""
    if cable.section is not None:
        cable = cable.replace(section=None)
    if cable.station is not None and cable.station.section is not None:
        cable = cable.replace(station=attrs.evolve(cable.station, section=None))
    return cable


def _section(
    cable: Cable, number: int, total: int, header: Sequence[m.Value], head: Sequence[m.Value], body: str
) -> Cable:
    """One section: the header with its number, the head that it has, and its piece of the body."""
    line = cable.classification_line
    assert line is not None
    values: list[m.Value] = []
    for value in header:
        if isinstance(value, m.Station):
            value = attrs.evolve(value, section=number)
        if not (isinstance(value, m.TransmissionId) and number > 1):
            values.append(value)
    before, behind = envelope(_serial(cable, line))
    if cable.container == "message":
        values.append(before)
    values += [attrs.evolve(line, section=m.Section(number, total)), *head]
    if number > 1:
        values.append(_page_line(line.message_number, number, total))
    newline = first_line_end(unparse(cable))
    text = _written(values, _TEXT).replace("\n", newline) + body.rstrip() + newline
    if cable.container != "message":
        return parse(text)
    end = "".join(f"{write(value)}{newline}" for value in behind)
    section = parse(text + end)
    # a list of references would take BT for its own
    ended = tuple(field.value for field in section.fields[-len(behind) :]) == behind
    return section if ended else parse(text + newline + end)


def _serial(cable: Cable, line: m.ClassificationLine) -> str:
    return cable.station.serial if cable.station is not None else Line(line).serial


class _Cutter:
    """Cuts a body, canonical fields, into pieces of so many lines."""

    def __init__(self, body: Sequence[m.Field], page_line: m.PageLine, newline: str) -> None:
        self.body = body
        self.newline = newline
        self.page_line = write(page_line)
        #: The lines of each field, with their ends.
        self.lines = [list(io.StringIO(field.text, newline="")) for field in body]

    def cut(self, room_first: int, room: int) -> list[str]:
        """The pieces: the first of `room_first` lines, the others of `room`."""
        pieces: list[str] = []
        at = (0, 0)
        while at[0] < len(self.body):
            end = self._end(at, room if pieces else room_first)
            pieces.append(self._text(at, end))
            at = end
        return pieces

    def _text(self, begin: tuple[int, int], end: tuple[int, int]) -> str:
        """The lines from one place, field and line, up to another."""
        if begin[0] == end[0]:
            return "".join(self.lines[begin[0]][begin[1] : end[1]])
        between = [line for field in range(begin[0] + 1, end[0]) for line in self.lines[field]]
        rest = self.lines[end[0]][: end[1]] if end[0] < len(self.body) else []
        return "".join([*self.lines[begin[0]][begin[1] :], *between, *rest])

    def _end(self, begin: tuple[int, int], room: int) -> tuple[int, int]:
        """Where a section that begins at a place ends: the last good place within `room` lines, else the first one behind."""
        field, line = begin
        used = len(self.lines[field]) - line
        while field + 1 < len(self.body) and used + self._words_of(field + 1) <= room:
            field += 1
            used += len(self.lines[field])
        if field + 1 == len(self.body) and self._trimmed(used) <= room:
            return len(self.body), 0
        # whole fields as far as they fit; where they fill less than half of the room, a part of the next one too
        whole = field + 1 if used <= room or self._words_of(field) + used - len(self.lines[field]) <= room else field
        while whole > begin[0] and not self._parts_at(whole):
            whole -= 1
        best = (whole, 0) if whole > begin[0] else None
        filled = sum(len(self.lines[one]) for one in range(begin[0], whole)) - line if best else 0
        if best is not None and filled * 2 >= room:
            return best
        inside = (whole, line if whole == begin[0] else 0)
        last = inside[1] + room - filled
        within = next((at for at in range(last, max(inside[1], last - _TRIES), -1) if self._cuts_at(whole, at)), None)
        if within is not None:
            return whole, within
        if best is not None:
            return best
        behind = (at for at in range(last + 1, len(self.lines[whole])) if self._cuts_at(whole, at))
        return next(((whole, at) for at in behind), (whole + 1, 0))

    def _words_of(self, field: int) -> int:
        """How many lines a field has without the blank ones behind it."""
        return _line_count([self.body[field]])

    def _trimmed(self, used: int) -> int:
        return used - (len(self.lines[-1]) - self._words_of(len(self.body) - 1))

    def _parts_at(self, field: int) -> bool:
        """Whether a section may end before a field: not between a heading and what it heads, nor before the signature."""
        if field >= len(self.body):
            return True
        before, behind = self.body[field - 1], self.body[field]
        if isinstance(before.value, m.Heading) or isinstance(behind.value, m.Signature):
            return False
        return self._reads_back(before.text, behind.text, before.text + behind.text)

    def _cuts_at(self, field: int, line: int) -> bool:
        """Whether a page line before a line of a field leaves the field as it is."""
        lines = self.lines[field]
        if not 0 < line < len(lines) or not lines[line].strip():
            return False
        before, behind = "".join(lines[:line]), "".join(lines[line:])
        return self._reads_back(before, behind, before + behind)

    def _reads_back(self, before: str, behind: str, whole: str) -> bool:
        return meaning(parse(_joined(before, self.page_line, behind, self.newline))) == meaning(parse(whole))


def _joined(before: str, page_line: str, behind: str, newline: str) -> str:
    """Two pieces of a body with the page line between them, as the archive has it."""
    return f"{before.rstrip()}{newline}{page_line}{newline}{behind}"


# ---- joining --------------------------------------------------------------------------------------------------------


def join_sections(cables: Iterable[Cable]) -> Cable:
    r"""The telegram whose sections were received separately, in any order.

    It has the header of the first section, without the number on FL3, a classification line without SECTION, the head of the first section
    and the bodies of all, a page line between two (acp127.md "Sections and page lines"). What a later section repeats of the head is left
    out. Raises `SectionError`, which names all sections that are missing, doubled or of another telegram, and `ValueError` for no cables.

    >>> import cablegrammar as cg
    >>> part = "UNCLAS SECTION 0{0} OF 03 LIMA 000017\n\n{0}. Paragraph {0}.\n"
    >>> join_sections([cg.parse(part.format(3)), cg.parse(part.format(1)), cg.parse(part.format(3).replace("LIMA", "QUITO"))])
    Traceback (most recent call last):
    ...
    cablegrammar.sectioning.SectionError: join_sections: section 2 is missing; cable 3 is of QUITO 000017, not of LIMA 000017
    >>> print(cg.unparse(join_sections(cg.parse(part.format(number)) for number in (3, 1, 2))), end="")
    UNCLAS LIMA 000017
    <BLANKLINE>
    1. Paragraph 1.
    LIMA 00000017  002 OF 003
    2. Paragraph 2.
    LIMA 00000017  003 OF 003
    3. Paragraph 3.
    """
    given = list(cables)
    if not given:
        raise ValueError("join_sections: there are no cables to join")
    sections = _in_order(given)
    first = sections[0]
    line = first.classification_line
    assert line is not None
    assert line.section is not None
    newline = first_line_end(unparse(first))
    header, text = parts_of(first, "message")
    lines = [_unnumbered(field.value) for field in header]
    if first.container == "message":
        lines.append(m.Separation())
    head, body = _parted(text, ())
    joined = "".join(field.text for field in body)
    for number, section in enumerate(sections[1:], 2):
        _, more = _parted(parts_of(section, "message")[1], [field.value for field in head])
        page_line = write(_page_line(line.message_number, number, line.section.total))
        joined = _joined(joined, page_line, "".join(field.text for field in more), newline)
    # the head as it stands, but for the number of the section
    begin = "".join(
        field.text if not isinstance(field.value, m.ClassificationLine) else _renumbered(field, newline)
        for field in head
    )
    end = ""
    if first.container == "message":
        end = "".join(f"{write(value)}{newline}" for value in envelope(_serial(first, line))[1])
    return parse(_written(lines, line).replace("\n", newline) + begin + joined.rstrip() + newline + end)


def _unnumbered(value: m.Value) -> m.Value:
    return attrs.evolve(value, section=None) if isinstance(value, m.Station) else value


def _renumbered(field: m.Field, newline: str) -> str:
    value = field.value
    assert isinstance(value, m.ClassificationLine)
    words = field.text.rstrip()
    return write(attrs.evolve(value, section=None)) + (field.text[len(words) :] or newline)


def _parted(text: Sequence[m.Field], repeated: Sequence[m.Value]) -> tuple[list[m.Field], list[m.Field]]:
    """Head and body of a section; in a later one the head ends at its page line, and else has only what is `repeated` from the first."""
    heads = list(takewhile(lambda field: isinstance(field.value, _HEAD), text))
    pages = [at for at, field in enumerate(heads, 1) if isinstance(field.value, m.PageLine)]
    if repeated and pages:
        end = pages[0]
    elif repeated:
        known = (*repeated, text[0].value)
        end = len(list(takewhile(lambda field: field.value in known, heads)))
    else:
        end = len(heads)
    return list(text[:end]), list(text[end:])


def _in_order(given: Sequence[Cable]) -> list[Cable]:
    """The sections by their number; raises `SectionError`."""
    telegram = _most_common([_telegram(cable) for cable in given])
    one = next((cable for cable in given if _telegram(cable) == telegram), given[0])
    foreign: list[str] = []
    by_number: dict[int, list[Cable]] = {}
    for place, cable in enumerate(given, 1):
        if cable.section is None or cable.message_number is None:
            foreign.append(f"cable {place} is no section: it has no classification line with SECTION")
        elif _telegram(cable) != telegram:
            foreign.append(f"cable {place} {_difference(cable, one)}")
        elif not 0 < cable.section.number <= cable.section.total:
            foreign.append(f"cable {place} is section {cable.section.number} of {cable.section.total}")
        else:
            by_number.setdefault(cable.section.number, []).append(cable)
    total = telegram[-1] if telegram is not None else 0
    missing = tuple(number for number in range(1, total + 1) if number not in by_number)
    doubled = tuple(number for number, some in sorted(by_number.items()) if len(some) > 1)
    if missing or doubled or foreign:
        raise SectionError(missing, doubled, tuple(foreign))
    return [by_number[number][0] for number in range(1, total + 1)]


#: Post, number and how many sections there are.
_Telegram = tuple[str, int, int]


def _telegram(cable: Cable) -> _Telegram | None:
    if cable.message_number is None or cable.section is None:
        return None
    return letters(cable.message_number.post), cable.message_number.serial, cable.section.total


def _most_common(telegrams: Sequence[_Telegram | None]) -> _Telegram | None:
    """The telegram that most sections are of, the first of two with as many."""
    counted = Counter(one for one in telegrams if one is not None)
    return counted.most_common(1)[0][0] if counted else None


def _difference(cable: Cable, first: Cable) -> str:
    """How a section is not of the telegram of another one, in words."""
    assert cable.section is not None
    assert first.section is not None
    if _telegram(cable) != _telegram(first) and cable.section.total == first.section.total:
        return f"is of {_number(cable)}, not of {_number(first)}"
    return f"is of {_number(cable)} in {cable.section.total} sections, not of {_number(first)} in {first.section.total}"


def _number(cable: Cable) -> str:
    number = cable.message_number
    return "" if number is None else f"{number.post} {number.number}"
