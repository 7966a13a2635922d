"""Writer of spans of time."""

from __future__ import annotations

from cablegrammar.model.duration import Duration
from cablegrammar.writer.base import writes


@writes(Duration)
def duration(value: Duration) -> str:
    """Digits and the unit in capitals."""
    unit = value.unit.upper()
    return f"{value.count} {unit.removesuffix('S') if value.count == 1 else unit}"
