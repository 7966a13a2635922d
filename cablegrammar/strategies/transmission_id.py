"""Strategy for format line 1."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.transmission_id import TransmissionId
from cablegrammar.strategies.base import builds, digits

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def transmission_id() -> st.SearchStrategy[TransmissionId]:
    """Any transmission identifier."""
    return builds(
        TransmissionId,
        channel=st.sampled_from(["XRO", "XYZ"]) | st.text(_CAPITALS, min_size=3, max_size=3),
        number=digits(4) | digits(3),
        tail=st.just("") | st.text(_CAPITALS, min_size=2, max_size=2),
    )
