"""Strategy for the ids of public collections."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.cable_id import CableId
from cablegrammar.strategies.base import builds


def cable_id() -> st.SearchStrategy[CableId]:
    """Any year, post and number."""
    return builds(
        CableId,
        year=st.integers(1900, 2099),
        post=st.sampled_from(["STATE", "LIMA", "SANJOSE", "EFTOLIMA"])
        | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ'-", min_size=1, max_size=16),
        number=st.integers(0, 999999),
    )
