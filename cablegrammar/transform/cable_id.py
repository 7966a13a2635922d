"""Reader of the ids of public collections."""

from __future__ import annotations

from cablegrammar.model.cable_id import CableId
from cablegrammar.transform.base import Parts, reads

#: Years of two digits from this one on are of the last century: the oldest cable of the collections is of 1966.
_LAST_CENTURY = 50


@reads("cable_id")
def cable_id(parts: Parts) -> CableId:
    """09ISLAMABAD2184."""
    year = int(parts.text("CABLE_ID_YEAR"))
    if year < 100:
        year += 1900 if year >= _LAST_CENTURY else 2000
    return CableId(year, parts.text("CABLE_ID_POST"), int(parts.text("CABLE_ID_NUMBER")))
