"""Twin test of grammar/duration.lark, and the days that spans lead to."""

from __future__ import annotations

import datetime as dt

import pytest

import cablegrammar as cg
from cablegrammar.model import Duration
from tests.grammar.twin import twin

TestDuration = twin(
    "duration",
    {
        "25 YEARS": Duration(25, "years"),
        "TEN YEARS": Duration(10, "years"),
        "twenty-five years": Duration(25, "years"),
        "Twenty Five Years": Duration(25, "years"),
        "6 months": Duration(6, "months"),
        "1 YEAR": Duration(1, "years"),
        "90DAYS": Duration(90, "days"),
    },
    [
        "",
        "YEARS",
        "25",
        "0 YEARS",
        "TEN YEARS AFTER KOREAN UNIFICATION",
        "25 YEARSLONG",
        "2034",
        "MANY YEARS",
        "1000 YEARS",
    ],
)


@pytest.mark.parametrize(
    ("duration", "day", "expected"),
    [
        (Duration(25, "years"), dt.date(2009, 9, 10), dt.date(2034, 9, 10)),
        (Duration(1, "years"), dt.date(2008, 2, 29), dt.date(2009, 2, 28)),
        (Duration(1, "months"), dt.date(2008, 12, 31), dt.date(2009, 1, 31)),
        (Duration(2, "months"), dt.date(2008, 12, 31), dt.date(2009, 2, 28)),
        (Duration(90, "days"), dt.date(2009, 1, 1), dt.date(2009, 4, 1)),
    ],
)
def test_after(duration: Duration, day: dt.date, expected: dt.date) -> None:
    assert duration.after(day) == expected


def test_of_an_executive_order() -> None:
    assert cg.ExecutiveOrder("12958", cg.OrderAction.DECLASSIFY, event="TWENTY YEARS").duration == Duration(20, "years")
    assert cg.ExecutiveOrder("12958", cg.OrderAction.DECLASSIFY, event="CLOSURE OF ICTY").duration is None
    assert cg.ExecutiveOrder("12958", cg.OrderAction.NOT_APPLICABLE).duration is None
