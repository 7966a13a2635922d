"""Writer of the flat record's first lines."""

from __future__ import annotations

from datetime import datetime, timedelta

from cablegrammar.model.record import Record
from cablegrammar.writer.base import writes

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@writes(Record)
def record(value: Record) -> str:
    """The five lines; an absent subject is an empty line."""
    return "\n".join([value.id, value.subject, _date(value.created), value.classification, value.origin])


def _date(created: datetime) -> str:
    """Thu Sep 10 00:00:00 +0200 2009, in English whatever the locale."""
    offset = created.utcoffset()
    if offset is None:
        raise ValueError("created has no offset from universal time")
    minutes = abs(offset) // timedelta(minutes=1)
    sign = "-" if offset < timedelta() else "+"
    return (
        f"{_WEEKDAYS[created.weekday()]} {_MONTHS[created.month - 1]} {created.day:02} "
        f"{created.hour:02}:{created.minute:02}:{created.second:02} "
        f"{sign}{minutes // 60:02}{minutes % 60:02} {created.year:04}"
    )
