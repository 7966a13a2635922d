"""Reader of the notice of a partial extract."""

from __future__ import annotations

from cablegrammar.model.partial_extract import PartialExtract
from cablegrammar.transform.base import Parts, reads


@reads("partial_extract")
def partial_extract(parts: Parts) -> PartialExtract:
    """The two sentences."""
    return PartialExtract()
