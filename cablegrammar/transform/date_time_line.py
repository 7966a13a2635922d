"""Reader of format line 5."""

from __future__ import annotations

from cablegrammar.model.date_time_group import DateTimeGroup
from cablegrammar.model.date_time_line import DateTimeLine
from cablegrammar.model.ordered import Precedence
from cablegrammar.transform.base import Parts, joined, reads


@reads("date_time_line")
def date_time_line(parts: Parts) -> DateTimeLine:
    """O R 041614Z FEB 10 ZDK CTG NUMEROUS SERVICES."""
    (group,) = parts.values(DateTimeGroup)
    return DateTimeLine(
        precedences=tuple(Precedence.of_prosign(letter) for letter in parts.texts("PROSIGN")),
        date_time_group=group,
        operating_signals=parts.texts("OPERATING_SIGNAL"),
        tail=joined(parts.text("LINE_WORDS")),
    )
