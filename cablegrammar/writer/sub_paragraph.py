"""Writer of sub-paragraphs."""

from __future__ import annotations

from cablegrammar.model.sub_paragraph import SubParagraph
from cablegrammar.writer.base import write, writes


@writes(SubParagraph)
def sub_paragraph(value: SubParagraph) -> str:
    """One line."""
    return " ".join([value.label, *([write(value.marking)] if value.marking else []), value.text])
