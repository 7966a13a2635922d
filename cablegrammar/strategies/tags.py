"""Strategies for the TAGS line."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.tags import Tag, Tags, known_tags
from cablegrammar.strategies.base import builds, words

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def codes() -> st.SearchStrategy[str]:
    """Known codes, unknown ones, ones in small letters and of several words, and words that are none."""
    unknown = st.text(LETTERS, min_size=2, max_size=5)
    phrase = st.tuples(unknown, st.text(LETTERS, min_size=6, max_size=9)).map(" ".join)
    return st.one_of(st.sampled_from(sorted(known_tags())), unknown, unknown.map(str.lower), phrase, words())


def tag() -> st.SearchStrategy[Tag]:
    """Any tag, few with a name."""
    names = st.lists(words(), min_size=1, max_size=3).map(" ".join)
    return builds(Tag, code=codes(), name=st.just("") | st.just("") | names)


def tags() -> st.SearchStrategy[Tags]:
    """Any TAGS line."""
    return builds(Tags, tags=st.lists(tag(), max_size=20).map(tuple))
