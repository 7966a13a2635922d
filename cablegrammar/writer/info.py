"""Writer of format line 8."""

from __future__ import annotations

from cablegrammar.model.info import Info
from cablegrammar.writer.address import write_address
from cablegrammar.writer.base import writes


@writes(Info)
def info(value: Info) -> str:
    """INFO and the address; the bare form is `write_address`."""
    return f"INFO {write_address(value.address)}"
