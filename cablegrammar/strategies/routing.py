"""Strategy for format line 2."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.ordered import Precedence
from cablegrammar.model.routing import Routing
from cablegrammar.strategies.base import builds, routing_indicators


def routing() -> st.SearchStrategy[Routing]:
    """Any routing line, of one indicator or of many lines of them."""
    return builds(
        Routing,
        precedence=st.sampled_from([each for each in Precedence if each is not Precedence.NIACT_IMMEDIATE]),
        indicators=st.lists(routing_indicators(), min_size=1, max_size=40).map(tuple),
    )
