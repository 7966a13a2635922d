"""Writer of the ids of public collections."""

from __future__ import annotations

from cablegrammar.model.cable_id import CableId
from cablegrammar.writer.base import writes


@writes(CableId)
def cable_id(value: CableId) -> str:
    """Year in full, post and number."""
    return f"{value.year}{value.post}{value.number}"
