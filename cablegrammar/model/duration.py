"""Spans of time."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Duration(Value):
    """A span of time until declassification (state-telegram.md "E.O. line"): `count`, 1 to 999, of `unit`, `years`, `months` or `days`.

    >>> Duration(25, "years").after(dt.date(2009, 9, 10))
    datetime.date(2034, 9, 10)
    >>> Duration(0, "years")
    Traceback (most recent call last):
    ...
    ValueError: Duration: count 0, unit 'years' cannot be written: ...
    """

    start_rule: ClassVar[str] = "duration"

    count: int
    unit: str

    def after(self, day: dt.date) -> dt.date:
        """The day that is so much later; the last of the month where the month has no such day.

        >>> Duration(1, "years").after(dt.date(2008, 2, 29))
        datetime.date(2009, 2, 28)
        """
        if self.unit == "days":
            return day + dt.timedelta(days=self.count)
        months = day.year * 12 + day.month - 1 + self.count * (12 if self.unit == "years" else 1)
        year, month = divmod(months, 12)
        return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
