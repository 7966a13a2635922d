"""Format line 14 or 15: the serial number once more."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Validation(Value):
    """The validation line (FL14 or FL15; acp127.md FL11-FL16).

    `serial`, the serial number of format line 3, four digits, rarely three.

    >>> Validation("2184").serial
    '2184'
    >>> Validation("#2184")
    Traceback (most recent call last):
    ...
    ValueError: Validation: serial '#2184' cannot be written: ...
    """

    start_rule: ClassVar[str] = "validation"

    serial: str
