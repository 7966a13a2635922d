"""Writer of the E.O. line."""

from __future__ import annotations

from cablegrammar.model.executive_order import ExecutiveOrder, OrderAction
from cablegrammar.writer.base import writes

#: The actions that have a colon of their own.
LABELS = (OrderAction.DECLASSIFY, OrderAction.DOWNGRADE)
SCHEDULES = (
    OrderAction.GENERAL_SCHEDULE,
    OrderAction.EXEMPTED_SCHEDULE,
    OrderAction.REVIEW_SCHEDULE,
    OrderAction.EXTENDED_SCHEDULE,
)


@writes(ExecutiveOrder)
def executive_order(value: ExecutiveOrder) -> str:
    """Number and action with a colon, dates as month/day/year; always one line, however long an event is."""
    action = f"{value.action}:" if value.action in LABELS else str(value.action)
    exemption = value.exemption
    if value.action in SCHEDULES and exemption:
        action, exemption = f"{action}-{exemption}", ""
    day = value.date and f"{value.date.month:02}/{value.date.day:02}/{value.date.year:04}"
    classifier = value.classifier and f"({value.classifier})"
    words = (f"E.O. {value.order}:", action, value.level, exemption, day, value.event, classifier, value.office)
    return " ".join(word for word in words if word)
