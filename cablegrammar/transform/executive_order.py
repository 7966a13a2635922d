"""Reader of the E.O. line."""

from __future__ import annotations

import datetime

from cablegrammar.model.executive_order import ExecutiveOrder, OrderAction
from cablegrammar.transform.base import Parts, Unreadable, reads

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")

#: A year of two digits from here on is one of the 1900s.
PIVOT = 66


def date(year: str, month: int, day: str) -> datetime.date:
    """The date; raises `Unreadable` where there is none."""
    number = int(year)
    if len(year) == 2:
        number += 1900 if number >= PIVOT else 2000
    try:
        return datetime.date(number, month, int(day))
    except ValueError:
        raise Unreadable(f"there is no date {number:04}-{month:02}-{int(day):02}") from None


def month(name: str) -> int:
    """The number of a month from its name, short or in full."""
    return MONTHS.index(name[:3].upper()) + 1


@reads("eo_month_day")
def month_day(parts: Parts) -> datetime.date:
    """09/09/2034, 6/5/18."""
    first, second, *third = parts.texts("EO_PART")
    year = parts.text("EO_YEAR") or third[0]
    if len(year) == 1:
        raise Unreadable(f"a year has two or four digits, not {year!r}")
    return date(year, int(first), second)


@reads("eo_year_month")
def year_month(parts: Parts) -> datetime.date:
    """2020/01/20."""
    first, second = parts.texts("EO_PART")
    return date(parts.text("EO_YEAR"), int(first), second)


@reads("eo_day_word")
def day_word(parts: Parts) -> datetime.date:
    """20 OCTOBER 2019."""
    return date(parts.text("EO_YEAR"), month(parts.text("EO_MONTH")), parts.text("EO_PART"))


@reads("eo_word_day")
def word_day(parts: Parts) -> datetime.date:
    """OCTOBER 20, 2019."""
    return date(parts.text("EO_YEAR"), month(parts.text("EO_MONTH_FIRST")), parts.text("EO_PART"))


def _action(parts: Parts) -> OrderAction:
    """The action that the line's keyword stands for; `DECL: N/A` says no more than `N/A`."""
    if parts.has("EO_NOT_APPLICABLE"):
        return OrderAction.NOT_APPLICABLE
    if parts.has("EO_DECLASSIFY"):
        return OrderAction.DECLASSIFY
    if parts.has("EO_DOWNGRADE"):
        return OrderAction.DOWNGRADE
    return OrderAction(parts.text("EO_SCHEDULE"))


@reads("executive_order")
def executive_order(parts: Parts) -> ExecutiveOrder:
    """E.O. 12958: DECL: 09/09/2034."""
    code, source = parts.text("EO_EXEMPTION").upper(), parts.text("EO_SOURCE")
    return ExecutiveOrder(
        order=parts.text("ORDER_NUMBER"),
        action=_action(parts),
        date=parts.value(datetime.date),
        exemption=f"{code}-{source}" if source else code or parts.text("EO_SECTION"),
        event=" ".join((*parts.texts("EO_EVENT_BEGIN"), *parts.texts("EO_EVENT_WORD"))),
        level=parts.text("EO_LEVEL"),
        classifier=" ".join(parts.texts("EO_NAME_PART")),
        office=parts.text("EO_OFFICE"),
    )
