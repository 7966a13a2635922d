"""What a terminal matched."""

from __future__ import annotations

import attrs

#: A token as a reading finds it: its terminal, and where it starts and ends in the text.
Found = tuple[str, int, int]


class Token(str):
    """What a terminal (`type`) matched at the offset `start_pos` of a text (`whole`)."""

    __slots__ = ("start_pos", "type", "whole")
    start_pos: int
    type: str
    whole: str

    @classmethod
    def of(cls, found: Found, whole: str) -> Token:
        """The token that was `found` in `whole`: its terminal, start and end."""
        type_, start, end = found
        token = cls(whole[start:end])
        token.type = type_
        token.start_pos = start
        token.whole = whole
        return token


@attrs.frozen
class Named:
    """The words of a rule that is words alone, on their way into the value of the rule around it."""

    rule: str
    words: str
