"""Writer of format line 3."""

from __future__ import annotations

from cablegrammar.model.station import Station
from cablegrammar.writer.base import writes


@writes(Station)
def station(value: Station) -> str:
    """DE, the indicator, number sign and serial, the section behind a slash, day and time without a blank between."""
    section = "" if value.section is None else f"/{value.section:02}"
    return f"DE {value.routing_indicator} #{value.serial}{section} {value.day:03}{value.hour:02}{value.minute:02}"
