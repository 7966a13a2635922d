"""Writer of format line 4."""

from __future__ import annotations

from cablegrammar.model.ordered import Level
from cablegrammar.model.security import Security
from cablegrammar.writer.base import writes

#: The classification letter of level and EFTO.
CLASS_LETTER = {
    (Level.UNCLASSIFIED, False): "U",
    (Level.UNCLASSIFIED, True): "E",
    (Level.CONFIDENTIAL, False): "C",
    (Level.SECRET, False): "S",
    (Level.TOP_SECRET, False): "T",
}


@writes(Security)
def security(value: Security) -> str:
    """The warning, the letters, the signals and the tail with one blank between."""
    letter = class_letter(value.level, value.efto)
    group = letter * 3 + value.release if value.release else letter * 5
    special = f"/{value.special}" if value.special else ""
    return " ".join([value.signal, group + special, *signals_and_tail(value.operating_signals, value.tail)])


def class_letter(level: Level, efto: bool) -> str:
    """The classification letter; raises `ValueError` for a level that has none."""
    if (level, efto) not in CLASS_LETTER:
        raise ValueError(f"no classification letter for {level}{' EFTO' * efto}")
    return CLASS_LETTER[level, efto]


def signals_and_tail(signals: tuple[str, ...], tail: str) -> list[str]:
    """The words that end format lines 4 and 5."""
    return [*signals, tail] if tail else [*signals]
