"""Strategy for drafting lines."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.drafting import Drafting
from cablegrammar.strategies.base import builds, phrases


def drafting() -> st.SearchStrategy[Drafting]:
    """Any drafting line."""
    return builds(
        Drafting,
        label=st.sampled_from(["DRAFTED BY", "APPROVED BY", "CLEARED BY", "DRAFTED", "SOURCE", "DESIRED DISTRIBUTION"]),
        text=st.sampled_from(["PA/FOI:JROE", "DS/DSS/CC:JROE -- 06/19/2009  571-555-0101".replace("  ", " ")])
        | phrases(1, 6),
    )
