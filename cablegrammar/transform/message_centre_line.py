"""Reader of the message centre's line."""

from __future__ import annotations

from cablegrammar.model.message_centre_line import MessageCentreLine
from cablegrammar.transform.base import Parts, reads


@reads("message_centre_line")
def message_centre_line(parts: Parts) -> MessageCentreLine:
    """------------------7CAAD7  191822Z /38."""
    return MessageCentreLine(
        parts.text("CENTRE_NUMBER"), parts.text("CENTRE_TIME"), parts.text("CENTRE_MARK").lstrip("/")
    )
