"""What the tables of cablegrammar/data say about routing indicators and operating signals; `scripts/make_data.py` writes them."""

from __future__ import annotations

import csv
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

#: The archive's own indicator, on FL2 of the copies that it received (STATISTICS 3.3); ACP 117 does not list it.
ARCHIVE_INDICATOR = "RUEHWEB"


def _lines(name: str) -> list[str]:
    return files("cablegrammar").joinpath("data", name).read_text(encoding="utf-8").splitlines()


@cache
def _served() -> list[str]:
    """The rows of the largest table, 28,000, sorted by indicator: to make a dictionary of them takes as long as to check a hundred cables."""
    return _lines("routing_indicators.csv")[1:]


@lru_cache(maxsize=4096)
def plads_of(indicator: str) -> frozenset[str]:
    """The plain language address designators that a routing indicator serves: ACP 117 CAN-US SUPP-1 of 2011 and 2015, and observed ones.

    None means that the indicator is in no list.

    >>> "AMEMBASSY LIMA" in plads_of("RUEHPE"), plads_of("RUEHXYZ")
    (True, frozenset())
    """
    rows = _served()
    first = bisect_left(rows, f"{indicator},")
    last = bisect_left(rows, f"{indicator},\U0010ffff")
    return frozenset(plad for _, plad in csv.reader(rows[first:last]))


@cache
def known_plads() -> dict[str, tuple[str, ...]]:
    """The routing indicators of each plain language address designator of the same table, sorted.

    >>> known_plads()["AMEMBASSY LIMA"]
    ('RUEHPE',)
    """
    found: dict[str, list[str]] = {}
    for indicator, plad in csv.reader(_served()):
        found.setdefault(plad, []).append(indicator)
    return {plad: tuple(indicators) for plad, indicators in found.items()}


@cache
def known_signals() -> dict[str, str]:
    """What each operating signal means, as far as the sources say.

    >>> known_signals()["ZFD"]
    'This message is a suspected duplicate'
    """
    return {row["signal"]: row["meaning"] for row in csv.DictReader(_lines("operating_signals.csv"))}
