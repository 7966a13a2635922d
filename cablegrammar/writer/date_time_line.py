"""Writer of format line 5."""

from __future__ import annotations

from cablegrammar.model.date_time_line import DateTimeLine
from cablegrammar.writer.base import write, writes
from cablegrammar.writer.security import signals_and_tail


@writes(DateTimeLine)
def date_time_line(value: DateTimeLine) -> str:
    """Prosigns, date-time group, signals and tail with one blank between."""
    prosigns = [precedence.prosign for precedence in value.precedences]
    tail = signals_and_tail(value.operating_signals, value.tail)
    return " ".join([*prosigns, write(value.date_time_group), *tail])
