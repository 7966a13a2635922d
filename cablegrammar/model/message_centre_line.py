"""The line of the Department's message centre."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class MessageCentreLine(Value):
    """What the message centre noted on a telegram (state-telegram.md "1970s telegrams").

    `number`, six hexadecimal digits; `time`, day, hour and minute with Z, and `mark`, the digits behind the stroke, `""` where they are
    missing; what the mark means is not documented.

    >>> MessageCentreLine("7CAAD7", "191822Z", "38").time
    '191822Z'
    >>> MessageCentreLine("7CAAD")
    Traceback (most recent call last):
    ...
    ValueError: MessageCentreLine: number '7CAAD' cannot be written: ...
    """

    start_rule: ClassVar[str] = "message_centre_line"

    number: str
    time: str = ""
    mark: str = ""
