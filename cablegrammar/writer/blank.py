"""Writer of blanks."""

from __future__ import annotations

from cablegrammar.model.blank import Blank
from cablegrammar.writer.base import writes


@writes(Blank)
def blank(value: Blank) -> str:
    """One empty line."""
    return "\n"
