"""Reader of numbered paragraphs."""

from __future__ import annotations

from cablegrammar.model.paragraph import Paragraph
from cablegrammar.transform.base import Parts, reads
from cablegrammar.transform.text import body_of, marking_of


@reads("paragraph")
def paragraph(parts: Parts) -> Paragraph:
    """Number, marking and lines."""
    number = parts.text("PARAGRAPH_NUMBER")
    # beside the digits the token has white space, the publishers' pilcrow, and a stop or a parenthesis
    digits = number.strip("\u00b6.)").strip()
    blocks, page_lines = body_of(parts, number.index(digits))
    return Paragraph(number=int(digits), marking=marking_of(parts), blocks=blocks, page_lines=page_lines)
