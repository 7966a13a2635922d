"""Reader of passing and attention lines."""

from __future__ import annotations

from cablegrammar.model.passing import Passing
from cablegrammar.transform.base import Parts, joined, reads


@reads("passing")
def passing(parts: Parts) -> Passing:
    """DEPT PASS USTR FOR ROE."""
    return Passing(text=joined(parts.text("PASSING_FIRST"), *parts.texts("PASSING_WORDS")))
