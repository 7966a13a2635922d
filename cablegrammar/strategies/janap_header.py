"""Strategy for the JANAP 128 header."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from cablegrammar.model.janap_header import JanapHeader
from cablegrammar.model.ordered import Level, Precedence
from cablegrammar.strategies.base import builds, digits, routing_indicators

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def janap_header() -> st.SearchStrategy[JanapHeader]:
    """Any JANAP 128 header; classification letter and group need not agree."""
    parts: dict[str, st.SearchStrategy[Any]] = {
        "precedence": st.sampled_from([each for each in Precedence if each is not Precedence.NIACT_IMMEDIATE]),
        "format": st.text("ACT", min_size=2, max_size=2),
        "content_indicator": st.sampled_from(["ZYUW", "ZFH2", "ZELX"]) | st.text(_CAPITALS, min_size=4, max_size=4),
        "station": st.text(_CAPITALS, min_size=3, max_size=6).map(lambda letters: "R" + letters),
        "serial": digits(4),
        "day": st.integers(1, 366),
        "hour": st.integers(0, 23),
        "minute": st.integers(0, 59),
        "indicators": st.lists(routing_indicators(), min_size=1, max_size=5).map(tuple),
    }
    whole = st.sampled_from(["UUUU", "CCCC", "ABCD"]).map(lambda group: {"group": group})
    classes, nations = st.sampled_from(["UU", "EE", "CC", "SS", "TT"]), st.text(_CAPITALS, min_size=2, max_size=2)
    released = st.tuples(classes, nations).filter(lambda pair: pair[0] != pair[1])
    groups = whole | released.map(lambda pair: {"group": "".join(pair), "release": pair[1]})
    levels = st.sampled_from([each for each in Level if each is not Level.LIMITED_OFFICIAL_USE])
    to_be_encrypted = {"level": st.just(Level.UNCLASSIFIED), "efto": st.just(True)}
    return groups.flatmap(
        lambda group: builds(JanapHeader, level=levels, **parts, **{name: st.just(one) for name, one in group.items()})
    ) | builds(JanapHeader, **to_be_encrypted, group=st.just("EEEE"), **parts)
