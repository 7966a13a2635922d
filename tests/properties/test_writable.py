"""G10: a value that cannot be written cannot be made; the error names the class and the part."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import cablegrammar as cg
from cablegrammar import model as m
from cablegrammar.model import CONSTRUCTS, Level, OrderAction, Precedence
from tests.shared import seed

UTC = dt.UTC
LIMA = m.MessageNumber("LIMA", "000017")
MOMENT = m.DateTimeGroup(10, 12, 15, 9, 2009)
CREATED = dt.datetime(2009, 9, 10, tzinfo=UTC)
ROE = m.Address("AMEMBASSY LIMA")


def record(**changes: Any) -> m.Record:
    parts: dict[str, Any] = {
        "id": "09LIMA17",
        "subject": "",
        "created": CREATED,
        "level": Level.SECRET,
        "control": "",
        "origin": "Lima",
    }
    return m.Record(**{**parts, **changes})


def station(**changes: Any) -> m.Station:
    parts: dict[str, Any] = {
        "routing_indicator": "RUEHIL",
        "serial": "2184",
        "section": 1,
        "day": 253,
        "hour": 12,
        "minute": 15,
    }
    return m.Station(**{**parts, **changes})


def header(**changes: Any) -> m.JanapHeader:
    made: m.JanapHeader = attrs.evolve(JANAP, **changes)
    return made


JANAP = m.JanapHeader(
    Precedence.ROUTINE, "TT", Level.UNCLASSIFIED, "ZYUW", "RUEHIL", "2184", 253, 12, 15, "UUUU", ("RUEHC",)
)

#: How the value is made, the class that the error names, and the part.
BAD: list[tuple[Callable[[], object], str, str]] = [
    (lambda: m.Address(""), "Address", "plad ''"),
    (lambda: m.Address("AMEMBASSY  LIMA"), "Address", "plad"),
    (lambda: m.Address("SECSTATE WASHDC PRIORITY"), "Address", "plad"),
    (lambda: m.Address("AMEMBASSY lima"), "Address", "plad"),
    (lambda: m.Address("LIMA 0017"), "Address", "plad"),
    (lambda: m.Address("LIMA", "XUEHC"), "Address", "plad"),
    (lambda: m.Address("LIMA", offices=("A//B",)), "Address", "offices"),
    (lambda: m.Address("LIMA", offices=("",)), "Address", "offices"),
    (lambda: m.Address("LIMA", numbers=("1", "2", "3")), "Address", "plad"),
    (lambda: m.Address("LIMA", precedence="PRIORITY"), "Address", "precedence"),  # type: ignore[arg-type]
    (lambda: m.Address("EU COLLECTIVE"), "Address", "is_collective"),
    (lambda: m.Action(m.Address("LIMA\nINFO X")), "Address", "plad"),
    (lambda: m.Action("LIMA"), "Action", "address"),  # type: ignore[arg-type]
    (lambda: m.Info(None), "Info", "address"),  # type: ignore[arg-type]
    (lambda: m.Exempted(5), "Exempted", "address"),  # type: ignore[arg-type]
    (lambda: m.Officer(), "Officer", "nothing"),
    (lambda: m.Officer("Ambassador", "Jane Roe, Lima"), "Officer", "name"),
    (lambda: m.Originator(""), "Originator", "plad ''"),
    (lambda: m.Originator("Lima"), "Originator", "plad"),
    (lambda: m.Captions(()), "Captions", "names"),
    (lambda: m.Captions(("WEATHER",)), "Captions", "names"),
    (lambda: m.Captions(("sipdis",)), "Captions", "names"),
    (lambda: m.Captions("SIPDIS"), "Captions", "names"),  # type: ignore[arg-type]
    (lambda: m.Section(1, 100), "Section", "number"),
    (lambda: m.Section(2, 3, final=True), "Section", "number"),
    (lambda: m.MessageNumber("", "000017"), "MessageNumber", "post ''"),
    (lambda: m.MessageNumber("LIMA", ""), "MessageNumber", "number ''"),
    (lambda: m.MessageNumber("LIMA", "17A"), "MessageNumber", "number"),
    (lambda: m.ClassificationLine(Level.SECRET, LIMA, tosec="A7"), "ClassificationLine", "tosec"),
    (lambda: m.ClassificationLine("SECRET", LIMA), "ClassificationLine", "level"),  # type: ignore[arg-type]
    (lambda: m.ClassificationLine(Level.SECRET, "LIMA 17"), "ClassificationLine", "message_number"),  # type: ignore[arg-type]
    (lambda: m.Reason("1.4", "x"), "Reason", "letter 'x'"),
    (lambda: m.Reason("9.9", "a"), "Reason", "section '9.9'"),
    (lambda: m.ClassifiedBy("Jane  Roe"), "ClassifiedBy", "classifier"),
    (lambda: m.ClassifiedBy("Roe", ("1.4(b)",)), "ClassifiedBy", "reasons"),  # type: ignore[arg-type]
    (lambda: m.ClassifiedBy("Roe", derived_from="A\n\nB"), "ClassifiedBy", "derived_from"),
    (lambda: m.CorrectedCopy(" GARBLED"), "CorrectedCopy", "reason"),
    (lambda: m.DateTimeGroup(31, 12, 15, 2, 2009), "DateTimeGroup", "day 31"),
    (lambda: m.DateTimeGroup(10, 24, 15, 2, 2009), "DateTimeGroup", "hour 24"),
    (lambda: m.DateTimeGroup(10, 12, 60, 2, 2009), "DateTimeGroup", "minute 60"),
    (lambda: m.DateTimeGroup(10, 12, 15, 13, 2009), "DateTimeGroup", "month 13"),
    (lambda: m.DateTimeGroup(10, 12, 15, 9, 1909), "DateTimeGroup", "year 1909"),
    (lambda: m.DateTimeGroup(10, 12, 15, 9, 2009, "R"), "DateTimeGroup", "zone 'R'"),
    (lambda: m.DateTimeLine((Precedence.NIACT_IMMEDIATE,), MOMENT), "DateTimeLine", "precedences"),
    (lambda: m.DateTimeLine((), MOMENT, tail="ZDK X"), "DateTimeLine", "operating_signals"),
    (lambda: m.DateTimeLine((), MOMENT, tail="A\nB"), "DateTimeLine", "tail"),
    (lambda: m.DateTimeLine((), "101215Z SEP 09"), "DateTimeLine", "date_time_group"),  # type: ignore[arg-type]
    (lambda: m.Banner("SECRET"), "Banner", "level"),  # type: ignore[arg-type]
    (lambda: m.Distribution("TO", (m.OfficeCopies("L", 3),)), "Distribution", "role"),
    (lambda: m.Distribution("INFO", ()), "Distribution", "offices"),
    (lambda: m.OfficeCopies("L-", 3), "OfficeCopies", "office"),
    (lambda: m.OfficeCopies("L", 100), "OfficeCopies", "copies"),
    (lambda: m.Drafting("TYPED BY", "ROE"), "Drafting", "label"),
    (lambda: m.Drafting("DRAFTED BY", ""), "Drafting", "text"),
    (lambda: m.MessageCentreLine("7CAAD"), "MessageCentreLine", "number"),
    (lambda: m.MessageCentreLine("7CAAD7", "19"), "MessageCentreLine", "time"),
    (lambda: m.ExecutiveOrder("", OrderAction.NOT_APPLICABLE), "ExecutiveOrder", "order"),
    (lambda: m.ExecutiveOrder("12958", "DECL"), "ExecutiveOrder", "action"),  # type: ignore[arg-type]
    (lambda: m.ExecutiveOrder("12958", OrderAction.DECLASSIFY, exemption="Q9"), "ExecutiveOrder", "exemption"),
    (lambda: m.ExecutiveOrder("12958", OrderAction.DECLASSIFY, event="A  B"), "ExecutiveOrder", "event"),
    (lambda: m.GroupCount(-1), "GroupCount", "groups"),
    (lambda: m.GroupCount("12"), "GroupCount", "groups"),  # type: ignore[arg-type]
    (lambda: m.Heading(""), "Heading", "text"),
    (lambda: m.Heading("RICE\n\nHARVEST"), "Heading", "text"),
    (lambda: header(precedence=Precedence.NIACT_IMMEDIATE), "JanapHeader", "precedence"),
    (lambda: header(serial="21"), "JanapHeader", "serial"),
    (lambda: header(day=400), "JanapHeader", "day 400"),
    (lambda: header(indicators=()), "JanapHeader", "indicators"),
    (lambda: m.LaidOut("x"), "LaidOut", "lines"),  # type: ignore[arg-type]
    (lambda: m.LeadIn("weather", ": fair"), "LeadIn", "kind"),
    (lambda: m.LeadIn("summary", "judgments"), "LeadIn", "kind"),
    (lambda: m.PageLine("LIMA", "17", 2, 3), "PageLine", ""),
    (lambda: m.PageLine("LIMA", "00000017", 2, 1000), "PageLine", ""),
    (lambda: m.PageLine("LIMA", "00000017", -2, 3), "PageLine", ""),
    (lambda: m.Paragraph(-1, blocks=(m.Prose("Post."),)), "Paragraph", "number -1"),
    (lambda: m.Paragraph(True, blocks=(m.Prose("Post."),)), "Paragraph", "number True"),
    (lambda: m.Paragraph(1000, blocks=(m.Prose("Post."),)), "Paragraph", "number 1000"),
    (lambda: m.Paragraph(1, blocks=(m.Prose(""),)), "Paragraph", "blocks"),
    (lambda: m.Paragraph(1, blocks=(m.Prose("two  blanks"),)), "Paragraph", "blocks"),
    (lambda: m.Paragraph(1, blocks=(m.LaidOut(()),)), "Paragraph", "blocks"),
    (lambda: m.Paragraph(1, blocks=(m.LaidOut(("Post.",)),)), "Paragraph", "blocks"),
    (lambda: m.Paragraph(1, blocks=("Post.",)), "Paragraph", "blocks"),  # type: ignore[arg-type]
    (lambda: m.Paragraph(1, blocks=[m.Prose("Post.")]), "Paragraph", "blocks"),  # type: ignore[arg-type]
    (lambda: m.Passing(""), "Passing", "text"),
    (lambda: m.Passing("DEPT  FOR EUR"), "Passing", "text"),
    (lambda: m.PortionMarking(Level.SECRET, sensitive=True), "PortionMarking", "sensitive True"),
    (lambda: m.PortionMarking(Level.SECRET, controls=("CT",)), "PortionMarking", "controls 'CT'"),
    (lambda: m.PortionMarking("SECRET"), "PortionMarking", "level"),  # type: ignore[arg-type]
    (lambda: m.Prose(5), "Prose", "text"),  # type: ignore[arg-type]
    (lambda: m.PublisherLine(""), "PublisherLine", "text ''"),
    (lambda: m.PublisherLine("id: 1\nid: 2"), "PublisherLine", "text"),
    (lambda: m.PublisherLine("On Wednesday"), "PublisherLine", "text"),
    (lambda: record(id="LIMA17"), "Record", "id 'LIMA17'"),
    (lambda: record(subject="A\nB"), "Record", ""),
    (lambda: record(created=dt.datetime(2009, 9, 10)), "Record", "created"),
    (lambda: record(control="WEATHER"), "Record", "control"),
    (lambda: record(origin=""), "Record", "origin"),
    (lambda: m.CableId(9, "LIMA", 17), "CableId", "year"),
    (lambda: m.Duration(0, "years"), "Duration", "count"),
    (lambda: m.Duration(5, "weeks"), "Duration", "unit"),
    (lambda: m.CableId(2009, "LIMA 2", 17), "CableId", "post"),
    (lambda: m.Mention("septel", ("A",)), "Mention", "letters ('A',)"),
    (lambda: m.Mention("telegram", telegram=m.Reference(post="NOWHERE", number="12")), "Mention", "telegram"),
    (lambda: m.Mentions(()), "Mentions", "items ()"),
    (lambda: m.Reference(), "Reference", "nothing"),
    (lambda: m.Reference(post="STATE", number="9-8"), "Reference", "post"),
    (lambda: m.Reference(text="A. STATE 12"), "Reference", "letter"),
    (lambda: m.ReferenceKind("telcon", "STATE 12"), "ReferenceKind", "kind"),
    (lambda: m.ReferenceKind("cable", ""), "ReferenceKind", "words"),
    (lambda: m.References(("STATE 12",)), "References", "items"),  # type: ignore[arg-type]
    (lambda: m.Routing(Precedence.IMMEDIATE, ()), "Routing", "indicators ()"),
    (lambda: m.Routing(Precedence.IMMEDIATE, ("2184",)), "Routing", "indicators '2184'"),
    (lambda: m.Routing(Precedence.NIACT_IMMEDIATE, ("RUEHC",)), "Routing", "precedence"),
    (lambda: m.Security("ZNX", Level.SECRET), "Security", "signal 'ZNX'"),
    (lambda: m.Security("ZNY", Level.LIMITED_OFFICIAL_USE), "Security", "level"),
    (lambda: m.Security("ZNY", Level.SECRET, release="A"), "Security", "release 'A'"),
    (lambda: m.Security("ZNY", Level.SECRET, tail="ZZH"), "Security", "operating_signals"),
    (lambda: m.Signature(""), "Signature", "name ''"),
    (lambda: m.Signature("XXXXXXXXXXXX"), "Signature", "name"),
    (lambda: m.Signature("JANE MARY ANN ROE"), "Signature", "name"),
    (lambda: station(routing_indicator="UEHIL"), "Station", "routing_indicator"),
    (lambda: station(serial="84"), "Station", "serial '84'"),
    (lambda: station(section=100), "Station", "section 100"),
    (lambda: station(day=367), "Station", "day 367"),
    (lambda: station(day=0), "Station", "day 0"),
    (lambda: station(hour=24), "Station", "hour 24"),
    (lambda: station(minute=60), "Station", "minute 60"),
    (lambda: m.Subject("X\n1. (C) Y"), "Subject", "text"),
    (lambda: m.Subject("two  blanks"), "Subject", "text"),
    (lambda: m.Subject(" RICE"), "Subject", "text"),
    (lambda: m.Subject("(C) RICE"), "Subject", "text"),
    (lambda: m.Subject(None), "Subject", "text"),  # type: ignore[arg-type]
    (lambda: m.Tag(""), "Tag", "code ''"),
    (lambda: m.Tag("P GOV"), "Tag", "code"),
    (lambda: m.Tag("PREL", "ROE)"), "Tag", "name"),
    (lambda: m.Tags(("PREL",)), "Tags", "tags"),  # type: ignore[arg-type]
    (lambda: m.Text(blocks=(m.Prose("1. (C) A paragraph."),)), "Text", "blocks"),
    (lambda: m.SubParagraph("first", "rice"), "SubParagraph", "label"),
    (lambda: m.SubParagraph("--", ""), "SubParagraph", "text"),
    (lambda: m.BlockMark(True, "1"), "BlockMark", "name"),
    (lambda: m.BlockMark(False, ""), "BlockMark", "name"),
    (lambda: m.BlockMark(True, "TEXT", before="Post agrees."), "BlockMark", "before"),
    (lambda: m.Trailer("End comment."), "Trailer", "text"),
    (lambda: m.TransmissionId("XR", "2370"), "TransmissionId", "channel 'XR'"),
    (lambda: m.TransmissionId("XRO", "23"), "TransmissionId", "number '23'"),
    (lambda: m.TransmissionId("XRO", "2370", "U"), "TransmissionId", "tail 'U'"),
    (lambda: m.Validation("#2184"), "Validation", "serial '#2184'"),
    (lambda: m.Validation(""), "Validation", "serial ''"),
]
#: Values without parts: there is nothing that could be wrong.
NOTHING_TO_CHECK = {"Blank", "EndOfMessage", "PartialExtract", "Separation"}


@pytest.mark.parametrize("case", range(len(BAD)), ids=[f"{cls}-{part}-{i}" for i, (_, cls, part) in enumerate(BAD)])
def test_refused(case: int) -> None:
    make, cls, part = BAD[case]
    with pytest.raises(ValueError, match=r"^[A-Z]\w+: ") as caught:
        make()
    said = str(caught.value)
    assert said.startswith(f"{cls}: ")
    assert part in said


def test_every_class_is_in_the_table() -> None:
    parts = {"LaidOut", "Mention", "OfficeCopies", "Prose", "Reason", "Reference", "Section"}
    assert {cls for _, cls, _ in BAD} == ({cls.__name__ for cls in CONSTRUCTS.values()} | parts) - NOTHING_TO_CHECK


def test_parts_that_cannot_be_given() -> None:
    for name in NOTHING_TO_CHECK:
        with pytest.raises(TypeError):
            getattr(m, name)("x")


def test_reading_does_not_verify(monkeypatch: pytest.MonkeyPatch) -> None:
    """What has been read can be written: builders are not asked again."""
    asked: list[object] = []
    monkeypatch.setattr("cablegrammar.verify.verify", asked.append)
    cable = cg.parse(seed() + " ")
    cg.meaning(cable)
    cg.canonicalize(cable)
    assert asked == []
    subject = cg.Subject("RICE")
    assert asked == [subject]


def test_trust_ends_with_reading() -> None:
    """A program that reads and then composes is checked again, after errors too."""
    cg.parse("DE RUEHIL #2184/01 4001215\n")
    with pytest.raises(ValueError, match="Subject"):
        m.Subject("two  blanks")
    with pytest.raises(cg.CableSyntaxError):
        cg.parse("x", as_="station")
    with pytest.raises(ValueError, match="Subject"):
        m.Subject("two  blanks")


def test_evolve_verifies() -> None:
    subject = cg.parse(seed()).subject
    assert subject is not None
    with pytest.raises(ValueError, match="Subject: text"):
        attrs.evolve(subject, text="X\n1. (C) Y")
