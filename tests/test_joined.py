"""Joining words: quick where nothing is to be done, and the same everywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cablegrammar.transform.base import joined

PIECES = st.text(st.sampled_from("ab \t\n\u00a0\u2028\x1f\u0085\u200b\ud800é"))


@given(st.lists(PIECES))
def test_words_are_parted_by_one_blank(texts: list[str]) -> None:
    assert joined(*texts) == " ".join(" ".join(texts).split())
