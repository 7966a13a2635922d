"""Format line 2 of JANAP 128 messages, which holds lines 2 and 3 of ACP 127."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Level, Precedence


@attrs.frozen
class JanapHeader(Value):
    """The header of a JANAP 128 message (acp127.md "JANAP 128 header"; NAVEDTRA 14226).

    `precedence`; `format`, two letters for language and media of sender and addressee; `level`, and `efto` for the
    letter E; `content_indicator`, four letters such as ZYUW; `station` that sends, and its `serial`, four digits;
    `day` of the year 1-366 and `hour`, `minute` (UTC) of filing; `group`, the classification four times, or
    twice and two letters of nations, which are its `release`, else `""`; `indicators` of the addressees.

    >>> header = JanapHeader(
    ...     Precedence.ROUTINE, "TT", Level.UNCLASSIFIED, "ZYUW", "RUEWMCS", "0000", 364, 19, 21, "UUUU", ("RUCRNAD",)
    ... )
    >>> header.day
    364
    >>> attrs.evolve(header, day=367)
    Traceback (most recent call last):
    ...
    ValueError: JanapHeader: ... cannot be written: ...
    """

    start_rule: ClassVar[str] = "janap_header"

    precedence: Precedence
    format: str
    level: Level
    content_indicator: str
    station: str
    serial: str
    day: int
    hour: int
    minute: int
    group: str
    indicators: tuple[str, ...]
    efto: bool = False
    release: str = ""
