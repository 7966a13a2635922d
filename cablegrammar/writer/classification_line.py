"""Writer of the classification line."""

from __future__ import annotations

from cablegrammar.model.classification_line import ClassificationLine, Section
from cablegrammar.model.ordered import Level
from cablegrammar.writer.base import write, writes

_WORDS = {
    Level.UNCLASSIFIED: "UNCLAS",
    Level.LIMITED_OFFICIAL_USE: "LIMITED OFFICIAL USE",
    Level.CONFIDENTIAL: "C O N F I D E N T I A L",
    Level.SECRET: "S E C R E T",
    Level.TOP_SECRET: "T O P  S E C R E T",
}


@writes(Section)
def section(value: Section) -> str:
    """Two digits on either side of OF."""
    return f"FINAL SECTION OF {value.total:02}" if value.final else f"SECTION {value.number:02} OF {value.total:02}"


@writes(ClassificationLine)
def classification_line(value: ClassificationLine) -> str:
    """Words above LIMITED OFFICIAL USE letter-spaced, one blank between the parts."""
    parts = [_WORDS[value.level]]
    if value.efto:
        parts.append("E F T O")
    if value.section is not None:
        parts.append(write(value.section))
    parts.append(write(value.message_number))
    if value.tosec:
        parts.append(f"TOSEC {value.tosec}")
    return " ".join(parts)
