"""Cables as the human labels of gold.jsonl describe them (GOLD.md), to see where reading and labels disagree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

import cablegrammar as cg
from cablegrammar.writer import write
from cablegrammar.writer.address import write_offices

#: Readings that the labels' own notes (`oddities`) call fair.
FAIR = {
    ("06ROME3205", "subject"): "stops at the blank line before its last word",
    ("06SANJOSE2778", "headings"): "lettered titles without rules may be sub-paragraphs",
    ("08LONDON2770", "page_lines"): "the second one is masked",
    ("08LONDON2770", "signature"): "it is masked",
}


@attrs.frozen
class Disagreement:
    """Where our reading is not what the reader wrote down."""

    id: str
    key: str
    gold: object
    ours: object

    def __str__(self) -> str:
        return f"{self.id} {self.key}: labelled {self.gold!r}, read {self.ours!r}"


def words(text: str) -> str:
    """The words of `text` without the publisher's pilcrows, joined by one blank."""
    return " ".join(text.replace("\u00b6", "").split())


def wire(cable: cg.Cable) -> dict[str, Any]:
    """The labels of FL1 to FL8."""
    fl1, fl2, fl3, fl4, fl6 = cable.transmission_id, cable.routing, cable.station, cable.security, cable.originator
    return {
        "transmission_id": fl1 and f"VZCZC{fl1.channel}{fl1.number}",
        "routing_precedence": fl2 and fl2.precedence.prosign * 2,
        "routing_indicators": list(fl2.indicators) if fl2 else [],
        "de_station": fl3 and fl3.routing_indicator,
        "station_serial": fl3 and fl3.serial,
        "de_section": f"{fl3.section:02}" if fl3 and fl3.section is not None else None,
        "time_of_file": fl3 and f"{fl3.day:03}{fl3.hour:02}{fl3.minute:02}",
        "security_signal": fl4 and fl4.signal,
        "security_group": fl4 and write(fl4).split(" ")[1],
        "operating_signals": list(cable.operating_signals),
        "precedences": [one.prosign for one in cable.date_time_line.precedences] if cable.date_time_line else [],
        "dtg": cable.date_time_group and write(cable.date_time_group),
        "originator": fl6 and fl6.plad + write_offices(fl6.offices),
        "action": [address(one) for one in cable.action],
        "info": [address(one) for one in cable.info],
    }


def address(value: cg.Address) -> dict[str, Any]:
    """An addressee; the office codes stay in the designator."""
    return {
        "ri": value.routing_indicator or None,
        "plad": value.plad + write_offices(value.offices),
        "precedence": value.precedence and str(value.precedence),
        "number": "-".join(value.numbers) or None,
    }


def head(cable: cg.Cable) -> dict[str, Any]:
    """The labels from the classification line to the reasons."""
    line, section, number, order = cable.classification_line, cable.section, cable.message_number, cable.executive_order
    subject = cable.subject
    return {
        "classification": line and str(line.level),
        "classification_extra": "E F T O" if line and line.efto else None,
        "section": section and [section.number, section.total],
        "post": number and number.post,
        "number": number and number.number,
        "captions": list(cable.captions),
        "passing": [words(one.text) for one in cable.passing],
        "eo_number": order and order.order,
        "eo_action": str(order.action) or None if order else None,
        "eo_value": order and eo_value(order),
        "tags": [write(tag) for tag in cable.tags.tags] if cable.tags else [],
        "subject": subject and " ".join([*([write(subject.marking)] if subject.marking else []), subject.text]),
        "references": [{"label": one.letter or None, "text": one.citation} for one in cable.references],
        "classified_by": cable.classified_by and cable.classified_by.classifier,
        "reasons": [str(reason) for reason in cable.classified_by.reasons] if cable.classified_by else [],
    }


def eo_value(order: cg.ExecutiveOrder) -> str | None:
    """The date as year, month and day, or the exemption or event."""
    return (order.date.isoformat() if order.date else order.exemption or order.event) or None


def body(cable: cg.Cable) -> dict[str, Any]:
    """The labels of the text, without those of its paragraphs."""
    return {
        "headings": [words(heading.text) for heading in cable.headings],
        "page_lines": len(cable.page_lines),
        "signature": cable.signature and cable.signature.name,
        "trailer": " ".join(trailer.text for trailer in cable.trailers) or None,
    }


def paragraph(value: cg.Paragraph) -> dict[str, Any]:
    """A paragraph: its first and its last four words."""
    found = words(value.text).split(" ")
    return {
        "number": value.number,
        "mark": write(value.marking)[1:-1] if value.marking else None,
        "begins": " ".join(found[:4]),
        "ends": " ".join(found[-4:]),
    }


def labelled(key: str, gold: Any) -> Any:
    """What a label is compared as: layout that no value keeps is left out on this side as on ours."""
    if key in ("captions", "dtg", "eo_action", "post") and gold:
        return [one.upper() for one in gold] if isinstance(gold, list) else gold.upper()
    if key == "eo_value" and gold:
        gold = gold.strip("()")
        parts = gold.replace("-", "/").split("/")
        if len(parts) == 3 and all(part.isdigit() for part in parts):
            year, month, day = parts if len(parts[0]) == 4 else (parts[2], parts[0], parts[1])
            return f"{'20' if len(year) == 2 else ''}{year}-{int(month):02}-{int(day):02}"
    if key in ("subject", "signature", "trailer") and gold:
        return words(gold)
    if key in ("passing", "headings"):
        return [words(one) for one in gold]
    return gold


def agrees(key: str, gold: Any, ours: Any) -> bool:
    """Whether a label and a reading say the same."""
    if key == "classified_by" and gold and ours:
        return ours in gold  # the label is the whole sentence; the reasons are a key of their own
    return bool(labelled(key, gold) == ours)


def disagreements(cable: cg.Cable, gold: dict[str, Any]) -> Iterator[Disagreement]:
    """The labels of a cable, but for those of its paragraphs, that differ from our reading and not fairly."""
    for key, ours in {**wire(cable), **head(cable), **body(cable)}.items():
        if (gold["id"], key) not in FAIR and not agrees(key, gold[key], ours):
            yield Disagreement(gold["id"], key, labelled(key, gold[key]), ours)


def wrong_paragraphs(cable: cg.Cable, gold: dict[str, Any]) -> Iterator[Disagreement]:
    """The labelled paragraphs that were not read so."""
    ours = [paragraph(one) for one in cable.paragraphs]
    for label in gold["paragraphs"]:
        wanted = {**label, "mark": label["mark"] and label["mark"].replace("//", "/")}
        if wanted not in ours:
            same_number = [one for one in ours if one["number"] == label["number"]]
            yield Disagreement(gold["id"], f"paragraph {label['number']}", wanted, same_number)
