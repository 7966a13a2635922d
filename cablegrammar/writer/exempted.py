"""Writer of format line 9."""

from __future__ import annotations

from cablegrammar.model.exempted import Exempted
from cablegrammar.writer.address import write_address
from cablegrammar.writer.base import writes


@writes(Exempted)
def exempted(value: Exempted) -> str:
    """XMT and the address; the bare form is `write_address`."""
    return f"XMT {write_address(value.address)}"
