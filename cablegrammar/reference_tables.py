"""What the tables of cablegrammar/data say about routing indicators and operating signals; `scripts/make_data.py` writes them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from operator import itemgetter

#: The archive's own indicator, on FL2 of the copies that it received (STATISTICS 3.3); ACP 117 does not list it.
ARCHIVE_INDICATOR = "RUEHWEB"


def _rows(name: str, first: str, second: str) -> Iterator[tuple[str, str]]:
    """Two columns of a table. The largest has 28,000 rows: a dictionary for each would take six times as long."""
    rows = csv.reader(files("cablegrammar").joinpath("data", name).read_text(encoding="utf-8").splitlines())
    head = next(rows)
    return map(itemgetter(head.index(first), head.index(second)), rows)


@cache
def known_indicators() -> dict[str, frozenset[str]]:
    """The plain language address designators that each routing indicator serves: ACP 117 CAN-US SUPP-1 of 2011 and 2015, and observed ones.

    >>> "AMEMBASSY LIMA" in known_indicators()["RUEHPE"], "RUEHXYZ" in known_indicators()
    (True, False)
    """
    found: dict[str, set[str]] = {}
    for indicator, plad in _rows("routing_indicators.csv", "indicator", "plad_or_name"):
        found.setdefault(indicator, set()).add(plad)
    return {indicator: frozenset(plads) for indicator, plads in found.items()}


@cache
def known_plads() -> dict[str, tuple[str, ...]]:
    """The routing indicators of each plain language address designator of the same table, sorted.

    >>> known_plads()["AMEMBASSY LIMA"]
    ('RUEHPE',)
    """
    found: dict[str, list[str]] = {}
    for indicator, plads in sorted(known_indicators().items()):
        for plad in plads:
            found.setdefault(plad, []).append(indicator)
    return {plad: tuple(indicators) for plad, indicators in found.items()}


@cache
def known_signals() -> dict[str, str]:
    """What each operating signal means, as far as the sources say.

    >>> known_signals()["ZFD"]
    'This message is a suspected duplicate'
    """
    return dict(_rows("operating_signals.csv", "signal", "meaning"))
