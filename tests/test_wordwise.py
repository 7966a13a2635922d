"""Differences word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.strategies.base import hostile_texts
from cablegrammar.wordwise import word_differences
from tests.shared import seed

WORDS = st.text(st.sampled_from("ab \n\u2028\r"), max_size=30)


def holds(before: str, after: str) -> None:
    hunks = list(word_differences(before, after))
    assert "".join(hunk.text for hunk in hunks if hunk.kind != "added") == before
    assert "".join(hunk.text for hunk in hunks if hunk.kind != "removed") == after
    assert all(hunk.text for hunk in hunks)
    assert all(hunk.text.isspace() for hunk in hunks if hunk.layout)


@given(WORDS | hostile_texts(), WORDS | hostile_texts())
def test_both_texts_are_in_it(before: str, after: str) -> None:
    holds(before, after)


@given(strategies.cables())
def test_of_canonical_form(cable: cg.Cable) -> None:
    holds(cg.unparse(cable), cg.unparse(cg.canonicalize(cable)))


def test_the_same() -> None:
    assert [hunk.kind for hunk in word_differences(seed(), seed())] == ["same"]
    assert list(word_differences("", "")) == []


def test_layout_is_told_from_words() -> None:
    assert [(hunk.kind, hunk.text, hunk.layout) for hunk in word_differences("a b\nc", "a\nb\nd")] == [
        ("same", "a", False),
        ("removed", " ", True),
        ("added", "\n", True),
        ("same", "b\n", False),
        ("removed", "c", False),
        ("added", "d", False),
    ]
