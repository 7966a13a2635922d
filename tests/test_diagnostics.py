"""Diagnostics, and the one index of lines that all of them are placed by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar.diagnostics import CODES, SYNTAX_CODES, Fix, LineIndex, Place, place
from cablegrammar.model import CONSTRUCTS

TEXTS = st.text(st.sampled_from(["\r", "\n", "a", "\t", "é", "\u2028", "\x0c", "\U0001f30d", "\ud800"]))


def lines(text: str) -> list[str]:
    """The lines of a text, found in another way than the index does."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(TEXTS)
def test_lines(text: str) -> None:
    index = LineIndex(text)
    assert [index.line(number) for number in range(1, len(index) + 1)] == lines(text)


@given(TEXTS)
def test_places_and_offsets(text: str) -> None:
    """Each offset has a place, and the place that offset; for people and for editors."""
    index = LineIndex(text)
    for offset in range(len(text) + 1):
        where = index.place(offset)
        assert index.offset(where.line, where.column) == offset
        assert where.text == lines(text)[where.line - 1]
        within = where.column <= len(where.text) + 1
        assert within or text[offset - 1 : offset + 1] == "\r\n"
        if within:
            assert index.offset_of_utf16(*index.utf16(offset)) == offset


def test_editors_count_utf16_units() -> None:
    index = LineIndex("FM LIMA\nTO \U0001f30d QUITO")
    assert index.utf16(11) == (1, 3)
    assert index.utf16(12) == (1, 5)
    # between the two units of a character, and behind the end of the line
    assert index.offset_of_utf16(1, 4) == 11
    assert index.offset_of_utf16(1, 99) == len(index.text)


def test_place_of_one_offset() -> None:
    assert place("FM LIMA\rTO QUITO\n", 11) == Place(2, 4, "TO QUITO")


def test_code_has_a_name() -> None:
    assert cg.Diagnostic("CG103", "error", (0, 1), "no station").name == "unparsed-station"
    assert cg.Diagnostic("XX001", "error", (0, 1), "wrong", name="my-rule").name == "my-rule"
    assert cg.Diagnostic("XX001", "error", (0, 1), "wrong").name == ""
    assert list(CODES) == ["CG001", "CG002", "CG003", "CG004", *SYNTAX_CODES.values()]
    assert set(SYNTAX_CODES) < set(CONSTRUCTS)


def test_one_vocabulary() -> None:
    with pytest.raises(ValueError, match="severity"):
        cg.Diagnostic("CG001", "info", (0, 1), "no station")
    with pytest.raises(ValueError, match="grade"):
        Fix((), "sure", "Do it")
