"""Strategy for whole cables."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from hypothesis import assume
from hypothesis import strategies as st

from cablegrammar import model as m
from cablegrammar.cable import Cable
from cablegrammar.canonical import write_values
from cablegrammar.parsing import parse
from cablegrammar.strategies.action import action
from cablegrammar.strategies.body import heading, paragraph, signature
from cablegrammar.strategies.captions import captions
from cablegrammar.strategies.classification_line import classification_line
from cablegrammar.strategies.classified_by import classified_by
from cablegrammar.strategies.date_time_line import date_time_line
from cablegrammar.strategies.executive_order import executive_order
from cablegrammar.strategies.exempted import exempted
from cablegrammar.strategies.info import info
from cablegrammar.strategies.originator import originator
from cablegrammar.strategies.passing import passing
from cablegrammar.strategies.record import record
from cablegrammar.strategies.references import references
from cablegrammar.strategies.routing import routing
from cablegrammar.strategies.security import security
from cablegrammar.strategies.station import station
from cablegrammar.strategies.subject import subject
from cablegrammar.strategies.tags import tags
from cablegrammar.strategies.transmission_id import transmission_id


@cache
def _drawn(strategy: Callable[[], st.SearchStrategy[m.Value]]) -> st.SearchStrategy[m.Value]:
    """The strategy that `strategy` makes; making it takes as long as drawing from it."""
    return strategy()


@st.composite
def cables(draw: st.DrawFn) -> Cable:
    """Whole cables in canonical form: record or not, header or not, head and body in the handbook's order.

    A value that could be written alone may be read otherwise between its neighbours; such a cable is thrown away, so each one drawn has
    exactly the values that were chosen for it.
    """

    def one(strategy: Callable[[], st.SearchStrategy[m.Value]]) -> m.Value:
        return draw(_drawn(strategy))

    def maybe(strategy: Callable[[], st.SearchStrategy[m.Value]]) -> list[m.Value]:
        return [one(strategy)] if draw(st.booleans()) else []

    def some(strategy: Callable[[], st.SearchStrategy[m.Value]], most: int) -> list[m.Value]:
        return draw(st.lists(_drawn(strategy), max_size=most))

    values: list[m.Value] = []
    if draw(st.booleans()):
        values += maybe(record)
        values += [one(transmission_id), one(routing), one(station), one(security)]
        values += [one(date_time_line), one(originator)]
        values += some(action, 2) + some(info, 3) + some(exempted, 1)
    values += [one(classification_line), *maybe(captions), *some(passing, 1)]
    values += [one(executive_order), one(tags), one(subject), *maybe(references), *maybe(classified_by)]
    for _ in range(draw(st.integers(1, 3))):
        values += [*maybe(heading), one(paragraph)]
    values += maybe(signature)
    cable = parse(write_values(values))
    assume([field.value for field in cable.fields] == values)
    return cable
