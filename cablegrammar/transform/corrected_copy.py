"""Reader of the CORRECTED COPY line."""

from __future__ import annotations

from cablegrammar.model.corrected_copy import CorrectedCopy
from cablegrammar.transform.base import Parts, reads


@reads("corrected_copy")
def corrected_copy(parts: Parts) -> CorrectedCopy:
    """C O R R E C T E D  C O P Y (GARBLED TEXT)."""
    return CorrectedCopy(reason=" ".join(parts.texts("CORRECTED_WORD") or parts.texts("CORRECTED_FREE")))
