"""Writer of format line 7."""

from __future__ import annotations

from cablegrammar.model.action import Action
from cablegrammar.writer.address import write_address
from cablegrammar.writer.base import writes


@writes(Action)
def action(value: Action) -> str:
    """TO and the address; the bare form is `write_address`."""
    return f"TO {write_address(value.address)}"
