"""Reader of format line 8."""

from __future__ import annotations

from cablegrammar.model.address import Address
from cablegrammar.model.info import Info
from cablegrammar.transform.base import Parts, reads


@reads("info")
def info(parts: Parts) -> Info:
    """The address, with or without the word before it."""
    (address,) = parts.values(Address)
    return Info(address)
