"""Values in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.wording import pairs, phrase


@pytest.mark.parametrize(
    ("part", "words"),
    [
        (True, "yes"),
        (("A", 1), "A, 1"),
        (cg.Level.SECRET, "SECRET"),
        (cg.Section(2, 2, final=True), "2 of 2, final"),
        (cg.Reason("1.4", "b"), "1.4 (b)"),
        (cg.OfficeCopies("EUR", 0), "EUR 0"),
        (cg.Prose("Post agrees."), "Post agrees."),
        (cg.LaidOut(("-- a", "-- b")), "-- a\n-- b"),
        (cg.Mention("ref", ("A", "C")), "ref, A, C"),
        (cg.Reference(letter="A", post="LIMA", number="17"), "A. LIMA 17"),
        (cg.Reference(letter="A"), "A."),
        (cg.MessageNumber("LIMA", "000017"), "LIMA 000017"),
        (datetime(2009, 9, 10, 12, 15, tzinfo=UTC), "2009-09-10 12:15 UTC"),
        (datetime(2009, 9, 10, tzinfo=timezone(timedelta(hours=2))), "2009-09-10 00:00 +0200"),
    ],
)
def test_phrase(part: object, words: str) -> None:
    assert phrase(part) == words


def test_pairs_tell_what_says_something() -> None:
    assert list(pairs(cg.DateTimeGroup(3, 0, 5, 2, 2009))) == [
        ("day", "3"),
        ("hour", "0"),
        ("minute", "5"),
        ("month", "2"),
        ("year", "2009"),
        ("zone", "Z"),
    ]
    assert list(pairs(cg.Separation())) == []
    items = (cg.Reference(letter="A", post="LIMA", number="17"), cg.Reference(letter="B", text="ROE EMAIL"))
    assert list(pairs(cg.References(items))) == [("items", "A. LIMA 17"), ("", "B. ROE EMAIL")]


@given(strategies.cables())
def test_every_value_has_words(cable: cg.Cable) -> None:
    """No part of a value is shown as a Python object."""
    for field in cable.fields:
        for _, words in pairs(field.value):
            assert f"{type(field.value).__name__}(" not in words
            assert words
