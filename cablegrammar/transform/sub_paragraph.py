"""Reader of sub-paragraphs."""

from __future__ import annotations

from cablegrammar.model.sub_paragraph import SubParagraph
from cablegrammar.transform.base import Parts, joined, reads
from cablegrammar.transform.text import marking_of


@reads("sub_paragraph")
def sub_paragraph(parts: Parts) -> SubParagraph:
    """Label, marking and words."""
    mark = parts.text("PARAGRAPH_MARK") or parts.text("PARAGRAPH_MARK_LOWER")
    return SubParagraph(parts.text("SUB_PARAGRAPH_LABEL"), joined(parts.text("SUB_PARAGRAPH_TEXT")), marking_of(mark))
