"""Writer of format line 16."""

from __future__ import annotations

from cablegrammar.model.end_of_message import EndOfMessage
from cablegrammar.writer.base import writes


@writes(EndOfMessage)
def end_of_message(value: EndOfMessage) -> str:
    """NNNN."""
    return "NNNN"
