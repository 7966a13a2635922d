"""Strategy for the E.O. line."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from cablegrammar.model.executive_order import ExecutiveOrder, OrderAction
from cablegrammar.strategies.base import builds, phrases, words

ORDERS = st.sampled_from(("11652", "12065", "12356", "12958", "13526", "12598", "1295"))
DATES = st.dates(datetime.date(1000, 1, 1))
EXEMPTIONS = st.sampled_from(("X1", "X8", "25X1", "25X1-HUMAN", "25X9", "50X1-HUM", "MR", "OADR"))
SPANS = st.sampled_from(("TEN YEARS", "25 YEARS", "CLOSURE OF", "AS AMENDED;", "after", "MAY 2010", "MR"))
SCHEDULES = st.sampled_from(
    (
        OrderAction.GENERAL_SCHEDULE,
        OrderAction.EXEMPTED_SCHEDULE,
        OrderAction.REVIEW_SCHEDULE,
        OrderAction.EXTENDED_SCHEDULE,
    )
)


def events() -> st.SearchStrategy[str]:
    """A span or an event, most often plain words."""
    plain = st.lists(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ'-,;", min_size=2, max_size=9), min_size=1, max_size=5)
    return st.builds(" ".join, st.tuples(SPANS, plain.map(" ".join) | phrases(1, 6))) | SPANS


def executive_order() -> st.SearchStrategy[ExecutiveOrder]:
    """Any E.O. line."""
    terms = (
        builds(ExecutiveOrder, order=ORDERS, action=st.sampled_from((OrderAction.NONE, OrderAction.DECLASSIFY)), **term)
        for term in ({}, {"date": DATES}, {"exemption": EXEMPTIONS}, {"event": events()})
    )
    return st.one_of(
        builds(ExecutiveOrder, order=ORDERS, action=st.just(OrderAction.NOT_APPLICABLE)),
        *terms,
        builds(
            ExecutiveOrder,
            order=ORDERS,
            action=st.just(OrderAction.DOWNGRADE),
            level=st.text("CSUTO", max_size=2),
            date=st.none() | DATES,
        ),
        builds(
            ExecutiveOrder,
            order=ORDERS,
            action=SCHEDULES,
            exemption=st.sampled_from(("", "1", "2", "3", "4")),
            date=st.none() | DATES,
            classifier=st.just("") | st.lists(words(), min_size=1, max_size=3).map(" ".join),
            office=st.sampled_from(("", "OR-P", "OR-M", "OR")),
        ),
    )
