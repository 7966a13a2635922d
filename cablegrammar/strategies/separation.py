"""Strategy for format lines 11 and 13."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.separation import Separation


def separation() -> st.SearchStrategy[Separation]:
    """There is only one."""
    return st.builds(Separation)
