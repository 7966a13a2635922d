"""Reader of headings."""

from __future__ import annotations

from cablegrammar.model.heading import Heading
from cablegrammar.transform.base import Parts, joined, reads


@reads("heading")
def heading(parts: Parts) -> Heading:
    """The words without the rules."""
    return Heading(joined(*parts.texts("HEADING_WORDS")))
