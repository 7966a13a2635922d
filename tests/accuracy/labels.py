"""What readers wrote down of the labelled cables, against our reading."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cablegrammar as cg
from tests.accuracy.finding import Finding
from tests.corpus import gold as described
from tests.corpus.floors import parsed
from tests.shared import gold

LABELS = Path(__file__).with_name("labels.jsonl")


def further_labels() -> list[dict[str, Any]]:
    """The labels of labels.jsonl: the keys of GOLD.md, `classifier_name`, `classifier_title` and `resolved_ids`.

    Headings and the first and last four words of paragraphs stand as `fingerprint` of their words, so that no prose of the sample is
    kept; `resolved_ids` has an entry a reference: the ids joined by a blank, or `None` for what is no telegram.
    """
    with LABELS.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def fingerprint(words: str) -> str:
    """The first twelve digits of the SHA-256 of `words`."""
    return hashlib.sha256(words.encode()).hexdigest()[:12]


def fingerprints(paragraph: dict[str, Any]) -> dict[str, Any]:
    """A paragraph with its words as fingerprints."""
    return {**paragraph, "begins": fingerprint(paragraph["begins"]), "ends": fingerprint(paragraph["ends"])}


def label_findings() -> Iterator[tuple[str, Finding]]:
    """For each key of each labelled cable the field `label KEY` and a finding; a paragraph is a key."""
    for labels in gold():
        yield from compared(parsed()[labels["id"]], labels, hashed=False)
    for labels in further_labels():
        if labels["id"] in parsed():
            yield from compared(parsed()[labels["id"]], labels, hashed=True)


def compared(cable: cg.Cable, labels: dict[str, Any], *, hashed: bool) -> Iterator[tuple[str, Finding]]:
    """The findings of one cable."""
    name = labels["id"]
    ours = {**described.wire(cable), **described.head(cable), **described.body(cable)}
    paragraphs = [described.paragraph(one) for one in cable.paragraphs]
    if hashed:
        ours["headings"] = [fingerprint(words) for words in ours["headings"]]
        ours |= names(cable)
        paragraphs = [fingerprints(one) for one in paragraphs]
    for key, reading in ours.items():
        fair = (name, key) in described.FAIR or described.agrees(key, labels[key], reading)
        label = described.labelled(key, labels[key])
        yield f"label {key}", Finding(name, key, key) if fair else Finding(name, label, reading)
    numbers = [one["number"] for one in labels["paragraphs"]]
    yield "label paragraph numbers", Finding(name, numbers, [one["number"] for one in paragraphs])
    for label in labels["paragraphs"]:
        wanted = {**label, "mark": label["mark"] and mark(label["mark"])}
        same_number = [one for one in paragraphs if one["number"] == label["number"]]
        found = wanted if wanted in same_number else same_number
        yield "label paragraph", Finding(f"{name} {label['number']}", wanted, found)


def mark(written: str) -> str:
    """A portion marking as values spell it."""
    return written.upper().replace("//", "/").replace("NOFORN", "NF")


def names(cable: cg.Cable) -> dict[str, Any]:
    """The labels that GOLD.md does not have."""
    value = cable.classified_by
    officer = value.officer if value is not None else None
    return {
        "classifier_name": officer.name or None if officer else None,
        "classifier_title": (officer.title or officer.office) or None if officer else None,
        "resolved_ids": [" ".join(one.ids(cable.year)) or None for one in cable.references],
    }
