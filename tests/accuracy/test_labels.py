"""The further labels: cables of the sample labelled by reading alone, in the keys of GOLD.md and three more."""

from __future__ import annotations

from typing import Any

import pytest

import cablegrammar as cg
from tests.accuracy.facts import records
from tests.accuracy.labels import compared, further_labels
from tests.shared import gold, needs_corpus

MORE = {"classifier_name", "classifier_title", "resolved_ids"}


@needs_corpus
def test_sixty_are_labelled_and_half_of_them_are_masked() -> None:
    masked = [one["id"] for one in further_labels() if records()[one["id"]]["masked"]]
    assert len(further_labels()) >= 60
    assert len(masked) >= 30


@needs_corpus
def test_labels_are_of_the_sample_and_new() -> None:
    ids = [one["id"] for one in further_labels()]
    assert set(ids) <= set(records())
    assert len(set(ids)) == len(ids)
    assert not set(ids) & {one["id"] for one in gold()}


@needs_corpus
def test_labels_have_the_keys_of_gold() -> None:
    keys = set(next(gold())) - {"oddities"} | MORE
    assert all(set(one) == keys for one in further_labels())


@pytest.mark.parametrize("one", further_labels(), ids=lambda one: str(one["id"]))
def test_each_reference_is_resolved_or_not(one: dict[str, Any]) -> None:
    assert len(one["resolved_ids"]) == len(one["references"])


@needs_corpus
@pytest.mark.parametrize("one", further_labels(), ids=lambda one: str(one["id"]))
def test_a_label_can_disagree(one: dict[str, Any]) -> None:
    """No text has what is labelled, but for the keys that are empty in both."""
    found = list(compared(cg.parse(""), one, hashed=True))
    assert not any(finding.agrees for field, finding in found if one.get(field.removeprefix("label ")))
