"""What paragraphs and unnumbered text are made of."""

from __future__ import annotations

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.block_mark import BlockMark

#: Longer lines were not wrapped by a typist: what follows them is another paragraph.
LONGEST_WRAPPED = 80


@attrs.frozen
class Prose(Value):
    """Running text: `text` is its words joined by one blank. Where its lines break carries no meaning.

    >>> Prose("Post agrees.").text
    'Post agrees.'
    """

    text: str

    @property
    def closing(self) -> BlockMark | None:
        """The END that is run on behind the last sentence, read on demand; `None` without one.

        >>> Prose("Post agrees. (End note.)").closing.name
        'note'
        """
        from cablegrammar.blocks import on_demand  # values know nothing of reading

        value = on_demand(self.text, "block_mark")
        return value if isinstance(value, BlockMark) and value.before else None


@attrs.frozen
class LaidOut(Value):
    """Lines whose breaks and blanks carry meaning: tables, lists, verses; `lines`, each without the blanks at its end.

    >>> LaidOut(("-- first", "-- second")).lines
    ('-- first', '-- second')
    """

    lines: tuple[str, ...]


#: A block of a paragraph; blank lines part the blocks.
Block = Prose | LaidOut
