"""Format line 1: the channel that carried the message, and its count there."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class TransmissionId(Value):
    """The transmission identifier (FL1; 5 FAH-2 H-321.1, acp127.md FL1).

    `channel`, three letters that name circuit and direction; `number`, the count on that channel, three or four digits;
    `tail`, class letters such as `UU` behind it, or `""`.

    >>> TransmissionId(channel="XRO", number="2370").number
    '2370'
    >>> TransmissionId(channel="XR", number="2370")
    Traceback (most recent call last):
    ...
    ValueError: TransmissionId: channel 'XR', number '2370' cannot be written: ...
    """

    start_rule: ClassVar[str] = "transmission_id"

    channel: str
    number: str
    tail: str = ""
