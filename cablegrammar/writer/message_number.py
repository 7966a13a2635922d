"""Writer of message numbers."""

from __future__ import annotations

from cablegrammar.model.message_number import MessageNumber
from cablegrammar.writer.base import writes


@writes(MessageNumber)
def message_number(value: MessageNumber) -> str:
    """Post, a blank, the digits as they are."""
    return f"{value.post} {value.number}"
