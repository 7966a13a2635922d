"""Reader of the cut."""

from __future__ import annotations

from functools import cache

from cablegrammar.engine import Token
from cablegrammar.transform.base import READERS


@cache
def construct_of(block: str) -> str:
    """The construct of a block's terminal name, `STATION_BLOCK` and `INFO_BLOCK_MORE` are for `station` and `info`; `""` for a
    terminal that goes on with the block before it.
    """
    name, found, _ = block.partition("_BLOCK")
    return name.lower() if found else ""


def blocks(tokens: list[Token], text: str) -> list[tuple[str, str]]:
    """The blocks: the construct and the text of each."""
    found: list[tuple[str, str]] = []
    first = 0
    for name, start, end in tokens:
        construct = construct_of(name)
        if construct:
            first = start
        else:
            construct, _ = found.pop()
        found.append((construct, text[first:end]))
    return found


READERS["blocks"] = blocks
