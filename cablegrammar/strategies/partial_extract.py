"""Strategy for the notice of a partial extract."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.partial_extract import PartialExtract


def partial_extract() -> st.SearchStrategy[PartialExtract]:
    """There is only one."""
    return st.builds(PartialExtract)
