"""Writer of format line 6."""

from __future__ import annotations

from cablegrammar.model.originator import Originator
from cablegrammar.writer.address import write_offices
from cablegrammar.writer.base import writes


@writes(Originator)
def originator(value: Originator) -> str:
    """FM, the designator, and the offices between double slashes."""
    return f"FM {value.plad}{write_offices(value.offices)}"
