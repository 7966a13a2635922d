"""Writer of date-time groups."""

from __future__ import annotations

from cablegrammar.model.date_time_group import DateTimeGroup
from cablegrammar.writer.base import writes

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@writes(DateTimeGroup)
def date_time_group(value: DateTimeGroup) -> str:
    """Day, hour and minute without a blank, the zone, the month in capitals, two digits of the year."""
    month = dict(enumerate(_MONTHS, start=1))[value.month]
    day_and_time = f"{value.day:02}{value.hour:02}{value.minute:02}{value.zone}"
    return f"{day_and_time} {month} {value.year % 100:02}"
