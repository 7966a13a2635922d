"""Strategy for date-time groups."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.date_time_group import DateTimeGroup
from cablegrammar.strategies.base import builds


def date_time_group() -> st.SearchStrategy[DateTimeGroup]:
    """Any minute of 1966 to 2065."""
    return builds(
        DateTimeGroup,
        day=st.integers(1, 31),
        hour=st.integers(0, 23),
        minute=st.integers(0, 59),
        month=st.integers(1, 12),
        year=st.integers(1966, 2065),
    )
