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

    @classmethod
    def of(cls, number: int, text: str, marking: PortionMarking | str | None = None) -> Paragraph:
        r"""The paragraph `number` with the words of `text`, read as a telegram's lines are: prose, and lines that are laid out.

        `marking` is a portion marking or its letters, `S/NF`; a text may have its own in front. Raises `ValueError` for a marking that does
        not exist and for a text that would be read as something else.

        >>> paragraph = Paragraph.of(2, "Post proposes:\n\n-- a visit\n-- a letter", marking="C")
        >>> paragraph.blocks[1].lines, str(paragraph.marking.level)
        (('-- a visit', '-- a letter'), 'CONFIDENTIAL')
        >>> Paragraph.of(2, "(C) Post agrees.").marking == paragraph.marking
        True
        >>> Paragraph.of(2, "Post agrees.", marking="X")
        Traceback (most recent call last):
        ...
        ValueError: marking: 'X' is no portion marking: ...
        """
        from cablegrammar.composing import paragraph_of  # values know nothing of reading

        return paragraph_of(number, text, marking)
