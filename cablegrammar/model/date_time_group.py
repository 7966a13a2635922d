"""When a message was released."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class DateTimeGroup(Value):
    """A date-time group (acp127.md FL5).

    `day` of the month, `hour` and `minute` of universal time (`zone` is always `Z`), `month` 1-12 and `year` in four
    digits. The text has two digits for the year, so it is one of 1966 to 2065.

    >>> DateTimeGroup(day=10, hour=12, minute=15, month=9, year=2009).datetime.isoformat()
    '2009-09-10T12:15:00+00:00'
    >>> DateTimeGroup(day=31, hour=12, minute=15, month=2, year=2009)
    Traceback (most recent call last):
    ...
    ValueError: DateTimeGroup: ... cannot be written: day is out of range for month
    """

    start_rule: ClassVar[str] = "date_time_group"

    day: int
    hour: int
    minute: int
    month: int
    year: int
    zone: str = "Z"

    @property
    def datetime(self) -> dt.datetime:
        """The point in time, aware, in universal time."""
        return dt.datetime(self.year, self.month, self.day, self.hour, self.minute, tzinfo=dt.UTC)
