"""Strategy for the classification line."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.classification_line import ClassificationLine, Section
from cablegrammar.model.ordered import Level
from cablegrammar.strategies.base import builds, digits
from cablegrammar.strategies.message_number import message_number


def sections() -> st.SearchStrategy[Section]:
    """Sections with a number, and final ones."""
    count = st.integers(0, 99)
    return st.builds(Section, count, count) | count.map(lambda total: Section(total, total, final=True))


def classification_line() -> st.SearchStrategy[ClassificationLine]:
    """Any classification line."""
    return builds(
        ClassificationLine,
        level=st.sampled_from(Level),
        message_number=message_number(),
        section=st.none() | sections(),
        efto=st.booleans(),
        tosec=st.just("") | digits(6),
    )
