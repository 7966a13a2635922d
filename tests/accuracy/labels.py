"""What a reader wrote down of the labelled cables, against our reading."""

from __future__ import annotations

from collections.abc import Iterator

from tests.accuracy.finding import Finding
from tests.corpus.floors import parsed
from tests.corpus.gold import body, disagreements, head, wire, wrong_paragraphs
from tests.shared import gold


def label_findings() -> Iterator[tuple[str, Finding]]:
    """For each key of each labelled cable the field `label KEY` and a finding; a paragraph is a key."""
    for labels in gold():
        cable = parsed()[labels["id"]]
        wrong = {one.key: one for one in (*disagreements(cable, labels), *wrong_paragraphs(cable, labels))}
        keys = [
            *wire(cable),
            *head(cable),
            *body(cable),
            *(f"paragraph {one['number']}" for one in labels["paragraphs"]),
        ]
        for key in keys:
            one = wrong.get(key)
            field = "label paragraph" if key.startswith("paragraph ") else f"label {key}"
            yield field, Finding(labels["id"], one.gold, one.ours) if one else Finding(labels["id"], key, key)
