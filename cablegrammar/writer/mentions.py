"""Writer of mentions."""

from __future__ import annotations

from cablegrammar.model.mentions import Mention, Mentions
from cablegrammar.writer.base import writes


@writes(Mentions)
def mentions(value: Mentions) -> str:
    """One behind the other, with a semicolon between."""
    return "; ".join(map(_mention, value.items))


def _mention(value: Mention) -> str:
    if value.telegram is not None:
        return value.telegram.citation
    word = "refs" if len(value.letters) > 1 else value.kind
    return f"{word} {', '.join(value.letters)}" if value.letters else word
