"""Unnumbered text."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.body import Block, LaidOut, Prose
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking

__all__ = ["Prose", "Text", "text_of"]


def text_of(blocks: tuple[Block, ...]) -> str:
    """The words of prose joined by one blank, laid-out lines exactly, blocks parted by a line end."""
    return "\n".join("\n".join(block.lines) if isinstance(block, LaidOut) else block.text for block in blocks)


@attrs.frozen
class Text(Value):
    """Text without a number: between the head and paragraph 1, the single paragraph of a short telegram (5 FAH-1 H-246.2), or any
    text that is no telegram.

    `marking`, a portion marking before the first word, or `None`; `blocks`, its prose and laid-out lines; `page_lines`, what message
    centres put in between.

    >>> Text(blocks=(Prose("Minimize considered."),)).text
    'Minimize considered.'
    >>> Text(blocks=(Prose("1. (C) A paragraph."),))
    Traceback (most recent call last):
    ...
    ValueError: Text: ...
    """

    start_rule: ClassVar[str] = "text"

    marking: PortionMarking | None = None
    blocks: tuple[Block, ...] = ()
    page_lines: tuple[PageLine, ...] = ()

    @property
    def text(self) -> str:
        """The words: prose joined by one blank, laid-out lines exactly, without page lines."""
        return text_of(self.blocks)
