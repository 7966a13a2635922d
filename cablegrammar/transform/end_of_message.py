"""Reader of format line 16."""

from __future__ import annotations

from cablegrammar.model.end_of_message import EndOfMessage
from cablegrammar.transform.base import Parts, reads


@reads("end_of_message")
def end_of_message(parts: Parts) -> EndOfMessage:
    """NNNN."""
    return EndOfMessage()
