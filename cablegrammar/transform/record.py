"""Reader of the flat record's first lines."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from cablegrammar.model.ordered import Level
from cablegrammar.model.record import Record
from cablegrammar.transform.base import Parts, Unreadable, joined, reads

#: Days and months as the record writes them; Monday is day 0.
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LEVELS = {str(level): level for level in Level}


@reads("record")
def record(parts: Parts) -> Record:
    """The five lines."""
    return Record(
        id=parts.text("RECORD_ID"),
        subject=joined(parts.text("RECORD_SUBJECT")),
        created=_created(parts),
        level=_LEVELS[parts.text("RECORD_LEVEL")],
        control=parts.text("RECORD_CONTROL"),
        origin=joined(parts.text("RECORD_ORIGIN")),
    )


def _created(parts: Parts) -> datetime:
    """Thu Sep 10 00:00:00 +0200 2009."""
    # the grammar has seen to it that there are six words of this form
    weekday, month, day, time, offset, year = parts.text("RECORD_DATE").split()
    zone = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:]))
    try:
        created = datetime(
            int(year),
            MONTH_NAMES.index(month) + 1,
            int(day),
            int(time[:2]),
            int(time[3:5]),
            int(time[6:]),
            tzinfo=timezone(-zone if offset[0] == "-" else zone),
        )
    except ValueError as error:
        raise Unreadable(str(error)) from None
    if WEEKDAYS[created.weekday()] != weekday:
        raise Unreadable(f"{created.date()} is not a {weekday}")
    return created
