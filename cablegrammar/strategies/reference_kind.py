"""Strategy for the kind of a reference."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.reference_kind import ReferenceKind
from cablegrammar.strategies.base import builds, digits, phrases

_KINDS = ("cable", "secto", "tosec", "airgram", "date-time group", "e-mail", "telcon", "document")
_WORDS = (
    "08 STATE 12345",
    "SAN JOSE 17 AND 18 AND PREVIOUS",
    "SECTO 4012",
    "77 TOSEC 30123",
    "KABUL A-77",
    "DEPT OF TREAS 241534Z MAR 06",
    "ROE-DOE EMAILS OF MAY 4",
    "ROE/DOE TELCON",
    "2006 GUIDEBOOK",
)


def reference_kind() -> st.SearchStrategy[ReferenceKind]:
    """A kind and words that say it."""
    # most kinds do not fit most words; what fits is found by trying all
    return (st.sampled_from(_WORDS) | digits(5) | phrases(1, 4)).flatmap(
        lambda words: st.one_of(*(builds(ReferenceKind, kind=st.just(kind), words=st.just(words)) for kind in _KINDS))
    )
