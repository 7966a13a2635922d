"""Strategy for banners."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.banner import Banner
from cablegrammar.model.ordered import Level


def banner() -> st.SearchStrategy[Banner]:
    """Any level."""
    return st.builds(Banner, st.sampled_from(Level))
