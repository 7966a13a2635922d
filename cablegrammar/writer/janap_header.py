"""Writer of the JANAP 128 header."""

from __future__ import annotations

from cablegrammar.model.janap_header import JanapHeader
from cablegrammar.writer.base import writes
from cablegrammar.writer.security import class_letter


@writes(JanapHeader)
def janap_header(value: JanapHeader) -> str:
    """Everything at its place, two hyphens before the addressees and a full stop behind them."""
    begin = f"{value.precedence.prosign}{value.format}{class_letter(value.level, value.efto)}{value.content_indicator}"
    filed = f"{value.day:03}{value.hour:02}{value.minute:02}"
    return f"{begin} {value.station}{value.serial} {filed}-{value.group}--{' '.join(value.indicators)}."
