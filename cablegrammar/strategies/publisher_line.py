"""Strategy for publishers' lines."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.publisher_line import PublisherLine
from cablegrammar.strategies.base import builds, digits, phrases

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_KEYS = ("date", "refid", "origin", "classification", "destination", "header", "DRAFTED")


def publisher_line() -> st.SearchStrategy[PublisherLine]:
    """A date, a row of a database, an entry of a list, or the rule below the header."""
    dates = st.dates()
    weekdays = st.builds("{0}, {1:%d %B} {1.year:04}, 13:42".format, st.sampled_from(_DAYS), dates)
    dated = dates.map("Cable dated:{}T12:07:00".format)
    rows = st.builds("{}\t{} 16:51:00\t{}".format, digits(5), dates, phrases(max_words=4))
    entries = st.builds("{}: {}".format, st.sampled_from(_KEYS), phrases(max_words=4))
    others = st.sampled_from(["----- header ends -----", "Embassy Lima", "US Mission Geneva", "09LIMA17", "240025"])
    return builds(PublisherLine, text=st.one_of(weekdays, dated, rows, entries, others, digits(6).map("id: {}".format)))
