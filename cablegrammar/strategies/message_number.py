"""Strategy for message numbers."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.message_number import MessageNumber
from cablegrammar.strategies.base import builds, digits

_POSTS = (
    "STATE",
    "SAN JOSE",
    "USUN NEW YORK",
    "ST. PETERSBURG",
    "PORT-AU-PRINCE",
    "N'DJAMENA",
    "SECTION OF",
    "RE FINAL",
)


def posts() -> st.SearchStrategy[str]:
    """Posts in capitals, of one to four words."""
    word = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=9)
    return st.sampled_from(_POSTS) | st.lists(word, min_size=1, max_size=4).map(" ".join)


def message_number() -> st.SearchStrategy[MessageNumber]:
    """Any message number."""
    return builds(MessageNumber, post=posts(), number=st.sampled_from([1, 4, 5, 6]).flatmap(digits))
