"""Strategy for the classifying officer."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.officer import Officer
from cablegrammar.strategies.base import builds, phrases


def officer() -> st.SearchStrategy[Officer]:
    """Any officer."""
    return builds(
        Officer,
        title=st.just("")
        | st.sampled_from(["Ambassador", "A/DCM", "Charge d'Affaires a.i.", "POLITICAL AND ECONOMIC COUNSELOR"]),
        name=st.sampled_from(["Jane Roe", "JOHN ROE, JR.", "J. R. O'Roe III", "Mary-Ann van Roe"]) | phrases(1, 3),
        office=st.just("") | st.sampled_from(["Ambassador", "Consul General, Lima, State", "(acting)"]) | phrases(1, 4),
    )
