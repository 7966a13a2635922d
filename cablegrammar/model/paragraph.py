"""Numbered paragraphs."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.body import Block, Prose
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.text import Body

__all__ = ["Paragraph", "Prose"]


@attrs.frozen
class Paragraph(Body, Value):
    """A numbered paragraph (5 FAH-1 H-246.2), with everything unnumbered that follows it.

    `number`; `marking`, the portion marking behind it, or `None`; `blocks`, prose and laid-out lines in order; `page_lines`, what
    message centres put in between, not part of the text.

    >>> Paragraph(1, blocks=(Prose("Summary: Post agrees."),)).kind
    'summary'
    >>> Paragraph(1000, blocks=(Prose("Too far."),))
    Traceback (most recent call last):
    ...
    ValueError: Paragraph: ...
    """

    start_rule: ClassVar[str] = "paragraph"

    number: int
    marking: PortionMarking | None = None
    blocks: tuple[Block, ...] = ()
    page_lines: tuple[PageLine, ...] = ()

    @property
    def kind(self) -> str:
        """What the paragraph says that it is in its first words: `summary`, `comment`, `action request` ..., else `""`."""
        from cablegrammar.blocks import lead_in  # the values know nothing of reading

        return lead_in(self.text)
