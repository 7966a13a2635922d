"""Strategy for format line 7."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.action import Action
from cablegrammar.strategies.address import address as addresses
from cablegrammar.strategies.base import builds


def action() -> st.SearchStrategy[Action]:
    """Any addressee of this kind."""
    return builds(Action, address=addresses())
