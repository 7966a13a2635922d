"""Strategy for passing and attention lines."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.passing import Passing
from cablegrammar.strategies.base import builds, phrases

READERS = st.sampled_from(
    ("STATE", "DEPT.", "DEPARTMENT ALSO", "NSC", "WHITE HOUSE", "EUR/WE", "AMEMBASSY OTTAWA", "OSLO")
)
TASKS = st.sampled_from(("FOR", "PASS", "PLEASE PASS TO", "PASS USTR FOR", "SENDS", ","))
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ/-,;()"


def passing() -> st.SearchStrategy[Passing]:
    """An entry with a reader and a task before plain or hostile words, and offices alone."""
    plain = st.lists(st.text(LETTERS, min_size=1, max_size=12), min_size=1, max_size=14).map(" ".join)
    entry = st.tuples(READERS, TASKS, plain | phrases(1, 8)).map(" ".join)
    return builds(Passing, text=entry | phrases(1, 3).map("EUR/WE ".__add__) | phrases(1, 3).map("FOR ".__add__))
