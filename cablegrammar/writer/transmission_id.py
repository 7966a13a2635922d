"""Writer of format line 1."""

from __future__ import annotations

from cablegrammar.model.transmission_id import TransmissionId
from cablegrammar.writer.base import writes


@writes(TransmissionId)
def transmission_id(value: TransmissionId) -> str:
    """VZCZC, channel and number without blanks; class letters behind a blank."""
    tail = f" {value.tail}" if value.tail else ""
    return f"VZCZC{value.channel}{value.number}{tail}"
