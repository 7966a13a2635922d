"""What was not understood, kept to the character."""

from __future__ import annotations

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Unparsed(Value):
    """A piece of text, without the white space behind it, that is not the construct that its place or opening announced (guarantee G3).

    `construct` is what it was read as (`unknown` where nothing announced one), `offset` where in `text` reading stopped, `expected` what
    could have stood there, `reason` why a well-formed text has no value, such as the date 31 FEB.
    """

    text: str
    construct: str = "unknown"
    expected: tuple[str, ...] = ()
    offset: int = 0
    reason: str = ""
