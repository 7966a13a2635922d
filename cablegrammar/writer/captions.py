"""Writer of captions."""

from __future__ import annotations

from cablegrammar.model.captions import Captions
from cablegrammar.writer.base import writes


@writes(Captions)
def captions(value: Captions) -> str:
    """One caption a line."""
    return "\n".join(value.names)
