"""Reader of spans of time."""

from __future__ import annotations

from cablegrammar.model.duration import Duration
from cablegrammar.transform.base import Parts, reads

#: The number words of E.O. lines.
WORDS = {word: number for number, word in enumerate("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN".split(), 1)} | {
    "FIFTEEN": 15,
    "TWENTY": 20,
    "TWENTY-FIVE": 25,
    "THIRTY": 30,
    "FIFTY": 50,
}


@reads("duration")
def duration(parts: Parts) -> Duration:
    """25 YEARS."""
    count = parts.text("DURATION_COUNT")
    word = parts.text("DURATION_WORD").upper().replace(" ", "-")
    unit = parts.text("DURATION_UNIT").lower()
    return Duration(int(count) if count else WORDS[word], unit if unit.endswith("s") else f"{unit}s")
