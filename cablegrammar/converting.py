"""From one container to another: the archive's record, the message as it is sent, the text alone."""

from __future__ import annotations

import datetime as dt
from typing import Literal, get_args

import attrs

from cablegrammar import model as m
from cablegrammar.cable import WIRE, Addresses, Cable
from cablegrammar.canonical import first_line_end, write_behind
from cablegrammar.composing import OPERATING_SIGNALS, Line, envelope, header_lines, with_reasons
from cablegrammar.given import cable_of, clipped, date_time_group_of, value_of, values_of, words_of
from cablegrammar.layout import line_ends_between
from cablegrammar.meanings import meaning
from cablegrammar.parsing import parse, unparse

Container = Literal["record", "message", "header", "text"]

#: What stands around the text in a message only: FL11 and FL13 to FL16.
_ENVELOPE = (m.Separation, m.Validation, m.EndOfMessage)
#: What publishers put around a telegram; it belongs to the record.
_PUBLISHERS = (m.Record, m.PublisherLine, m.PartialExtract, m.Trailer)
#: What the archive adds to the level, by caption: of 397 records of the sample 386 have what follows from the captions so.
_CONTROLS = {"NOFORN": "NOFORN", "SENSITIVE": "FOR OFFICIAL USE ONLY"}
#: The archive dates a record at midnight of this time zone (corpus README; the offset is this in all 397 records of the sample).
_ARCHIVE_ZONE = "Europe/Brussels"


class ConversionError(ValueError):
    """A cable lacks what its new container must have; `missing` names all of it, in the names of `convert`'s parameters where it has one."""

    def __init__(self, to: str, missing: dict[str, str]) -> None:
        super().__init__(f"convert: a {to} needs {', '.join(with_reasons(missing))}, which the cable does not have")
        self.missing = tuple(missing)


