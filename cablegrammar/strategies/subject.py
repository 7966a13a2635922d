"""Strategy for the subject."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.subject import Subject
from cablegrammar.strategies.base import builds, phrases
from cablegrammar.strategies.body import page_line
from cablegrammar.strategies.portion_marking import portion_marking


def subject() -> st.SearchStrategy[Subject]:
    """Any subject."""
    return builds(
        Subject,
        text=st.just("") | phrases(1, 30),
        marking=st.none() | portion_marking(),
        page_lines=st.just(()) | st.lists(page_line(), max_size=1).map(tuple),
    )
