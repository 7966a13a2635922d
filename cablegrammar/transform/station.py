"""Reader of format line 3."""

from __future__ import annotations

from cablegrammar.model.station import Station
from cablegrammar.transform.base import Parts, Unreadable, reads


@reads("station")
def station(parts: Parts) -> Station:
    """DE RUEHIL #2184/01 2531215."""
    day, time, section = int(parts.text("DAY_OF_YEAR")), parts.text("TIME_OF_DAY"), parts.text("SECTION_NUMBER")
    if day == 0:
        raise Unreadable("no year has a day 000")
    return Station(
        routing_indicator=parts.text("ROUTING_INDICATOR"),
        serial=parts.text("SERIAL"),
        section=int(section) if section else None,
        day=day,
        hour=int(time[:2]),
        minute=int(time[2:]),
    )