def convert(
    cable: Cable,
    to: Container,
    *,
    record: m.Record | None = None,
    created: dt.datetime | dt.date | None = None,
    origin: str | None = None,
    control: str | None = None,
    date_time_group: m.DateTimeGroup | dt.datetime | str | None = None,
    precedence: m.Precedence | str | None = None,
    originator: m.Originator | str | None = None,
    routing_indicator: str = "",
    action: Addresses = (),
    info: Addresses = (),
    transmission_id: m.TransmissionId | str | None = None,
    routing: m.Routing | str | None = None,
    station: m.Station | str | None = None,
    security: m.Security | str | None = None,
) -> Cable:
    r"""The telegram of `cable` in another container: `record`, `message`, `header` (a message without FL11 to FL16) or `text`.

    It has the primary copy's fields with their text; what only the old container has is left out: the publisher's lines, FL11 to FL16, for
    `text` the whole header. A field that shared a line with one of another kind gets a line of its own.

    A **record** gets the five lines of the archive: the id from year, post and number; the subject from SUBJECT; `created`, a moment or a
    day, which is midnight Central European, by default that of the date-time group; the level from the classification line, with `control`
    by default from the captions, NOFORN or, for SENSITIVE, FOR OFFICIAL USE ONLY; `origin`, the archive's name of the post, which no
    telegram has. `record` gives all of it as it was.

    A **message** has the header's lines FL2 to FL7 or FL8, then BT, the text, BT, `#nnnn` from FL3 and NNNN. Lines that the cable lacks are
    made as `Cable.compose` makes them from `date_time_group`, `originator`, `routing_indicator` and addressees; a line that is given takes
    the place of the cable's own.

    Raises `ConversionError`, which names all that is missing at once, and `ValueError` for an unknown container, a part that is not what its
    name says, and where the text would be read otherwise in its new surroundings.

    >>> import cablegrammar as cg
    >>> text = cg.parse("UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\nPost agrees.\n")
    >>> convert(text, "record")
    Traceback (most recent call last):
    ...
    cablegrammar.converting.ConversionError: convert: a record needs date_time_group, created, origin, which the cable does not have
    >>> message = convert(text, "message", date_time_group="111530Z FEB 09", originator="AMEMBASSY LIMA", routing_indicator="RUEHPE",
    ...     action="RUEHC/SECSTATE WASHDC")
    >>> print(cg.unparse(message))
    RR RUEHC
    DE RUEHPE #0017 0421530
    ZNR UUUUU ZZH
    R 111530Z FEB 09
    FM AMEMBASSY LIMA
    TO RUEHC/SECSTATE WASHDC
    BT
    UNCLAS LIMA 000017
    <BLANKLINE>
    SUBJECT: RICE
    <BLANKLINE>
    Post agrees.
    BT
    #0017
    NNNN
    >>> cg.unparse(convert(message, "record", origin="Embassy Lima")).splitlines()[:5]
    ['09LIMA17', 'RICE', 'Wed Feb 11 00:00:00 +0100 2009', 'UNCLASSIFIED', 'Embassy Lima']
    """
    cable = cable_of("convert: cable", cable)
    if to not in get_args(Container):
        raise ValueError(f"convert: to is one of {', '.join(get_args(Container))}, not {clipped(to)}")
    data = _given(record=record, created=created, origin=origin, control=control)
    lines = _given(
        date_time_group=date_time_group,
        precedence=precedence,
        originator=originator,
        routing_indicator=routing_indicator or None,
        action=action,
        info=info,
        transmission_id=transmission_id,
        routing=routing,
        station=station,
        security=security,
    )
    if data and to != "record":
        raise ValueError(
            f"convert: record, created, origin and control are parts of a record, not of a {to}: leave out {', '.join(data)}"
        )
    if lines and to not in ("message", "header"):
        raise ValueError(
            f"convert: a {to} takes its header from the cable: change it with replace, and leave out {', '.join(lines)}"
        )
    if cable.container == to and not data and not lines:
        return cable
    header, text = parts_of(cable, to)
    draft = _Draft({id(field): at for at, field in enumerate(cable.fields)}, first_line_end(unparse(cable)))
    if to == "record":
        made_of = _record(cable, created, origin, control) if record is None else _whole_record(record, data)
        draft.pieces += [made_of, *header, *text]
    elif to == "text":
        if not text:
            raise ConversionError(to, {"classification_line": ""})
        draft.pieces += text
    else:
        if cable.classification_line is None:
            raise ConversionError(to, {"classification_line": ""})
        own = cable.date_time_line if date_time_group is None and precedence is None else None
        if date_time_group is None and own is None:
            date_time_group = cable.date_time_group
        made = header_lines(
            Line(cable.classification_line),
            date_time_line=own,
            moment=None if date_time_group is None else date_time_group_of(date_time_group),
            precedence=precedence,
            originator=cable.originator if originator is None else originator,
            routing_indicator=routing_indicator,
            action=values_of("action", action, m.Address) or cable.action,
            info=values_of("info", info, m.Address) or cable.info,
            exempted=cable.exempted,
            transmission_id=cable.transmission_id if transmission_id is None else transmission_id,
            janap_header=next((f.value for f in header if isinstance(f.value, m.JanapHeader)), None),
            routing=cable.routing if routing is None else routing,
            # the indicator of another station makes another line
            station=(None if routing_indicator else cable.station) if station is None else station,
            security=cable.security if security is None else security,
            operating_signals=OPERATING_SIGNALS,
        )
        if made.missing:
            raise ConversionError(to, made.missing)
        before, behind = envelope(made.serial)
        inside = [before, *text, *behind] if to == "message" else text
        draft.pieces += [*_merged(header, made.values), *inside]
    return draft.read()


def _given(**parts: object) -> tuple[str, ...]:
    """The names of the parts that are given: neither `None` nor an empty list."""
    return tuple(name for name, part in parts.items() if not (part is None or part == () or part == []))


def _whole_record(record: object, given: tuple[str, ...]) -> m.Record:
    """The archive's five lines as a whole; raises `ValueError` for parts beside it."""
    if given != ("record",):
        raise ValueError(f"convert: record says all of it: leave out {', '.join(given[1:])}")
    return value_of("convert: record", record, m.Record)


def _record(cable: Cable, created: object, origin: str | None, control: str | None) -> m.Record:
    """The archive's five lines from parts, as they were, or from the telegram; raises `ConversionError`."""
    origin = words_of("convert: origin", origin)
    control = words_of("convert: control", control)
    if created is not None and not isinstance(created, dt.date):
        raise ValueError(f"convert: created: expected a date, or a datetime with a time zone, got {clipped(created)}")
    own = cable.record
    line = cable.classification_line
    if own is None and created is None and cable.date_time_group is not None:
        created = cable.date_time_group.datetime.date()
    missing = []
    if not cable.reference_id:
        missing.append("date_time_group" if cable.message_number is not None else "message_number")
    if own is None and created is None:
        missing.append("created")
    if own is None and line is None:
        missing.append("classification_line")
    if own is None and origin is None:
        missing.append("origin")
    if missing:
        raise ConversionError("record", dict.fromkeys(missing, ""))
    moment = created if isinstance(created, dt.datetime) else None if created is None else _midnight(created)
    if moment is not None and moment.tzinfo is None:
        raise ValueError(f"convert: created: {moment.isoformat()} has no time zone")
    if own is not None:
        return attrs.evolve(
            own,
            created=moment or own.created,
            origin=own.origin if origin is None else origin,
            control=own.control if control is None else control,
        )
    assert line is not None
    assert moment is not None
    assert origin is not None
    if control is None:
        control = next((said for caption, said in _CONTROLS.items() if caption in cable.captions), "")
    subject = cable.subject.text if cable.subject is not None else ""
    return m.Record(cable.reference_id, subject, moment, line.level, control, origin)


