"""Reader of format line 9."""

from __future__ import annotations

from cablegrammar.model.exempted import Exempted
from cablegrammar.transform.address import addressee
from cablegrammar.transform.base import Parts, reads


@reads("exempted")
def exempted(parts: Parts) -> Exempted:
    """The address, with or without the word before it."""
    return Exempted(addressee(parts))
