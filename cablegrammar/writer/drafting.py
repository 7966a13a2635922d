"""Writer of drafting lines."""

from __future__ import annotations

from cablegrammar.model.drafting import Drafting
from cablegrammar.writer.base import writes


@writes(Drafting)
def drafting(value: Drafting) -> str:
    """Label, colon and words."""
    return f"{value.label}: {value.text}" if value.text else value.label
