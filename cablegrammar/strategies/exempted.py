"""Strategy for format line 9."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.exempted import Exempted
from cablegrammar.strategies.address import address as addresses
from cablegrammar.strategies.base import builds


def exempted() -> st.SearchStrategy[Exempted]:
    """Any addressee of this kind."""
    return builds(Exempted, address=addresses())
