"""Strategy for format line 3."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.station import Station
from cablegrammar.strategies.base import builds, digits, routing_indicators


def station() -> st.SearchStrategy[Station]:
    """Any originating station."""
    return builds(
        Station,
        routing_indicator=routing_indicators(),
        serial=digits(4),
        section=st.none() | st.integers(0, 99),
        day=st.integers(1, 366),
        hour=st.integers(0, 23),
        minute=st.integers(0, 59),
    )
