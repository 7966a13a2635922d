"""Format line 5: precedences and date-time group."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.date_time_group import DateTimeGroup
from cablegrammar.model.ordered import Precedence


@attrs.frozen
class DateTimeLine(Value):
    """The date-time line (FL5; acp127.md FL5).

    `precedences`, none to three: first that of the action addressees, then that of the information addressees (NIACT
    IMMEDIATE has no prosign of its own and is IMMEDIATE here); `date_time_group`; `operating_signals` and `tail` as on
    format line 4.

    >>> moment = DateTimeGroup(10, 12, 15, 9, 2009)
    >>> DateTimeLine((Precedence.IMMEDIATE, Precedence.ROUTINE), moment, tail="PSN 084380K23").date_time_group.year
    2009
    >>> DateTimeLine((Precedence.IMMEDIATE,), moment, tail="ZDK PSN 084380K23")
    Traceback (most recent call last):
    ...
    ValueError: DateTimeLine: operating_signals () cannot be written: it would be read as ('ZDK',)
    """

    start_rule: ClassVar[str] = "date_time_line"

    precedences: tuple[Precedence, ...]
    date_time_group: DateTimeGroup
    operating_signals: tuple[str, ...] = ()
    tail: str = ""
