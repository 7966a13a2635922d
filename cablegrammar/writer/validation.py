"""Writer of the validation line."""

from __future__ import annotations

from cablegrammar.model.validation import Validation
from cablegrammar.writer.base import writes


@writes(Validation)
def validation(value: Validation) -> str:
    """Number sign and serial number."""
    return f"#{value.serial}"
