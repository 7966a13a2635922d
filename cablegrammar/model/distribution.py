"""The distribution list of the Department."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class OfficeCopies(Value):
    """How many copies an office got: `office`, its symbol, and `copies`, 0 to 99.

    >>> OfficeCopies("EUR", 12).copies
    12
    """

    office: str
    copies: int


@attrs.frozen
class Distribution(Value):
    """A line of the Department's distribution list (state-telegram.md "1970s telegrams").

    `role`, ORIGIN, ACTION or INFO; `offices` with their copies; `also`, an office in parentheses, or `""`; `total`, three digits, and
    `series`, the letter behind them, both `""` where the list has no end.

    >>> Distribution("INFO", (OfficeCopies("OCT", 1), OfficeCopies("ISO", 0)), total="168", series="R").offices[0].office
    'OCT'
    >>> Distribution("TO", (OfficeCopies("OCT", 1),))
    Traceback (most recent call last):
    ...
    ValueError: Distribution: role 'TO' cannot be written: ...
    """

    start_rule: ClassVar[str] = "distribution"

    role: str
    offices: tuple[OfficeCopies, ...]
    also: str = ""
    total: str = ""
    series: str = ""
