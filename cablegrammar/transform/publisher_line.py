"""Reader of publishers' lines."""

from __future__ import annotations

from cablegrammar.model.publisher_line import PublisherLine
from cablegrammar.transform.base import Parts, reads


@reads("publisher_line")
def publisher_line(parts: Parts) -> PublisherLine:
    """The line as it stands."""
    return PublisherLine(parts.text("PUBLISHER_WORDS").rstrip())
