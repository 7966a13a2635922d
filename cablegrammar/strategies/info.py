"""Strategy for format line 8."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.info import Info
from cablegrammar.strategies.address import address as addresses
from cablegrammar.strategies.base import builds


def info() -> st.SearchStrategy[Info]:
    """Any addressee of this kind."""
    return builds(Info, address=addresses())
