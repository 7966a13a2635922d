"""Reader of format line 1."""

from __future__ import annotations

from cablegrammar.model.transmission_id import TransmissionId
from cablegrammar.transform.base import Parts, reads


@reads("transmission_id")
def transmission_id(parts: Parts) -> TransmissionId:
    """VZCZCXRO2370."""
    return TransmissionId(parts.text("CHANNEL"), parts.text("CHANNEL_NUMBER"), parts.text("CHANNEL_CLASS"))
