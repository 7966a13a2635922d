"""A cable from its parts in the handbook's words, with everything that follows from them filled in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from string import ascii_uppercase
from textwrap import dedent

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.cable import Cable
from cablegrammar.canonical import read_back
from cablegrammar.given import clipped, date_time_group_of, level_of, one_or_several, value_of, values_of
from cablegrammar.writer.security import CLASS_LETTER

#: The executive orders by the first day on which telegrams were to cite them (executive_orders.csv; the days are those that the orders set
#: themselves: 12356 names one, 12958 and 13526 say 180 days).
ORDERS = (
    (dt.date.min, "11652"),
    (dt.date(1978, 12, 1), "12065"),
    (dt.date(1982, 8, 1), "12356"),
    (dt.date(1995, 10, 14), "12958"),
    (dt.date(2010, 6, 27), "13526"),
)

#: What FL4 ends in, unless something else is said: counted, 5,749 of 5,752 (acp127.md FL4).
OPERATING_SIGNALS = ("ZZH",)

#: Digits of a message number (state-telegram.md "Classification line").
NUMBER_DIGITS = 6


@attrs.frozen
class Line:
    """What the classification line says, and the letters on FL4."""

    value: m.ClassificationLine

    @property
    def serial(self) -> str:
        """The serial number of FL3: the last four digits of the message number (acp127.md FL3)."""
        return f"{self.value.message_number.serial % 10_000:04}"

    @property
    def has_letter(self) -> bool:
        """Whether FL4 has a letter for the level; there is none for LIMITED OFFICIAL USE."""
        return (self.value.level, self.value.efto) in CLASS_LETTER

    def security(self, signals: tuple[str, ...]) -> m.Security:
        """FL4: in the clear only what is unclassified and not EFTO."""
        clear = self.value.level is m.Level.UNCLASSIFIED and not self.value.efto
        return m.Security("ZNR" if clear else "ZNY", self.value.level, self.value.efto, operating_signals=signals)


def compose(
    *,
    message_number: object,
    subject: object,
    paragraphs: object,
    classification: object,
    section: object,
    captions: object,
    passing: object,
    executive_order: object,
    declassify: object,
    tags: object,
    references: object,
    classified_by: object,
    signature: object,
    date_time_group: object,
    precedence: object,
    originator: object,
    routing_indicator: str,
    action: object,
    info: object,
    exempted: object,
    operating_signals: object,
    transmission_id: object,
    routing: object,
    station: object,
    security: object,
    container: str,
) -> Cable:
    """See `Cable.compose`."""
    line = _classification_line(message_number, classification, section)
    moment = None if date_time_group is None else date_time_group_of(date_time_group)
    parts = {
        "date_time_group": date_time_group,
        "precedence": precedence,
        "originator": originator,
        "routing_indicator": routing_indicator or None,
        "action": action,
        "info": info,
        "exempted": exempted,
        "transmission_id": transmission_id,
        "routing": routing,
        "station": station,
        "security": security,
        "operating_signals": () if operating_signals == OPERATING_SIGNALS else operating_signals,
    }
    of_header = [name for name, part in parts.items() if not (part is None or part == () or part == [])]
    for whole, part_of_it in (("station", "routing_indicator"), ("security", "operating_signals")):
        if whole in of_header and part_of_it in of_header:
            raise ValueError(f"compose: {whole} is the line as a whole; leave out {part_of_it}")
    if container not in ("", "message", "header", "text"):
        raise ValueError(f"compose: container is 'message', 'header' or 'text', not {clipped(container)}")
    container = container or ("message" if of_header else "text")
    if container == "text" and of_header:
        raise ValueError(f"compose: container 'text' has no header, but parts of one are given: {', '.join(of_header)}")
    pieces = _Pieces()
    pieces.add("classification", line.value)
    pieces.add("captions", *_captions(captions))
    pieces.add("passing", *values_of("passing", passing, m.Passing))
    order = _executive_order(executive_order, declassify, line.value.level, moment)
    pieces.add("executive_order" if declassify is None else "declassify", order)
    pieces.add("tags", *_tags(tags))
    pieces.add("subject", value_of("subject", subject, m.Subject))
    pieces.add("references", *_references(references))
    if classified_by is not None:
        pieces.add("classified_by", value_of("classified_by", classified_by, m.ClassifiedBy))
    pieces.add("paragraphs", *_body(paragraphs))
    if signature is not None:
        pieces.add("signature", value_of("signature", signature, m.Signature))
    if container == "text":
        return pieces.cable()
    lines = header_lines(
        line,
        moment=moment,
        precedence=precedence,
        originator=originator,
        routing_indicator=routing_indicator,
        action=values_of("action", action, m.Address),
        info=values_of("info", info, m.Address),
        exempted=values_of("exempted", exempted, m.Address),
        operating_signals=tuple(one_or_several(operating_signals)),
        transmission_id=transmission_id,
        routing=routing,
        station=station,
        security=security,
    )
    if lines.missing:
        raise ValueError(f"compose: a header needs {', '.join(with_reasons(lines.missing))}")
    header = _Pieces()
    for value in lines.values:
        # the fields of the header have the names of their parts
        header.add(type(value).start_rule, value)
    if container == "header":
        return (header + pieces).cable()
    before, behind = envelope(lines.serial)
    header.add("the line BT", before)
    pieces.add("the end of the message", *behind)
    return (header + pieces).cable()


@attrs.frozen
class _Pieces:
    """Values in their order, each with the name of the part that it is made of."""

    values: list[m.Value] = attrs.field(factory=list)
    names: list[str] = attrs.field(factory=list)

    def add(self, name: str, *values: m.Value) -> None:
        self.values.extend(values)
        self.names.extend([name] * len(values))

    def __add__(self, other: _Pieces) -> _Pieces:
        return _Pieces([*self.values, *other.values], [*self.names, *other.names])

    def cable(self) -> Cable:
        """The cable of the values; raises `ValueError` that names the part that would be read otherwise (guarantee G10)."""
        cable, wrong = read_back(self.values)
        if wrong is None:
            return cable
        name = self.names[wrong] if wrong < len(self.names) else "the end"
        value = self.values[wrong] if wrong < len(self.values) else None
        again = cable.fields[wrong].value if wrong < len(cable.fields) else None
        # what follows may be what it would be read together with
        behind = next((other for other in self.names[wrong:] if other != name), "")
        following = f", before {behind}" if behind else ""
        raise ValueError(
            f"{name}: the value {clipped(value)} would be read otherwise here{following}: as {clipped(again)}"
        )


def with_reasons(missing: dict[str, str]) -> list[str]:
    """What is missing as a message says it: the name, and in parentheses what there is to say of it."""
    return [f"{name} ({said})" if said else name for name, said in missing.items()]


def envelope(serial: str) -> tuple[m.Separation, tuple[m.Value, ...]]:
    """What stands before the text of a message, and what stands behind it: FL11, and FL13 to FL16."""
    return m.Separation(), (m.Separation(), m.Validation(serial), m.EndOfMessage())


# ---- the header -----------------------------------------------------------------------------------------------------


@attrs.frozen
class Header:
    """The format lines FL1 to FL9 in order, the parts that could not be derived with a word on each, and the serial number of FL3."""

    values: tuple[m.Value, ...]
    missing: dict[str, str]
    serial: str


def header_lines(
    line: Line,
    *,
    moment: m.DateTimeGroup | None,
    precedence: object,
    originator: object,
    routing_indicator: str,
    action: tuple[m.Address, ...],
    info: tuple[m.Address, ...],
    exempted: tuple[m.Address, ...],
    operating_signals: tuple[str, ...],
    transmission_id: object,
    routing: object,
    station: object,
    security: object,
    date_time_line: m.DateTimeLine | None = None,
    janap_header: m.JanapHeader | None = None,
) -> Header:
    """The header, every line given or derived: FL2 from FL5 and the addressees, FL3 from the date-time group, FL4 from the level.

    A JANAP 128 header says what FL2 and FL3 say.
    """
    if routing_indicator:
        _station(routing_indicator, line.serial, None, 1, m.DateTimeGroup(1, 0, 0, 1, 2000))
    precedences = _precedences(precedence, action, info)
    missing: dict[str, str] = {}
    values: list[m.Value] = []
    if transmission_id is not None:
        values.append(value_of("transmission_id", transmission_id, m.TransmissionId))
    if date_time_line is None and moment is None:
        missing["date_time_group"] = ""
    elif date_time_line is None:
        assert moment is not None
        date_time_line = m.DateTimeLine(precedences, moment)
    if janap_header is not None:
        values.append(janap_header)
    elif routing is not None:
        values.append(value_of("routing", routing, m.Routing))
    elif date_time_line is not None:
        indicators = tuple(dict.fromkeys(one.routing_indicator for one in (*action, *info) if one.routing_indicator))
        highest = max(date_time_line.precedences, default=m.Precedence.ROUTINE)
        if indicators:
            # NIACT IMMEDIATE has no prosign of its own
            values.append(m.Routing(m.Precedence.of_prosign(highest.prosign), indicators))
        elif action or info:
            missing["routing"] = "or an addressee with a routing indicator"
    if janap_header is not None:
        pass
    elif station is not None:
        values.append(value_of("station", station, m.Station))
    elif not routing_indicator:
        missing["routing_indicator"] = "that of the originating station"
    elif date_time_line is not None:
        group = date_time_line.date_time_group
        day = group.datetime.timetuple().tm_yday
        section = None if line.value.section is None else line.value.section.number
        values.append(_station(routing_indicator, line.serial, section, day, group))
    if security is not None:
        values.append(value_of("security", security, m.Security))
    elif line.has_letter:
        values.append(_security(line, operating_signals))
    else:
        efto = " EFTO" if line.value.efto else ""
        missing["security"] = f"for there is no letter for {line.value.level}{efto}"
    if date_time_line is not None:
        values.append(date_time_line)
    if originator is None:
        missing["originator"] = ""
    else:
        values.append(value_of("originator", originator, m.Originator))
    if not action and not info:
        missing["action or info"] = ""
    values += [m.Action(one) for one in action]
    values += [m.Info(one) for one in info]
    values += [m.Exempted(one) for one in exempted]
    serial = next((value.serial for value in values if isinstance(value, m.Station | m.JanapHeader)), line.serial)
    return Header(tuple(values), missing, serial)


def _station(
    routing_indicator: object, serial: str, section: int | None, day: int, group: m.DateTimeGroup
) -> m.Station:
    """FL3; raises `ValueError` where the routing indicator is none."""
    try:
        if isinstance(routing_indicator, str):
            return m.Station(routing_indicator, serial, section, day, group.hour, group.minute)
    except ValueError:
        pass
    raise ValueError(
        f"routing_indicator: expected a routing indicator such as 'RUEHPE', got {clipped(routing_indicator)}"
    )


def _security(line: Line, signals: tuple[str, ...]) -> m.Security:
    try:
        return line.security(signals)
    except (TypeError, ValueError):
        raise ValueError(
            f"operating_signals: expected operating signals such as 'ZZH', got {clipped(signals)}"
        ) from None


def _precedences(given: object, action: Iterable[m.Address], info: Iterable[m.Address]) -> tuple[m.Precedence, ...]:
    """FL5: the precedence given, else the highest of the action addressees; behind it that of the information addressees if lower.

    Where one is given for both, `IMMEDIATE PRIORITY`, they are two. NIACT IMMEDIATE has the prosign of IMMEDIATE.
    """
    if given is not None:
        found = tuple(_precedence(one) for one in one_or_several(given))
    else:
        highest = [max((one.precedence for one in them if one.precedence), default=None) for them in (action, info)]
        found = tuple(one for one in highest if one is not None) or (m.Precedence.ROUTINE,)
    letters = dict.fromkeys(one.prosign for one in found)
    both = sorted((m.Precedence.of_prosign(letter) for letter in letters), reverse=True)
    return tuple(both)


def _precedence(given: object) -> m.Precedence:
    if isinstance(given, m.Precedence):
        return given
    try:
        return m.Precedence.of_word(str(given))
    except ValueError:
        words = ", ".join(map(str, m.Precedence))
        raise ValueError(f"precedence: expected one of {words}, got {clipped(given)}") from None


# ---- the head -------------------------------------------------------------------------------------------------------


def _classification_line(number: object, classification: object, section: object) -> Line:
    if isinstance(number, str):
        found = value_of("message_number", number, m.MessageNumber)
        number = m.MessageNumber(found.post, found.number.zfill(NUMBER_DIGITS))
    if not isinstance(number, m.MessageNumber):
        raise ValueError(
            f"message_number: expected a MessageNumber or its text such as 'LIMA 17', got {clipped(number)}"
        )
    level, efto = level_of(classification)
    if section is not None and not isinstance(section, m.Section):
        raise ValueError(f"section: expected a Section or None, got {clipped(section)}")
    return Line(m.ClassificationLine(level, number, section, efto))


def _captions(given: object) -> list[m.Captions]:
    names = [name for one in one_or_several(given) for name in value_of("captions", one, m.Captions).names]
    # a caption that repeats the one before it says nothing
    names = [name for name, _ in groupby(names)]
    return [m.Captions(tuple(names))] if names else []


def _tags(given: object) -> list[m.Tags]:
    if isinstance(given, str | m.Tags):
        return [value_of("tags", given, m.Tags)]
    tags = values_of("tags", given, m.Tag)
    return [m.Tags(tags)] if tags else []


def _references(given: object) -> list[m.References]:
    if isinstance(given, str | m.References):
        return [value_of("references", given, m.References)]
    items: list[m.Reference] = []
    for one in one_or_several(given):
        items += (one,) if isinstance(one, m.Reference) else _items(one)
    if len(items) > 1 and not any(item.letter for item in items):
        if len(items) > len(ascii_uppercase):
            raise ValueError(
                f"references: there are letters for {len(ascii_uppercase)} references, not for {len(items)}"
            )
        lettered = zip(ascii_uppercase, items, strict=False)
        items = [attrs.evolve(item, letter=letter) for letter, item in lettered]
    return [m.References(tuple(items))] if items else []


def _items(given: object) -> tuple[m.Reference, ...]:
    """The references of one text of a list: one, or several that have letters of their own, for the letters must not shift."""
    items = value_of("references", given, m.References).items
    if len(items) > 1 and not all(item.letter for item in items):
        raise ValueError(
            f"references: {clipped(given)} is read as {len(items)} references: in a list, each has a text of its own"
        )
    return items


def _executive_order(
    order: object, declassify: object, level: m.Level, moment: m.DateTimeGroup | None
) -> m.ExecutiveOrder:
    """The E.O. line: given, or the order in force with N/A for what is unclassified and the term of `declassify` for what is not."""
    if order is not None and declassify is not None:
        raise ValueError("compose: executive_order says when to declassify; leave out declassify")
    if order is not None:
        return value_of("executive_order", order, m.ExecutiveOrder)
    sent = dt.date.today() if moment is None else moment.datetime.date()
    number = next(number for since, number in reversed(ORDERS) if since <= sent)
    if declassify is None:
        if level > m.Level.LIMITED_OFFICIAL_USE:
            raise ValueError(
                f"compose: a {level} cable needs declassify, a date, a duration such as '25 years', an exemption "
                "or an event; or executive_order, the line as a whole"
            )
        return m.ExecutiveOrder(number, m.OrderAction.NOT_APPLICABLE)
    return _declassification(number, declassify, moment)


def _declassification(number: str, declassify: object, moment: m.DateTimeGroup | None) -> m.ExecutiveOrder:
    """The E.O. line with a date, with what counts from the date-time group, or with an exemption or event in words."""
    said = declassify if isinstance(declassify, str) and declassify.strip() else None
    duration = None if said is None else on_demand(said, m.Duration.start_rule)
    if isinstance(duration, m.Duration) and moment is None:
        raise ValueError(f"compose: declassify {declassify!r} counts from date_time_group, which is not given")
    try:
        if isinstance(declassify, dt.date) and not isinstance(declassify, dt.datetime):
            return m.ExecutiveOrder(number, m.OrderAction.DECLASSIFY, date=declassify)
        if isinstance(duration, m.Duration) and moment is not None:
            date = duration.after(moment.datetime.date())
            return m.ExecutiveOrder(number, m.OrderAction.DECLASSIFY, date=date)
        if said is not None:
            return value_of("declassify", f"E.O. {number}: DECL: {said}", m.ExecutiveOrder)
    except (OverflowError, ValueError):
        # what is wrong is said in the words that were given
        pass
    raise ValueError(
        "declassify: expected a date such as 02/11/2034, a duration such as '25 years', an exemption or an event, "
        f"got {clipped(declassify)}"
    )


# ---- the body -------------------------------------------------------------------------------------------------------


def _body(given: object) -> list[m.Value]:
    """Paragraphs, numbered one after the other unless they have numbers; a single one has none (5 FAH-1 H-246.2)."""
    parts = [_part(one) for one in one_or_several(given)]
    several = sum(isinstance(part, m.Paragraph | m.Text) for part in parts) > 1
    if not parts:
        raise ValueError(f"paragraphs: expected one paragraph or more, got {clipped(given)}")
    values: list[m.Value] = []
    number = 0
    for part in parts:
        if isinstance(part, m.Text) and several:
            part = m.Paragraph(number + 1, part.marking, part.blocks)
        if isinstance(part, m.Paragraph):
            number = part.number
        values.append(part)
    return values


def _part(given: object) -> m.Paragraph | m.Text | m.Heading:
    if isinstance(given, m.Paragraph | m.Text | m.Heading):
        return given
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f"paragraphs: expected a Paragraph, a Text, a Heading or its text, got {clipped(given)}")
    text = _flush_left(given)
    if isinstance(on_demand(text, m.Paragraph.start_rule), m.Paragraph):
        return value_of("paragraphs", text, m.Paragraph)
    return value_of("paragraphs", text, m.Text)


def _flush_left(text: str) -> str:
    """`text` without the blanks that all its lines begin with, and without blank lines around it: so program texts are written."""
    return dedent(text).strip("\r\n")


def paragraph_of(number: object, text: object, marking: object) -> m.Paragraph:
    """See `Paragraph.of`."""
    value = value_of("text", _flush_left(text) if isinstance(text, str) else text, m.Text)
    if not isinstance(number, int) or isinstance(number, bool) or not 0 < number < 1000:
        raise ValueError(f"number: expected the number of a paragraph, 1 to 999, got {clipped(number)}")
    if marking is None:
        return m.Paragraph(number, value.marking, value.blocks)
    if value.marking is not None:
        raise ValueError(f"marking: the text has a marking of its own: {clipped(text)}")
    return m.Paragraph(number, value_of("marking", marking, m.PortionMarking), value.blocks)
