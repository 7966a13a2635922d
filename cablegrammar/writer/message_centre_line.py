"""Writer of the message centre's line."""

from __future__ import annotations

from cablegrammar.model.message_centre_line import MessageCentreLine
from cablegrammar.writer.base import writes


@writes(MessageCentreLine)
def message_centre_line(value: MessageCentreLine) -> str:
    """Eighteen dashes, the number, the time, the mark."""
    mark = f"/{value.mark}" if value.mark else ""
    return "-" * 18 + " ".join(part for part in (value.number, value.time, mark) if part)
