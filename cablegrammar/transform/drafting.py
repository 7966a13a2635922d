"""Reader of drafting lines."""

from __future__ import annotations

from cablegrammar.model.drafting import Drafting
from cablegrammar.transform.base import Parts, joined, reads


@reads("drafting")
def drafting(parts: Parts) -> Drafting:
    """DRAFTED BY PA/FOI:JROE."""
    label = parts.text("DRAFTING_LABEL") or parts.text("DESIRED_DISTRIBUTION")
    return Drafting(joined(label.rstrip(":")), joined(parts.text("DRAFTING_WORDS")))
