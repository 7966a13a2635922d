"""Reader of format line 5."""

from __future__ import annotations

from cablegrammar.model.date_time_line import DateTimeLine
from cablegrammar.model.ordered import Precedence
from cablegrammar.transform.base import Parts, joined, reads
from cablegrammar.transform.date_time_group import group


@reads("date_time_line")
def date_time_line(parts: Parts) -> DateTimeLine:
    """O R 041614Z FEB 10 ZDK CTG NUMEROUS SERVICES."""
    return DateTimeLine(
        precedences=tuple(Precedence.of_prosign(letter) for letter in parts.texts("PROSIGN")),
        date_time_group=group(parts),
        operating_signals=parts.texts("OPERATING_SIGNAL"),
        tail=joined(parts.text("LINE_WORDS")),
    )
