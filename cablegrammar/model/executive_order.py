"""The E.O. line: the order that governs classification, and until when or why the text stays classified."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.duration import Duration


class OrderAction(StrEnum):
    """What an E.O. line orders, in the handbook's words (state-telegram.md "E.O. line"); members equal their word.

    >>> OrderAction("N/A") is OrderAction.NOT_APPLICABLE
    True
    >>> OrderAction.DECLASSIFY == "DECL"
    True
    """

    NONE = ""
    NOT_APPLICABLE = "N/A"
    DECLASSIFY = "DECL"
    DOWNGRADE = "DNG"
    GENERAL_SCHEDULE = "GDS"
    EXEMPTED_SCHEDULE = "XGDS"
    REVIEW_SCHEDULE = "RDS"
    EXTENDED_SCHEDULE = "XDS"


@attrs.frozen
class ExecutiveOrder(Value):
    """The E.O. line (5 FAH-1 H-246; 32 CFR 2001; state-telegram.md "E.O. line").

    `order`, its digits as written; `action`; then at most one term: `date`, `exemption` (`X1`, `25X1-HUMAN`, `MR`,
    `OADR`, or the section 1-4 of `XGDS-2`) or `event`, words joined by one blank. A downgrade has the `level` to go
    down to, `CO`. The schedules of the 1970s and 1980s may have a date, the `classifier`, words joined by one blank,
    and the `office`.

    >>> ExecutiveOrder("12958", OrderAction.DECLASSIFY, date=datetime.date(2034, 9, 9)).date
    datetime.date(2034, 9, 9)
    >>> ExecutiveOrder("12958", OrderAction.DECLASSIFY, event="1. (C) Summary: all of it")
    Traceback (most recent call last):
    ...
    ValueError: ExecutiveOrder: ...
    """

    start_rule: ClassVar[str] = "executive_order"

    order: str
    action: OrderAction = OrderAction.NONE
    date: datetime.date | None = None
    exemption: str = ""
    event: str = ""
    level: str = ""
    classifier: str = ""
    office: str = ""

    @property
    def duration(self) -> Duration | None:
        """The event as a span of time, read on demand: `TWENTY YEARS`; `None` where it is none.

        >>> ExecutiveOrder("12958", OrderAction.DECLASSIFY, event="TEN YEARS").duration.count
        10
        """
        from cablegrammar.blocks import on_demand  # values know nothing of reading

        value = on_demand(self.event, "duration") if self.event else None
        return value if isinstance(value, Duration) else None
