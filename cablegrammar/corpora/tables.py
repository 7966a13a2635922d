"""The tables that a corpus is written to: their columns, and the rows that a cable gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.cable import Cable
from cablegrammar.checking import check
from cablegrammar.corpora.layouts import CorpusRecord
from cablegrammar.diagnostics import LineIndex
from cablegrammar.document import Document
from cablegrammar.parsing import parse
from cablegrammar.settings import Settings

#: Grows with every change of the tables that a query of old ones would not survive.
TABLES_VERSION = 1

#: What a column holds: a text, several texts, a whole number, true or false, a moment in universal time, a day.
TEXT, TEXTS, NUMBER, FLAG, MOMENT, DAY = FORMS = ("text", "texts", "number", "flag", "moment", "day")


@attrs.frozen
class Column:
    """A column of a table: its `name`, its `form`, one of `FORMS`, and what it `holds`. What a cable does not have is null, a list empty."""

    name: str
    form: str
    holds: str


Row = tuple[Any, ...]
#: The rows of each table.
Rows = dict[str, list[Row]]

KEY = (
    Column("id", TEXT, "the id that other cables refer to, `09LIMA17`: `Cable.reference_id`, else that of the record"),
    Column("source", TEXT, "the file that the cable was read from"),
    Column(
        "position",
        NUMBER,
        "the record's number there, from 1: line of JSON Lines, row of CSV, message of a file of many",
    ),
)

#: Columns that say what stands around a cable, and what it was made of. `parse_batch` leaves them out: its batch says so itself.
AROUND = ("source", "position", "encoding", "text")

TABLES: dict[str, tuple[Column, ...]] = {
    "cables": (
        *KEY,
        Column("encoding", TEXT, "`utf-8`, or `windows-1252` where the bytes were no UTF-8"),
        Column("container", TEXT, "`record`, `message`, `header`, `text` or `fragment`: `Cable.container`"),
        Column("record_number", TEXT, "the collection's number of the record"),
        Column("record_id", TEXT, "the id as the collection writes it"),
        Column("record_created", DAY, "the day that the collection gives; null where it cannot be read"),
        Column("record_classification", TEXT, "the classification that the collection gives"),
        Column("record_origin", TEXT, "the post as the collection calls it, `Embassy Lima`"),
        Column("record_references", TEXT, "the references that the collection gives, as it writes them"),
        Column("date_time_group", MOMENT, "when it was released, FL5"),
        Column("year", NUMBER, "the year of the date-time group, else that of the record"),
        Column("precedence", TEXT, "the highest precedence of FL5, else of FL2"),
        Column("originator", TEXT, "who sent it, FL6: `AMEMBASSY LIMA`"),
        Column("post", TEXT, "the post of the message number"),
        Column("number", TEXT, "the number of the message number, with its leading zeros"),
        Column("classification", TEXT, "the level on the classification line"),
        Column("section", NUMBER, "which section it is"),
        Column("sections", NUMBER, "of how many"),
        Column("captions", TEXTS, "the captions, `SIPDIS`"),
        Column("passing", TEXTS, "attention and passing lines"),
        Column("operating_signals", TEXTS, "the operating signals of FL4 and FL5"),
        Column("executive_order", TEXT, "the number of the order on the E.O. line"),
        Column("order_action", TEXT, "what the E.O. line says: `DECL`, `N/A`, `GDS` …"),
        Column("declassify_on", DAY, "the day on the E.O. line"),
        Column("subject", TEXT, "the subject"),
        Column("classified_by", TEXT, "the classifier, name and position as written"),
        Column("reasons", TEXTS, "the reasons to classify, `1.4(b)`"),
        Column("signature", TEXT, "the surname at the end"),
        Column("characters", NUMBER, "the length of the text"),
        Column("unparsed", NUMBER, "how many of these characters stand in fields that were not understood"),
        Column("text", TEXT, "the whole text"),
    ),
    "addressees": (
        *KEY,
        Column("role", TEXT, "`action` (FL7), `info` (FL8) or `exempted` (FL9)"),
        Column("ordinal", NUMBER, "which one of this role, from 1"),
        Column("plad", TEXT, "the plain language address designator"),
        Column("routing_indicator", TEXT, "the routing indicator"),
        Column("offices", TEXTS, "the offices behind it"),
        Column("precedence", TEXT, "the word behind it; null means routine"),
        Column("numbers", TEXTS, "the message continuity number, or the first and last of a range"),
        Column("delivered", FLAG, "whether it was delivered by other means, `ZEN/`"),
        Column("is_collective", FLAG, "whether the designator stands for many addressees"),
    ),
    "tags": (
        *KEY,
        Column("ordinal", NUMBER, "which one, from 1"),
        Column("code", TEXT, "the tag as written"),
        Column("name", TEXT, "the name of a person behind it"),
        Column("kind", TEXT, "`subject`, `program`, `organization` or `geographic`; null for an unknown code"),
        Column("title", TEXT, "what the code stands for"),
    ),
    "references": (
        *KEY,
        Column("ordinal", NUMBER, "which item of the REF lines, from 1; one to several cables has a row for each"),
        Column("letter", TEXT, "its letter"),
        Column("kind", TEXT, "`cable`, `airgram`, `e-mail`, `telcon` …: `Reference.kind`"),
        Column("citation", TEXT, "what is referred to, as written, without the letter"),
        Column("post", TEXT, "the post, as written"),
        Column("number", TEXT, "the number, as written"),
        Column("remarks", TEXTS, "the words in parentheses, `NOTAL`"),
        Column("cited_id", TEXT, "the `id` of the cable referred to; null for what is no cable with post and number"),
    ),
    "paragraphs": (
        *KEY,
        Column("ordinal", NUMBER, "which one of the cable, from 1"),
        Column("number", NUMBER, "its number; null for text without one"),
        Column("level", TEXT, "the level of its portion marking"),
        Column("sensitive", FLAG, "whether the marking is SBU; null without a marking"),
        Column("controls", TEXTS, "the controls of the marking, `NF`"),
        Column("kind", TEXT, "what its first words say that it is: `summary`, `comment` …"),
        Column("heading", TEXT, "the last heading above it"),
        Column("text", TEXT, "its words: prose joined by blanks, laid-out lines exactly"),
    ),
    "diagnostics": (
        *KEY,
        Column("code", TEXT, "the rule, `TAG001`"),
        Column("name", TEXT, "its name"),
        Column("severity", TEXT, "`error`, `warning` or `hint`"),
        Column("message", TEXT, "one sentence"),
        Column("line", NUMBER, "the line of the text, from 1"),
        Column("column", NUMBER, "the column, from 1"),
        Column("start", NUMBER, "where the stretch begins, in characters from 0"),
        Column("end", NUMBER, "where it ends"),
    ),
}


def rows(record: CorpusRecord, settings: Settings | None) -> Rows:
    """What the record of a cable gives to each table, its text parsed once.

    With `settings` the cable is checked by them; without, `diagnostics` has what reading says. Raises `RuleError` as `check` does.
    """
    document = Document(parse(record.text), record.encoding)
    cable = document.cable
    entry = _Entry.of(record, cable)
    year = cable.year if cable.year is not None else entry.created.year if entry.created is not None else None
    key = (cable.reference_id or entry.canonical_id or None, record.source, record.position)
    said = document.diagnostics if settings is None else check(document, settings)
    index = LineIndex(record.text) if said else None
    return {
        "cables": [(*key, record.encoding, *_cable(cable, entry, year), record.text)],
        "addressees": [(*key, *row) for row in _addressees(cable)],
        "tags": [
            (*key, ordinal, tag.code, tag.name or None, tag.kind or None, tag.title or None)
            for ordinal, tag in enumerate(cable.tags.tags if cable.tags else (), 1)
        ],
        "references": [(*key, *row) for row in _references(cable, year)],
        "paragraphs": [(*key, *row) for row in _paragraphs(cable)],
        "diagnostics": [
            (*key, one.code, one.name, one.severity, one.message, place.line, place.column, *one.span)
            for one in said
            if index is not None and (place := index.place(one.span[0]))
        ],
    }


@attrs.frozen
class _Entry:
    """What a collection says of a cable, beside its text or in its record."""

    number: str = ""
    id: str = ""
    created: dt.date | None = None
    classification: str = ""
    origin: str = ""
    references: str = ""

    @classmethod
    def of(cls, record: CorpusRecord, cable: Cable) -> _Entry:
        held = cable.record
        if held is not None and not record.entry:
            return cls("", held.id, held.created.date(), held.classification, held.origin)
        given = {key: word for key, word in record.entry.items() if key != "created"}
        return cls(**given, created=_day(record.entry.get("created", "")))

    @property
    def canonical_id(self) -> str:
        value = on_demand(self.id, m.CableId.start_rule) if self.id else None
        return str(value) if isinstance(value, m.CableId) else self.id


def _day(written: str) -> dt.date | None:
    """The day of an ISO date, or of one as the published collection writes it; the time behind it is not real."""
    for read in (dt.datetime.fromisoformat, _american):
        try:
            return read(written).date()
        except ValueError:
            continue
    return None


def _american(written: str) -> dt.datetime:
    return dt.datetime.strptime(written, "%m/%d/%Y %H:%M")


def _cable(cable: Cable, entry: _Entry, year: int | None) -> Row:
    line, order, classified_by = cable.classification_line, cable.executive_order, cable.classified_by
    group, section = cable.date_time_group, cable.section
    return (
        cable.container,
        entry.number or None,
        entry.id or None,
        entry.created,
        entry.classification or None,
        entry.origin or None,
        entry.references or None,
        group.datetime if group else None,
        year,
        _word(cable.precedence),
        cable.originator.plad if cable.originator else None,
        line.message_number.post if line else None,
        line.message_number.number if line else None,
        _word(line.level) if line else None,
        section.number if section else None,
        section.total if section else None,
        cable.captions,
        tuple(one.text for one in cable.passing),
        cable.operating_signals,
        order.order if order else None,
        str(order.action) or None if order else None,
        order.date if order else None,
        cable.subject.text if cable.subject else None,
        (classified_by.classifier or None) if classified_by else None,
        tuple(map(str, classified_by.reasons)) if classified_by else (),
        cable.signature.name if cable.signature else None,
        sum(len(field.text) for field in cable.fields),
        sum(len(field.text) for field in cable.fields if isinstance(field.value, m.Unparsed)),
    )


def _word(member: m.Level | m.Precedence | None) -> str | None:
    return None if member is None else str(member)


def _addressees(cable: Cable) -> Iterator[Row]:
    for role, addresses in (("action", cable.action), ("info", cable.info), ("exempted", cable.exempted)):
        for ordinal, one in enumerate(addresses, 1):
            yield (
                role,
                ordinal,
                one.plad,
                one.routing_indicator or None,
                one.offices,
                _word(one.precedence),
                one.numbers,
                one.delivered,
                one.is_collective,
            )


def _references(cable: Cable, year: int | None) -> Iterator[Row]:
    for ordinal, one in enumerate(cable.references, 1):
        for cited in one.ids(year) or (None,):
            yield (
                ordinal,
                one.letter or None,
                one.kind or None,
                one.citation or None,
                one.post or None,
                one.number or None,
                one.remarks,
                cited,
            )


def _paragraphs(cable: Cable) -> Iterator[Row]:
    """The paragraphs and the unnumbered texts of the primary copy, each with the heading above it."""
    heading, ordinal = None, 0
    for index in cable.primary:
        value = cable.fields[index].value
        if isinstance(value, m.Heading):
            heading = value.text
        elif isinstance(value, m.Paragraph | m.Text):
            ordinal += 1
            marking = value.marking
            yield (
                ordinal,
                value.number if isinstance(value, m.Paragraph) else None,
                str(marking.level) if marking else None,
                marking.sensitive if marking else None,
                marking.controls if marking else (),
                (value.kind or None) if isinstance(value, m.Paragraph) and m.LeadIn in cable.signs[index] else None,
                heading,
                value.text,
            )


def joined(parts: Iterable[Rows]) -> Rows:
    """The rows of several records as those of one batch."""
    batch: Rows = {table: [] for table in TABLES}
    for part in parts:
        for table, more in part.items():
            batch[table] += more
    return batch
