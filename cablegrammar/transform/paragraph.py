"""Reader of numbered paragraphs."""

from __future__ import annotations

from cablegrammar.model.paragraph import Paragraph
from cablegrammar.transform.base import Parts, reads
from cablegrammar.transform.text import body_of, marking_of


@reads("paragraph")
def paragraph(parts: Parts) -> Paragraph:
    """Number, marking and lines."""
    number = parts.token("PARAGRAPH_NUMBER")
    blocks, page_lines = body_of(parts, number.start_pos or 0)
    return Paragraph(number=int(number.rstrip(".")), marking=marking_of(parts), blocks=blocks, page_lines=page_lines)
