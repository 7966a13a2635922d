"""Writer of the kind of a reference."""

from __future__ import annotations

from cablegrammar.model.reference_kind import ReferenceKind
from cablegrammar.writer.base import writes


@writes(ReferenceKind)
def reference_kind(value: ReferenceKind) -> str:
    """The words: they say the kind."""
    return value.words
