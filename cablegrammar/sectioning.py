"""Sections: a long telegram in several transmissions, and what was received separately put together again."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import accumulate, pairwise, takewhile

import attrs

from cablegrammar import model as m
from cablegrammar.cable import HEAD_FIELDS, Cable
from cablegrammar.canonical import canonicalize, first_line_end, write_behind
from cablegrammar.composing import Line, envelope
from cablegrammar.converting import parts_of
from cablegrammar.given import cable_of, cables_of, whole_number_of
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
_HEAD = (*HEAD_FIELDS, m.Banner, m.PageLine)
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
    that fills it by half, else within one, at a line where joining gives the telegram back; where there is none, it is
    longer. A heading stays with what follows it.

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
    cable = cable_of("split_sections: cable", cable)
    lines = whole_number_of("split_sections: lines", lines)
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
    behind = write(m.Separation()) if cable.container == "message" else ""
    cutter = _Cutter(head, body, [line, *captions, page_line], first_line_end(unparse(whole)), behind)
    pieces = cutter.cut(lines - needs[0], lines - needs[1])
    if len(pieces) == 1:
        return (cable,)
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
    """Cuts a body, canonical fields, into pieces of so many lines. A place is the number of lines of the body before it."""

    def __init__(
        self, head: Sequence[m.Field], body: Sequence[m.Field], above: Sequence[m.Value], newline: str, behind: str
    ) -> None:
        self.head = "".join(field.text for field in head)
        self.body = body
        self.newline = newline
        self.page_line = write(above[-1])
        #: What stands above a later section, and behind any.
        self.above = _written(above, _TEXT).replace("\n", newline)
        self.behind = behind
        self.count_above = len(meaning(parse(self.above)))
        #: The lines of each field, with their ends, and the place where it begins.
        self.lines = [list(io.StringIO(field.text, newline="")) for field in body]
        self.starts = [0, *accumulate(map(len, self.lines))]
        self.all_lines = [line for lines in self.lines for line in lines]
        self.last = self._trimmed(len(self.all_lines))
        #: Places that looked good beside their neighbours, but not in the whole text.
        self.bad: set[int] = set()

    def cut(self, room_first: int, room: int) -> list[str]:
        """The pieces: the first of `room_first` lines, the others of `room`."""
        whole = meaning(parse(self.head + "".join(self.all_lines)))
        while True:
            pieces, places = self._pieces(room_first, room)
            if len(pieces) == 1 or meaning(self._joined(pieces)) == whole:
                return pieces
            # the first that does harm, with those before it
            wrong = (nth for nth in range(len(places)) if meaning(self._joined(self._at(places[: nth + 1]))) != whole)
            self.bad.add(places[next(wrong)])

    def _pieces(self, room_first: int, room: int) -> tuple[list[str], list[int]]:
        """The pieces, and the places between them."""
        places: list[int] = []
        at = 0
        while (at := self._end(at, room if places else room_first)) < len(self.all_lines):
            places.append(at)
        return self._at(places), places

    def _at(self, places: Sequence[int]) -> list[str]:
        return ["".join(self.all_lines[one:other]) for one, other in pairwise([0, *places, len(self.all_lines)])]

    def _joined(self, pieces: Sequence[str]) -> Cable:
        text = reduce(lambda one, other: _joined(one, self.page_line, other, self.newline), pieces)
        return parse(self.head + text)

    def _end(self, begin: int, room: int) -> int:
        """Where a section that begins at a place ends: the last good place within `room` lines, else the first one behind."""
        if self.last - begin <= room:
            return len(self.all_lines)
        # the blank lines behind a section do not count
        most = begin + room
        while not self.all_lines[most].strip():
            most += 1
        between = (place for place in reversed(self.starts) if begin < place <= most)
        whole = next((place for place in between if self._is_good(begin, place)), begin)
        if (whole - begin) * 2 >= room:
            return whole
        # paragraphs that fill less than half of the room: a part of the next one too
        tried = range(most, max(whole, most - _TRIES), -1)
        within = next((place for place in tried if self._is_good(begin, place)), whole)
        if within > begin:
            return within
        behind = range(most + 1, len(self.all_lines))
        return next((place for place in behind if self._is_good(begin, place)), len(self.all_lines))

    def _trimmed(self, place: int) -> int:
        """The place without the blank lines before it."""
        while place and not self.all_lines[place - 1].strip():
            place -= 1
        return place

    def _is_good(self, begin: int, place: int) -> bool:
        """Whether a section may end at a place: what is before it and behind it says the same with a page line between them."""
        field = bisect_right(self.starts, place) - 1
        if place in self.bad or not self.all_lines[place].strip():
            return False
        first = field if self.starts[field] < place else field - 1
        cut = self.body[first].value
        if first < field and (isinstance(cut, m.Heading) or isinstance(self.body[field].value, m.Signature)):
            # a heading stays with what it heads
            return False
        before = "".join(self.all_lines[self.starts[first] : place])
        # the next field too: what follows says whether a line is a heading
        behind = "".join(self.all_lines[place : self.starts[min(field + 2, len(self.body))]])
        whole = meaning(parse(before + behind))
        if meaning(parse(_joined(before, self.page_line, behind, self.newline))) != whole:
            return False
        # as long as the sections are apart, the last words must not be read as a signature, say
        known = (m.Paragraph, m.Text, m.Separation, *map(type, whole))
        alone = "".join(self.all_lines[max(begin, self.starts[first]) : place]).rstrip()
        values = meaning(parse(self.above + alone + self.newline + self.behind))
        return all(isinstance(value, known) for value in values[self.count_above :])


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
    given = cables_of("join_sections", cables)
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
