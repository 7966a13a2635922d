"""Unnumbered text."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeGuard

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.block_mark import BlockMark
from cablegrammar.model.body import Block, LaidOut, Prose
from cablegrammar.model.mentions import Mention, Mentions
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.sub_paragraph import SubParagraph

__all__ = ["Body", "Prose", "Text"]


class Body:
    """What a value that is made of `blocks` says about them."""

    __slots__ = ()

    if TYPE_CHECKING:
        blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The words: prose joined by one blank, laid-out lines exactly, blocks parted by a line end, without page lines."""
        return "\n".join("\n".join(block.lines) if isinstance(block, LaidOut) else block.text for block in self.blocks)

    @property
    def sub_paragraphs(self) -> tuple[SubParagraph, ...]:
        """The labelled items among the laid-out lines, each with the lines that it goes on over; read on demand."""
        from cablegrammar.blocks import on_demand  # values know nothing of reading

        items: list[str] = []
        for block in self.blocks:
            goes_on = False
            for line in block.lines if isinstance(block, LaidOut) else ():
                if isinstance(on_demand(line, "sub_paragraph"), SubParagraph):
                    items.append(line)
                    goes_on = True
                elif goes_on and not _is_block_mark(on_demand(line, "block_mark")):
                    items[-1] += "\n" + line
                else:
                    goes_on = False
        found = (on_demand(item, "sub_paragraph") for item in items)
        return tuple(value for value in found if isinstance(value, SubParagraph))

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Where the text names other telegrams: references by their letters, `septel`, telegrams by post and number; read on demand.

        >>> import cablegrammar as cg
        >>> text = cg.Text(blocks=(cg.Prose("See refs A-C, and 08 STATE 12345."),))
        >>> [mention.letters or mention.telegram.ids(2009) for mention in text.mentions]
        [('A', 'B', 'C'), ('08STATE12345',)]
        """
        from cablegrammar.blocks import on_demand  # values know nothing of reading

        value = on_demand(self.text, "mentions")
        return value.items if isinstance(value, Mentions) else ()

    @property
    def block_marks(self) -> tuple[BlockMark, ...]:
        """The BEGIN and END lines, which open and close a quoted text; read on demand."""
        from cablegrammar.blocks import on_demand  # values know nothing of reading
        from cablegrammar.signs import signs_in

        lines = [line for block in self.blocks if isinstance(block, LaidOut) for line in block.lines]
        signed = (line for line, signs in zip(lines, signs_in(lines), strict=True) if BlockMark in signs)
        found = (on_demand(line, "block_mark") for line in signed)
        return tuple(value for value in found if _is_block_mark(value))


def _is_block_mark(value: Value) -> TypeGuard[BlockMark]:
    """Whether a line is one: what is run on behind other words is not."""
    return isinstance(value, BlockMark) and not value.before


@attrs.frozen
class Text(Body, Value):
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
