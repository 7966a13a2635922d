"""The further labels: cables of the sample labelled by reading alone, in the keys of GOLD.md and three more.

Headings and the first and last four words of paragraphs stand as the first twelve digits of the SHA-256 of their words, joined by one blank,
so no prose of the sample is kept here. The labels are not compared with our reading yet.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.accuracy.facts import records
from tests.shared import gold, needs_corpus

MORE = {"classifier_name", "classifier_title", "resolved_ids"}


def labels() -> list[dict[str, Any]]:
    with Path(__file__).with_name("labels.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@needs_corpus
def test_labels_are_of_the_sample_and_new() -> None:
    ids = [one["id"] for one in labels()]
    assert set(ids) <= set(records())
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {one["id"] for one in gold()}


@needs_corpus
def test_labels_have_the_keys_of_gold() -> None:
    keys = set(next(gold())) - {"oddities"} | MORE
    assert all(set(one) == keys for one in labels())


@pytest.mark.parametrize("one", labels(), ids=lambda one: str(one["id"]))
def test_each_reference_is_resolved_or_not(one: dict[str, Any]) -> None:
    assert len(one["resolved_ids"]) == len(one["references"])
