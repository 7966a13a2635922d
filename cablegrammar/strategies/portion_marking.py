"""Strategy for portion markings."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.ordered import Level
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.strategies.base import builds, phrases

_CONTROLS = ("NF", "FOUO", "FGI", "ORCON", "REL", "REL TO USA, FVEY", "REL UK/AUS", "Rel China", "EXDIS")


def portion_marking() -> st.SearchStrategy[PortionMarking]:
    """Any portion marking."""
    usual = st.sampled_from(_CONTROLS)
    countries = phrases(1, 4).map(lambda words: f"REL TO {words}")
    return builds(
        PortionMarking,
        level=st.sampled_from(Level),
        sensitive=st.just(False),
        controls=st.lists(usual, max_size=3).map(tuple) | countries.map(lambda control: (control,)),
        entire_text=st.booleans(),
    ) | builds(
        PortionMarking,
        level=st.just(Level.UNCLASSIFIED),
        sensitive=st.just(True),
        controls=st.lists(usual, max_size=2).map(tuple),
    )
