"""Strategy for spans of time."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.duration import Duration
from cablegrammar.strategies.base import builds


def duration() -> st.SearchStrategy[Duration]:
    """Any span that can be written."""
    return builds(Duration, count=st.integers(1, 999), unit=st.sampled_from(["years", "months", "days"]))