def _midnight(day: dt.date) -> dt.datetime:
    """When the archive says that a telegram of `day` was created."""
    from zoneinfo import ZoneInfo  # its data is read for this only

    at = dt.datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(_ARCHIVE_ZONE))
    return at.replace(tzinfo=dt.timezone(at.utcoffset() or dt.timedelta(0)))


#: A value, or a field that keeps its text.
_Piece = m.Value | m.Field


def _value(piece: _Piece) -> m.Value:
    return piece.value if isinstance(piece, m.Field) else piece


@attrs.define
class _Draft:
    """The pieces of the new text in their order; where the fields among them stand in the cable, and how its lines end."""

    places: dict[int, int]
    newline: str
    pieces: list[m.Value | m.Field] = attrs.field(factory=list)

    def read(self) -> Cable:
        """The cable of the pieces; raises `ValueError` where they would be read otherwise beside each other."""
        wanted = meaning(Cable(tuple(m.Field(text="", value=_value(piece)) for piece in self.pieces)))
        for anew in (False, True):
            cable = parse("".join(self._texts(anew)))
            found = meaning(cable)
            if found == wanted:
                return cable
        one = next((one for one, other in zip(wanted, found, strict=False) if one != other), "the end")
        raise ValueError(f"convert: {one!r} would be read otherwise in the new container")

    def _texts(self, anew: bool) -> list[str]:
        """The texts of the pieces; with `anew` the fields beside new lines are written anew: a database row's backslash may hang on them."""
        texts = []
        for place, piece in enumerate(self.pieces):
            before = self.pieces[place - 1] if place else None
            following = self.pieces[place + 1] if place + 1 < len(self.pieces) else None
            if isinstance(piece, m.Field) and isinstance(following, m.Field) and self._together(piece, following):
                texts.append(piece.text)
                continue
            value = _value(piece)
            beside = anew and not (isinstance(before, m.Field) and isinstance(following, m.Field))
            if isinstance(piece, m.Field) and not (beside and not isinstance(value, m.Unparsed)):
                words = piece.text.rstrip()
            else:
                words = write_behind(None if before is None else _value(before), value).replace("\n", self.newline)
            after = None if following is None else _value(following)
            texts.append(words + self.newline * line_ends_between(value, after))
        return texts

    def _together(self, one: m.Field, other: m.Field) -> bool:
        """Whether two fields stay as they stand in the cable: in the header no two are on one line, nor are header and text."""
        return self.places[id(one)] + 1 == self.places[id(other)] and (
            one.text.endswith(("\n", "\r")) or not isinstance(one.value, WIRE)
        )


def parts_of(cable: Cable, to: Container) -> tuple[list[m.Field], list[m.Field]]:
    """The fields of the header and those of the text of the primary copy, as far as they go into the container."""
    left_out: tuple[type[m.Value], ...] = (m.Blank, m.Record) if to == "record" else (m.Blank, *_PUBLISHERS)
    left_out += _ENVELOPE
    begin = next((at for at in cable.primary if isinstance(cable.fields[at].value, m.ClassificationLine)), None)
    own = range(cable.primary.start, cable.primary.stop if begin is None else begin)
    lines = [at for at in own if isinstance(cable.fields[at].value, WIRE)]
    if not lines:
        # the header of another copy, such as a preview
        places = sorted({at for cls in WIRE for at in cable.places(cls)})
        own = range(places[0], places[-1] + 1) if places else range(0)
    header = [cable.fields[at] for at in own if not isinstance(cable.fields[at].value, left_out)]
    text = [] if begin is None else [cable.fields[at] for at in range(begin, cable.primary.stop)]
    return header, [field for field in text if not isinstance(field.value, left_out)]


def _merged(header: list[m.Field], made: tuple[m.Value, ...]) -> list[_Piece]:
    """The lines of a header: those of `made` with the text that they have in `header`, and what else stands there at its place."""
    kinds, values = {type(value) for value in made}, set(made)
    pieces: list[_Piece] = [field for field in header if type(field.value) not in kinds or field.value in values]
    at = 0
    for value in made:
        found = next((place for place in range(at, len(pieces)) if _value(pieces[place]) == value), None)
        if found is None:
            pieces.insert(at, value)
        at = (at if found is None else found) + 1
    return pieces
