"""Writer of lead-ins."""

from __future__ import annotations

from cablegrammar.model.lead_in import LeadIn
from cablegrammar.writer.base import writes


@writes(LeadIn)
def lead_in(value: LeadIn) -> str:
    """The words with capitals, and what follows."""
    return value.kind.title() + value.rest
