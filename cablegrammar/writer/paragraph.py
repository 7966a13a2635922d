"""Writer of numbered paragraphs."""

from __future__ import annotations

from cablegrammar.model.paragraph import Paragraph
from cablegrammar.writer.base import writes
from cablegrammar.writer.text import write_body


@writes(Paragraph)
def paragraph(value: Paragraph) -> str:
    """`1. (C) ` and the text, wrapped where that is safe."""
    return write_body(f"{value.number}.", value.marking, value.blocks, value.page_lines)
