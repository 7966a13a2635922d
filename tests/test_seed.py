"""The seed cable from end to end: its values, and its canonical text to the character."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

import cablegrammar as cg
from cablegrammar.meanings import meaning_by_field
from cablegrammar.model import Level, Precedence
from tests.shared import ROOT, seed

CANONICAL = ROOT / "tests" / "fixtures" / "09ISLAMABAD2184.canonical.txt"

#: The layout, not the value, of these fields was canonical before.
ALREADY_CANONICAL = {
    "Record": 1,
    "TransmissionId": 1,
    "Routing": 1,
    "Station": 1,
    "Security": 1,
    "DateTimeLine": 1,
    "Originator": 1,
    "Action": 1,
    "Info": 7,
    "ClassifiedBy": 1,
}


@pytest.fixture(scope="module")
def cable() -> cg.Cable:
    return cg.parse(seed())


EXPECTED: dict[str, tuple[Callable[[Any], Any], Any]] = {
    "record id": (lambda c: c.record.id, "09ISLAMABAD2184"),
    "record created": (
        lambda c: (c.record.created, c.record.created.utcoffset()),
        (dt.datetime(2009, 9, 10, tzinfo=dt.timezone(dt.timedelta(hours=2))), dt.timedelta(hours=2)),
    ),
    "record classification": (lambda c: c.record.classification, "CONFIDENTIAL"),
    "record origin": (lambda c: c.record.origin, "Embassy Islamabad"),
    "record subject": (
        lambda c: c.record.subject,
        "INTERIOR MINISTER REHMAN MALIK'S SEPTEMBER 7 MEETING WITH CODEL SMITH",
    ),
    "FL1": (lambda c: (c.transmission_id.channel, c.transmission_id.number), ("XRO", "2370")),
    "FL2": (lambda c: (c.routing.precedence, c.routing.indicators), (Precedence.IMMEDIATE, ("RUEHLH", "RUEHPW"))),
    "FL3": (lambda c: c.station, cg.Station("RUEHIL", "2184", 1, 253, 12, 15)),
    "FL4": (lambda c: c.security, cg.Security("ZNY", Level.CONFIDENTIAL, operating_signals=("ZZH",))),
    "operating signals": (lambda c: c.operating_signals, ("ZZH",)),
    "FL5": (
        lambda c: (c.precedence, c.date_time_group.datetime),
        (Precedence.IMMEDIATE, dt.datetime(2009, 9, 10, 12, 15, tzinfo=dt.UTC)),
    ),
    "FL6": (lambda c: c.originator.plad, "AMEMBASSY ISLAMABAD"),
    "FL7": (
        lambda c: c.action,
        (cg.Address("SECSTATE WASHDC", "RUEHC", precedence=Precedence.IMMEDIATE, numbers=("4797",)),),
    ),
    "FL8": (lambda c: len(c.info), 8),
    "FL8, the last": (lambda c: c.info[-1], cg.Address("CDR USCENTCOM MACDILL AFB FL", "RHMFISS")),
    "classification": (lambda c: c.classification, Level.CONFIDENTIAL),
    "section": (lambda c: c.section, cg.Section(1, 2)),
    "message number": (lambda c: c.message_number, cg.MessageNumber("ISLAMABAD", "002184")),
    "reference id": (lambda c: c.reference_id, "09ISLAMABAD2184"),
    "captions": (lambda c: c.captions, ("SIPDIS",)),
    "executive order": (
        lambda c: (c.executive_order.order, str(c.executive_order.action), c.executive_order.date),
        ("12958", "DECL", dt.date(2034, 9, 9)),
    ),
    "tags": (lambda c: [tag.code for tag in c.tags.tags], "PGOV PREL PTER MOPS KNNP IN AF PK".split()),
    "subject": (
        lambda c: c.subject.text,
        "INTERIOR MINISTER REHMAN MALIK'S SEPTEMBER 7 MEETING WITH CODEL SMITH",
    ),
    "classified by": (
        lambda c: (c.classified_by.classifier, [str(reason) for reason in c.classified_by.reasons]),
        ("Ambassador Anne W. Patterson", ["1.4(b)", "1.4(d)"]),
    ),
    "paragraph numbers": (lambda c: [p.number for p in c.paragraphs], [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    "paragraph markings": (
        lambda c: [p.marking.level for p in c.paragraphs],
        [Level.CONFIDENTIAL] * 8 + [Level.UNCLASSIFIED],
    ),
    "the first is the summary": (lambda c: [p.kind for p in c.paragraphs], ["summary"] + [""] * 8),
    "the sixth has a page line": (lambda c: c.paragraphs[5].page_lines, (cg.PageLine("ISLAMABAD", "00002184", 2, 2),)),
    "page lines": (lambda c: c.page_lines, (cg.PageLine("ISLAMABAD", "00002184", 2, 2),)),
    "signature": (lambda c: c.signature.name, "PATTERSON"),
    "container": (lambda c: c.container, "record"),
    "unparsed": (lambda c: c.unparsed, ()),
    "diagnostics": (lambda c: [d.code for d in c.diagnostics], ["CG002", "CG002"]),
}


@pytest.mark.parametrize("name", EXPECTED)
def test_value(cable: cg.Cable, name: str) -> None:
    get, expected = EXPECTED[name]
    assert get(cable) == expected


def test_the_page_line_is_not_in_the_sentence(cable: cg.Cable) -> None:
    text = cable.paragraphs[5].text
    assert text.endswith(
        "Malik predicted that the Anti-Terrorism Court would hand down convictions in the Mumbai case, "
        "probably within three to four months."
    )


def test_strict() -> None:
    assert cg.unparse(cg.parse(seed(), strict=True)) == seed()


def test_canonical_text() -> None:
    assert cg.format(seed()).encode() == CANONICAL.read_bytes()


def test_every_field_is_regenerated(cable: cg.Cable) -> None:
    """None keeps its text because it had to; those whose text is the same were canonical."""
    done = cg.canonicalize(cable)
    assert done.notes == ()
    assert [value for _, value in meaning_by_field(done.fields)] == [
        value for _, value in meaning_by_field(cable.fields)
    ]
    same: dict[str, int] = {}
    for before, after in zip(cable.fields, done.fields, strict=True):
        if before.text == after.text:
            name = type(before.value).__name__
            same[name] = same.get(name, 0) + 1
    assert same == ALREADY_CANONICAL


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_line_ends_say_nothing(newline: str) -> None:
    text = seed().replace("\n", newline)
    assert cg.parse(text) == cg.parse(seed())
    assert cg.format(text) == cg.format(seed()).replace("\n", newline)


def test_lines_fit() -> None:
    lines = CANONICAL.read_text("utf-8").splitlines()
    record = 5
    assert max(len(line) for line in lines[record:]) <= 69
