"""Readers of the classification line."""

from __future__ import annotations

from cablegrammar.model.classification_line import ClassificationLine, Section
from cablegrammar.model.message_number import MessageNumber
from cablegrammar.model.ordered import Level
from cablegrammar.transform.base import Parts, reads

_LEVELS = {
    "UNCLAS": Level.UNCLASSIFIED,
    "UNCLASSIFIED_CLOSED": Level.UNCLASSIFIED,
    "UNCLAS_DOUBLED": Level.UNCLASSIFIED,
    "UNCLAS_LETTER_LOST": Level.UNCLASSIFIED,
    "UNCLAS_LOWER": Level.UNCLASSIFIED,
    "LOU": Level.LIMITED_OFFICIAL_USE,
    "LOU_SPACED": Level.LIMITED_OFFICIAL_USE,
    "CONFIDENTIAL_SPACED": Level.CONFIDENTIAL,
    "CONFIDENTIAL_CLOSED": Level.CONFIDENTIAL,
    "CONFIDENTIAL_BLANK_LOST": Level.CONFIDENTIAL,
    "CONFIDENTIAL_DOUBLED": Level.CONFIDENTIAL,
    "CONFIDENTIAL_LETTER_LOST": Level.CONFIDENTIAL,
    "CONFIDENTIAL_LOWER": Level.CONFIDENTIAL,
    "SECRET_SPACED": Level.SECRET,
    "SECRET_CLOSED": Level.SECRET,
    "SECRET_BLANK_LOST": Level.SECRET,
    "SECRET_DOUBLED": Level.SECRET,
    "SECRET_LETTER_LOST": Level.SECRET,
    "SECRET_LOWER": Level.SECRET,
    "TOP_SECRET_SPACED": Level.TOP_SECRET,
    "TOP_SECRET_CLOSED": Level.TOP_SECRET,
}


@reads("level")
def level(parts: Parts) -> Level:
    """The level that a spelling stands for."""
    return _LEVELS[parts.children[0].type]


@reads("section")
def section(parts: Parts) -> Section:
    """SECTION 01 OF 02, FINAL SECTION OF 02."""
    counts = [int(count) for count in parts.texts("SECTION_COUNT")]
    return Section(counts[0], counts[-1], parts.has("SECTION_FINAL"))


@reads("classification_line")
def classification_line(parts: Parts) -> ClassificationLine:
    """C O N F I D E N T I A L SECTION 01 OF 02 ISLAMABAD 002184."""
    return ClassificationLine(
        level=parts.required(Level),
        message_number=parts.required(MessageNumber),
        section=parts.value(Section),
        efto=parts.has("EFTO_BEHIND"),
        tosec=parts.text("TOSEC_NUMBER"),
    )
