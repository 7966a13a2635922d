"""Reader of format line 9."""

from __future__ import annotations

from cablegrammar.model.address import Address
from cablegrammar.model.exempted import Exempted
from cablegrammar.transform.base import Parts, reads


@reads("exempted")
def exempted(parts: Parts) -> Exempted:
    """The address, with or without the word before it."""
    (address,) = parts.values(Address)
    return Exempted(address)
