"""Reader of format line 8."""

from __future__ import annotations

from cablegrammar.model.info import Info
from cablegrammar.transform.address import addressee
from cablegrammar.transform.base import Parts, reads


@reads("info")
def info(parts: Parts) -> Info:
    """The address, with or without the word before it."""
    return Info(addressee(parts))
