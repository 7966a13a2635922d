"""The classification line: level, section and message number."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.message_number import MessageNumber
from cablegrammar.model.ordered import Level


@attrs.frozen
class Section(Value):
    """Which section this is, `number`, and of how many, `total`; `final` where the line says FINAL SECTION, whose number is the total.

    >>> Section(1, 2).number
    1
    >>> Section(1, 100)
    Traceback (most recent call last):
    ...
    ValueError: Section: ... cannot be written: ...
    """

    number: int
    total: int
    final: bool = False


@attrs.frozen
class ClassificationLine(Value):
    """The classification line (5 FAH-2 H-222; state-telegram.md "Classification line").

    `level`; `efto` for an unclassified telegram to be encrypted for transmission only; `section` of a split telegram;
    `message_number`; `tosec`, digits as written, the number on traffic to the travelling Secretary, `""` without one.

    >>> ClassificationLine(Level.SECRET, MessageNumber("STATE", "017976"), section=Section(1, 2)).efto
    False
    >>> ClassificationLine(Level.SECRET, MessageNumber("STATE", "017976"), tosec="A7")
    Traceback (most recent call last):
    ...
    ValueError: ClassificationLine: tosec 'A7' cannot be written: ...
    """

    start_rule: ClassVar[str] = "classification_line"

    level: Level
    message_number: MessageNumber
    section: Section | None = None
    efto: bool = False
    tosec: str = ""
