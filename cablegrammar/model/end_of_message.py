"""Format line 16: the end."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class EndOfMessage(Value):
    """NNNN, the end of the message (FL16; acp127.md FL11-FL16). It has no parts.

    >>> from cablegrammar.blocks import read
    >>> read("NNNN//", "end_of_message") == EndOfMessage()
    True
    >>> read("NNN", "end_of_message")
    Traceback (most recent call last):
    ...
    cablegrammar.engine.Rejected: ...
    """

    start_rule: ClassVar[str] = "end_of_message"
