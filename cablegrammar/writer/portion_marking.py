"""Writer of portion markings."""

from __future__ import annotations

from cablegrammar.model.ordered import Level
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.writer.base import writes

_LETTERS = {
    (Level.UNCLASSIFIED, False): "U",
    (Level.UNCLASSIFIED, True): "SBU",
    (Level.LIMITED_OFFICIAL_USE, False): "LOU",
    (Level.CONFIDENTIAL, False): "C",
    (Level.SECRET, False): "S",
    (Level.TOP_SECRET, False): "TS",
}


@writes(PortionMarking)
def portion_marking(value: PortionMarking) -> str:
    """Letters of the level and the controls with a slash between."""
    if (value.level, value.sensitive) not in _LETTERS:
        raise ValueError(f"{value.level} is not sensitive but unclassified")
    entire_text = " - ENTIRE TEXT" if value.entire_text else ""
    return f"({'/'.join([_LETTERS[value.level, value.sensitive], *value.controls])}{entire_text})"
