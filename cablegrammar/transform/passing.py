"""Reader of passing and attention lines."""

from __future__ import annotations

from cablegrammar.model.passing import Passing
from cablegrammar.transform.base import Parts, reads


@reads("passing")
def passing(parts: Parts) -> Passing:
    """DEPT PASS USTR FOR ROE."""
    return Passing(text=" ".join((parts.text("PASSING_FIRST"), *parts.texts("PASSING_WORD"))))
