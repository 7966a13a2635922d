"""Reader of format lines 11 and 13."""

from __future__ import annotations

from cablegrammar.model.separation import Separation
from cablegrammar.transform.base import Parts, reads


@reads("separation")
def separation(parts: Parts) -> Separation:
    """BT."""
    return Separation()
