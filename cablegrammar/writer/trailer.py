"""Writer of trailers."""

from __future__ import annotations

from cablegrammar.model.trailer import Trailer
from cablegrammar.writer.base import writes


@writes(Trailer)
def trailer(value: Trailer) -> str:
    """The line."""
    return value.text
