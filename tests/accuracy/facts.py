"""What is known of a sample cable without reading it, and what it states twice: truths that reading is held against."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import cablegrammar as cg
from cablegrammar.model.posts import known_posts, letters
from cablegrammar.writer import write
from tests.accuracy.finding import Finding
from tests.corpus.gold import words
from tests.shared import CORPUS

Record = dict[str, Any]
Measure = Callable[[cg.Cable, Record], Iterator[Finding]]

#: The measures by the name of the field, in the order of the report.
MEASURES: dict[str, Measure] = {}

#: The least share of what is present that agrees or is judged not to be our fault.
TARGETS = {
    "day and hour": 0.999,
    "post and number": 0.997,
    "level": 0.997,
    "section total": 0.995,
    "address lines": 0.999,
    "executive order": 0.998,
    "subject": 0.995,
    "lettered references": 0.98,
    "references resolved": 0.98,
    "classifier name": 0.99,
    "classifier title": 0.99,
    "reasons": 0.99,
    "paragraph numbers": 0.995,
    "signature": 0.99,
}


@cache
def records() -> dict[str, Record]:
    """The facts beside each text of the sample, by id; empty where the sample is absent."""
    path = CORPUS / "cables" / "cables.jsonl"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8") as file:
        return {record["id"]: record for record in map(json.loads, file)}


def measure(field: str) -> Callable[[Measure], Measure]:
    """Make the decorated function the measure of `field`."""

    def register(function: Measure) -> Measure:
        MEASURES[field] = function
        return function

    return register


def compared(record: Record, truth: object, ours: object) -> Iterator[Finding]:
    """A finding where there is a truth."""
    if truth not in (None, ""):
        yield Finding(record["id"], truth, ours)


# ---- the facts beside the text ----------------------------------------------------------------------------------------------------


@measure("day and hour")
def day_and_hour(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The date-time group against `created`, whose minutes are false; an extract has no header."""
    if not record["partial"]:
        group = cable.date_time_group
        yield from compared(record, record["created"][:13], group and f"{group.datetime:%Y-%m-%d %H}")


@measure("post and number")
def post_and_number(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The classification line against the id; the year is that of `created`."""
    number = cable.message_number
    yield from compared(record, record["id"], number and number.canonical_id(int(record["created"][:4])))


@measure("level")
def level(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The classification line against the index."""
    ours = cable.classification
    yield from compared(record, record["classification"].split("//")[0], ours and str(ours))


@measure("subject")
def subject(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """SUBJECT with its marking against the record's second line."""
    if cable.record is not None:
        ours = cable.subject
        marking = f"{write(ours.marking)} " if ours and ours.marking else ""
        truth, whole = words(cable.record.subject), marking + (ours.text if ours else "")
        if truth or whole:
            yield Finding(record["id"], truth, whole)


@measure("tags")
def tags(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """TAGS against the index: weak evidence, because the site rewrote the line from it; which codes, not in which order."""
    ours = cable.tags.tags if cable.tags else ()
    if record["tags"]:
        yield Finding(
            record["id"], sorted({one.upper() for one in record["tags"]}), sorted({one.code.upper() for one in ours})
        )


# ---- what a cable states twice ----------------------------------------------------------------------------------------------------


@measure("time of file")
def time_of_file(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """FL3 against FL5: a telegram is filed when it is dated or later, and within a week."""
    group, station = cable.date_time_group, cable.station
    if group is not None and station is not None:
        dated = group.datetime
        filed = datetime(dated.year, 1, 1, station.hour, station.minute, tzinfo=dated.tzinfo) + timedelta(
            station.day - 1
        )
        in_time = timedelta() <= filed - dated <= timedelta(7)
        yield Finding(record["id"], f"{dated:%j %H%M}", f"{dated if in_time else filed:%j %H%M}")


@measure("serial")
def serial(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The serial of FL3, its last four digits at most, against the message number."""
    number, station = cable.message_number, cable.station
    if number is not None and station is not None:
        yield Finding(record["id"], f"{number.serial:06}"[-len(station.serial) :], station.serial)


@measure("precedence")
def precedence(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """FL2 against the highest of FL5."""
    line = cable.date_time_line
    if cable.routing is not None and line is not None and line.precedences:
        yield Finding(record["id"], str(cable.routing.precedence), str(max(line.precedences)))


@measure("section total")
def section_total(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """SECTION nn OF nn against each page line."""
    totals = {page.total for page in cable.page_lines if page.total}
    if cable.section is not None and totals:
        yield Finding(record["id"], str(cable.section.total), ", ".join(map(str, sorted(totals))))


@measure("markings")
def markings(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """No paragraph is marked above the level."""
    levels = [one.marking.level for one in cable.paragraphs if one.marking]
    if cable.classification is not None and levels:
        highest = max(levels)
        yield Finding(record["id"], str(cable.classification), str(max(highest, cable.classification)))


# ---- what must be there, and whole ------------------------------------------------------------------------------------------------


def typed(cable: cg.Cable, record: Record, rules: frozenset[str]) -> Iterator[Finding]:
    """Each field of one of `rules`, read or not."""
    for field in cable.fields:
        value = field.value
        if isinstance(value, cg.Unparsed) and value.construct in rules:
            yield Finding(record["id"], words(value.text), None)
        elif value.start_rule in rules:
            yield Finding(record["id"], value.start_rule, value.start_rule)


@measure("address lines")
def address_lines(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """FL6 to FL9."""
    yield from typed(cable, record, frozenset(("originator", "action", "info", "exempted")))


@measure("executive order")
def executive_order(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """E.O. lines."""
    yield from typed(cable, record, frozenset(("executive_order",)))


@measure("lettered references")
def lettered_references(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """Letters run from A on, and each has something behind it."""
    letters = [one.letter for one in cable.references if one.letter]
    for place, one in enumerate(one for one in cable.references if one.letter):
        wanted = chr(ord("A") + place) if place < 26 else 2 * chr(ord("A") + place - 26)
        yield Finding(record["id"], wanted, one.letter if one.post or one.text else f"{one.letter} alone of {letters}")


@measure("references resolved")
def references_resolved(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """A reference with post and number is a cable whose post the table knows; the others have a kind."""
    for one in cable.references:
        known = letters(one.post) in known_posts() if one.post else bool(one.kind)
        yield Finding(record["id"], one.citation, one.citation if known else f"unknown post {one.post!r}")


def classified_by(cable: cg.Cable, record: Record, part: Callable[[cg.ClassifiedBy], object]) -> Iterator[Finding]:
    """A part of the sentence that must be there when a classified cable names somebody."""
    value = cable.classified_by
    if value is not None and value.classifier:
        yield Finding(record["id"], "something", "something" if part(value) else f"nothing in {value.classifier!r}")


@measure("classifier name")
def classifier_name(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The name of the classifying officer."""
    yield from classified_by(cable, record, lambda value: value.name)


@measure("classifier title")
def classifier_title(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The title and the office."""
    yield from classified_by(cable, record, lambda value: value.title)


@measure("reasons")
def reasons(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """The reasons."""
    yield from classified_by(cable, record, lambda value: value.reasons)


@measure("paragraph numbers")
def paragraph_numbers(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """They run 1, 2, 3 ... to the last."""
    numbers = [one.number for one in cable.paragraphs]
    if numbers:
        yield Finding(record["id"], list(range(1, len(numbers) + 1)), numbers)


@measure("signature")
def signature(cable: cg.Cable, record: Record) -> Iterator[Finding]:
    """A telegram is signed."""
    if cable.paragraphs:
        yield Finding(record["id"], "somebody", "somebody" if cable.signature else None)
