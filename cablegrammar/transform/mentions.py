"""Readers of mentions."""

from __future__ import annotations

from cablegrammar.model.mentions import Mention, Mentions
from cablegrammar.model.references import Reference
from cablegrammar.transform.base import Parts, Token, joined, reads


@reads("mentions")
def mentions(parts: Parts) -> Mentions:
    """As reported ref A, and 08 STATE 12345."""
    return Mentions(parts.values(Mention))


@reads("mention")
def mention(parts: Parts) -> Mention:
    """Refs B-D; septel; 08 STATE 12345."""
    if parts.has("MENTION_SEPTEL"):
        return Mention("septel")
    if not parts.has("MENTION_POST"):
        return Mention("ref", tuple(letter for child in parts.children for letter in _letters(child)))
    number, *also = parts.texts("MENTION_NUMBER")
    telegram = Reference(
        year=parts.text("MENTION_YEAR"), post=joined(parts.text("MENTION_POST")), number=number, also=tuple(also)
    )
    return Mention("telegram", telegram=telegram)


def _letters(token: Token) -> tuple[str, ...]:
    """B-D are three letters."""
    if token.type == "MENTION_LETTER":
        return (token.upper(),)
    if token.type != "MENTION_RANGE":
        return ()
    return tuple(map(chr, range(ord(token[0]), ord(token[-1]) + 1)))
