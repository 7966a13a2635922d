"""Reader of headings."""

from __future__ import annotations

from cablegrammar.model.heading import Heading
from cablegrammar.transform.base import Parts, joined, reads


@reads("heading")
def heading(parts: Parts) -> Heading:
    """The words without the rules."""
    return Heading(joined(*parts.values(str)))


@reads("heading_line")
def heading_line(parts: Parts) -> str:
    """The words of one line."""
    return parts.text("HEADING_WORDS")
