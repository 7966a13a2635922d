"""Reader of headings."""

from __future__ import annotations

from cablegrammar.model.heading import Heading
from cablegrammar.transform.base import Parts, joined, reads
from cablegrammar.transform.page_line import page_lines_of


@reads("heading")
def heading(parts: Parts) -> Heading:
    """The words without the rules, and the page line among them."""
    return Heading(joined(*parts.texts("HEADING_WORDS")), page_lines_of(parts, "PAGE_ON_LINE"))
