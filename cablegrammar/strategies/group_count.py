"""Strategy for format line 10."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.group_count import GroupCount
from cablegrammar.strategies.base import builds


def group_count() -> st.SearchStrategy[GroupCount]:
    """Any group count, or none."""
    return builds(GroupCount, groups=st.none() | st.integers(0, 9999))
