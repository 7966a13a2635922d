"""Reader of signatures."""

from __future__ import annotations

from cablegrammar.model.signature import Signature
from cablegrammar.transform.base import Parts, joined, reads


@reads("signature")
def signature(parts: Parts) -> Signature:
    """The words of the name."""
    return Signature(joined(*parts.texts("NAME_WORD")))
