"""Strategy for the message centre's line."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.message_centre_line import MessageCentreLine
from cablegrammar.strategies.base import builds, digits


def message_centre_line() -> st.SearchStrategy[MessageCentreLine]:
    """Any such line."""
    return builds(
        MessageCentreLine,
        number=st.text("0123456789ABCDEF", min_size=6, max_size=6),
        time=st.just("") | digits(6).map("{}Z".format),
        mark=st.just("") | digits(2),
    )
