"""Strategy for the distribution list."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.distribution import Distribution, OfficeCopies
from cablegrammar.strategies.base import builds, digits


def distribution() -> st.SearchStrategy[Distribution]:
    """Any list of offices."""
    symbols = st.sampled_from(["LOG", "EUR", "L", "ACDA"]) | st.text(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=5
    )
    offices = st.lists(st.builds(OfficeCopies, symbols, st.integers(0, 99)), min_size=1, max_size=20).map(tuple)
    ends = st.just(("", "")) | st.tuples(digits(3), st.sampled_from("RWO"))
    return st.tuples(st.sampled_from(["ORIGIN", "ACTION", "INFO"]), offices, st.just("") | symbols, ends).flatmap(
        lambda drawn: builds(
            Distribution,
            role=st.just(drawn[0]),
            offices=st.just(drawn[1]),
            also=st.just(drawn[2]),
            total=st.just(drawn[3][0]),
            series=st.just(drawn[3][1]),
        )
    )
