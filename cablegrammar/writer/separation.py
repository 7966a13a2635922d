"""Writer of format lines 11 and 13."""

from __future__ import annotations

from cablegrammar.model.separation import Separation
from cablegrammar.writer.base import writes


@writes(Separation)
def separation(value: Separation) -> str:
    """BT."""
    return "BT"
