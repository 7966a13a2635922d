"""Writer of block marks."""

from __future__ import annotations

from cablegrammar.model.block_mark import BlockMark
from cablegrammar.writer.base import writes


@writes(BlockMark)
def block_mark(value: BlockMark) -> str:
    """In capitals, without a stop."""
    return f"{'BEGIN' if value.begins else 'END'} {value.what}"
