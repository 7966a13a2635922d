"""Writer of publishers' lines."""

from __future__ import annotations

from cablegrammar.model.publisher_line import PublisherLine
from cablegrammar.writer.base import writes


@writes(PublisherLine)
def publisher_line(value: PublisherLine) -> str:
    """The line."""
    return value.text
