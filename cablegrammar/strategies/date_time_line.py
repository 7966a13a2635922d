"""Strategy for format line 5."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.date_time_line import DateTimeLine
from cablegrammar.model.ordered import Precedence
from cablegrammar.strategies.base import builds
from cablegrammar.strategies.date_time_group import date_time_group
from cablegrammar.strategies.security import operating_signals, tails


def date_time_line() -> st.SearchStrategy[DateTimeLine]:
    """Any date-time line, precedences in any order."""
    prosigns = st.sampled_from([each for each in Precedence if each is not Precedence.NIACT_IMMEDIATE])
    return builds(
        DateTimeLine,
        precedences=st.lists(prosigns, max_size=3).map(tuple),
        date_time_group=date_time_group(),
        operating_signals=operating_signals(),
        tail=tails(),
    )
