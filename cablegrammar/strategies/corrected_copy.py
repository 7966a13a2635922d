"""Strategy for the CORRECTED COPY line."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.corrected_copy import CorrectedCopy
from cablegrammar.strategies.base import builds, phrases


def corrected_copy() -> st.SearchStrategy[CorrectedCopy]:
    """With and without a reason."""
    reasons = st.sampled_from(("", "GARBLED TEXT", "- CAPTION", "(A)", "PARA 7 (TABLE)"))
    return builds(CorrectedCopy, reason=reasons | phrases(1, 6))
