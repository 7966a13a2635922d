"""Writer of signatures."""

from __future__ import annotations

from cablegrammar.model.signature import Signature
from cablegrammar.writer.base import writes


@writes(Signature)
def signature(value: Signature) -> str:
    """The name."""
    return value.name
