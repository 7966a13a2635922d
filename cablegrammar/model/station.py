"""Format line 3: who filed the message, under which serial number, and when."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Station(Value):
    """The originating station (FL3; 5 FAH-2 H-320, acp127.md FL3).

    `routing_indicator` of the station; `serial`, four digits, the end of the message number; `section`, the number behind the
    slash or `None`; `day` of the year 1-366 and `hour`, `minute` (UTC) of filing.

    >>> Station(routing_indicator="RUEHIL", serial="2184", section=1, day=253, hour=12, minute=15).section
    1
    >>> Station(routing_indicator="RUEHIL", serial="84", section=1, day=253, hour=12, minute=15)
    Traceback (most recent call last):
    ...
    ValueError: Station: serial '84', section 1 cannot be written: ...
    """

    start_rule: ClassVar[str] = "station"

    routing_indicator: str
    serial: str
    section: int | None
    day: int
    hour: int
    minute: int
