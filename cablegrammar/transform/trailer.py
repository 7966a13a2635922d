"""Reader of trailers."""

from __future__ import annotations

from cablegrammar.model.trailer import Trailer
from cablegrammar.transform.base import Parts, joined, reads


@reads("trailer")
def trailer(parts: Parts) -> Trailer:
    """The line as it stands."""
    return Trailer(joined(parts.text("TRAILER_WORDS")))
