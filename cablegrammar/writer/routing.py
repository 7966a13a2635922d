"""Writer of format line 2."""

from __future__ import annotations

from cablegrammar.model.routing import Routing
from cablegrammar.writer.base import writes
from cablegrammar.writer.lines import wrap


@writes(Routing)
def routing(value: Routing) -> str:
    """The doubled prosign and the indicators, on as many lines as they need."""
    return wrap(value.precedence.prosign * 2, value.indicators)
