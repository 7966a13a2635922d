"""Strategy for format line 6."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.originator import Originator
from cablegrammar.strategies.address import offices as any_offices
from cablegrammar.strategies.address import plads
from cablegrammar.strategies.base import builds


def originator() -> st.SearchStrategy[Originator]:
    """Any originator."""
    return builds(Originator, plad=plads(), offices=any_offices())
