"""Writer of block marks."""

from __future__ import annotations

from cablegrammar.model.block_mark import BlockMark
from cablegrammar.writer.base import writes


@writes(BlockMark)
def block_mark(value: BlockMark) -> str:
    """In capitals, without a stop; behind the words that it is run on behind."""
    before = f"{value.before} " if value.before else ""
    return f"{before}{'BEGIN' if value.begins else 'END'} {value.what}"
