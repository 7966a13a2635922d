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


def blocks(children: list[Token]) -> list[tuple[str, str]]:
    """The blocks: the construct and the text of each."""
    found: list[tuple[str, str]] = []
    for token in children:
        construct = construct_of(token.type)
        found.append((construct, str(token)) if construct else (found[-1][0], found.pop()[1] + token))
    return found


READERS["blocks"] = blocks
