"""Writer of passing and attention lines."""

from __future__ import annotations

from cablegrammar.model.passing import Passing
from cablegrammar.writer.base import writes


@writes(Passing)
def passing(value: Passing) -> str:
    """One line, however long: at a break nothing surely tells a line that goes on from an entry of its own."""
    return value.text
