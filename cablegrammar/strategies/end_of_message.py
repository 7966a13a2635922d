"""Strategy for format line 16."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.end_of_message import EndOfMessage


def end_of_message() -> st.SearchStrategy[EndOfMessage]:
    """There is only one."""
    return st.builds(EndOfMessage)
