"""Reader of block marks."""

from __future__ import annotations

from cablegrammar.model.block_mark import BlockMark
from cablegrammar.transform.base import Parts, reads


@reads("block_mark")
def block_mark(parts: Parts) -> BlockMark:
    """BEGIN or END and what."""
    return BlockMark(
        begins=parts.has("BLOCK_BEGIN"),
        name=parts.text("BLOCK_NAME"),
        addition=parts.text("BLOCK_ADDITION"),
        before=parts.text("BLOCK_BEFORE"),
    )
