"""Reader of date-time groups."""

from __future__ import annotations

from cablegrammar.model.date_time_group import DateTimeGroup
from cablegrammar.transform.base import Parts, Unreadable, reads

#: The months as date-time groups write them, January first.
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


@reads("date_time_group")
def group(parts: Parts) -> DateTimeGroup:
    """101215Z SEP 09; years below 66 are of this century."""
    time, year = parts.text("DTG_TIME"), int(parts.text("DTG_YEAR"))
    found = DateTimeGroup(
        day=int(time[:2]),
        hour=int(time[2:4]),
        minute=int(time[4:6]),
        month=MONTHS.index(parts.text("DTG_MONTH").upper()) + 1,
        year=year + (1900 if year >= 66 else 2000),
        zone=time[6:],
    )
    try:
        _ = found.datetime
    except ValueError as error:
        raise Unreadable(str(error)) from None
    return found
