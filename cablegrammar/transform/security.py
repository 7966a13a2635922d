"""Reader of format line 4."""

from __future__ import annotations

from cablegrammar.model.ordered import Level
from cablegrammar.model.security import Security
from cablegrammar.transform.base import Parts, joined, reads

#: Level and EFTO of a classification letter.
CLASS_LETTERS = {
    "U": (Level.UNCLASSIFIED, False),
    "E": (Level.UNCLASSIFIED, True),
    "C": (Level.CONFIDENTIAL, False),
    "S": (Level.SECRET, False),
    "T": (Level.TOP_SECRET, False),
}


@reads("security")
def security(parts: Parts) -> Security:
    """ZNY SSSBB/FFFFF ZZH (CCY AD66A605 MSI9229-632)."""
    level, efto = CLASS_LETTERS[(parts.text("CLASS_FIVE_TIMES") or parts.text("CLASS_THREE_TIMES"))[0]]
    return Security(
        signal=parts.text("SECURITY_WARNING"),
        level=level,
        efto=efto,
        release=parts.text("RELEASE_LETTERS"),
        special=parts.text("SPECIAL_HANDLING"),
        operating_signals=parts.texts("OPERATING_SIGNAL"),
        tail=joined(parts.text("LINE_WORDS")),
    )
