"""Strategy for the flat record's first lines."""

from __future__ import annotations

from datetime import timedelta, timezone

from hypothesis import strategies as st

from cablegrammar.model.ordered import Level
from cablegrammar.model.record import Record
from cablegrammar.strategies.base import builds, phrases


def record() -> st.SearchStrategy[Record]:
    """Any record, with and without a subject."""
    posts = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=12)
    zones = st.integers(-23 * 60, 23 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
    return builds(
        Record,
        id=st.tuples(st.integers(0, 99), posts, st.integers(0, 999999)).map(
            lambda part: f"{part[0]:02}{part[1]}{part[2]}"
        ),
        subject=st.just("") | phrases(),
        created=st.datetimes(timezones=zones).map(lambda moment: moment.replace(microsecond=0)),
        level=st.sampled_from(Level),
        control=st.sampled_from(["", "NOFORN", "FOR OFFICIAL USE ONLY"]),
        origin=phrases(max_words=4),
    )
