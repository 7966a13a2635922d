"""Writer of the CORRECTED COPY line."""

from __future__ import annotations

from cablegrammar.model.corrected_copy import CorrectedCopy
from cablegrammar.writer.base import writes


@writes(CorrectedCopy)
def corrected_copy(value: CorrectedCopy) -> str:
    """Spaced letters, two blanks between the words, the reason in parentheses; one line."""
    return f"C O R R E C T E D  C O P Y ({value.reason})" if value.reason else "C O R R E C T E D  C O P Y"
