"""Reader of the JANAP 128 header."""

from __future__ import annotations

from cablegrammar.model.janap_header import JanapHeader
from cablegrammar.model.ordered import Precedence
from cablegrammar.transform.base import Parts, Unreadable, reads
from cablegrammar.transform.security import CLASS_LETTERS


@reads("janap_header")
def janap_header(parts: Parts) -> JanapHeader:
    """RTTUZYUW RUEWMCS0000 3641921-UUUU--RUEWMCS."""
    level, efto = CLASS_LETTERS[parts.text("JANAP_CLASS")]
    day, time = int(parts.text("DAY_OF_YEAR")), parts.text("JANAP_TIME")
    if day == 0:
        raise Unreadable("no year has a day 000")
    return JanapHeader(
        precedence=Precedence.of_prosign(parts.text("JANAP_PROSIGN")),
        format=parts.text("JANAP_FORMAT"),
        level=level,
        content_indicator=parts.text("JANAP_CONTENT"),
        station=parts.text("JANAP_STATION"),
        serial=parts.text("JANAP_SERIAL"),
        day=day,
        hour=int(time[:2]),
        minute=int(time[2:]),
        group=parts.text("JANAP_GROUP") or parts.text("JANAP_CLASS_TWICE") + parts.text("JANAP_RELEASE"),
        release=parts.text("JANAP_RELEASE"),
        indicators=parts.texts("JANAP_ADDRESSEE"),
        efto=efto,
    )
