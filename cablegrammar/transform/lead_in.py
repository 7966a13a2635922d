"""Reader of lead-ins."""

from __future__ import annotations

from cablegrammar.model.lead_in import LeadIn
from cablegrammar.transform.base import Parts, reads


@reads("lead_in")
def lead_in(parts: Parts) -> LeadIn:
    """The words in lower case."""
    # what is behind them is kept to the character
    return LeadIn(kind=parts.text("LEAD_IN_WORDS").lower(), rest=parts.exactly("LEAD_IN_REST"))
