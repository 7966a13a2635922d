"""Strategy for format line 4."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.ordered import Level
from cablegrammar.model.security import Security
from cablegrammar.strategies.base import builds, phrases

_CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def operating_signals() -> st.SearchStrategy[tuple[str, ...]]:
    """A run of operating signals, possibly none."""
    other = st.text(_CAPITALS, min_size=2, max_size=2).map(lambda letters: "Z" + letters)
    known = st.sampled_from(["ZZH", "ZDK", "ZDS", "ZFR", "ZFF4", "ZUI", "ZEL"])
    return st.lists(known | other, max_size=4).map(tuple)


def tails() -> st.SearchStrategy[str]:
    """What may stand behind the operating signals."""
    known = st.sampled_from(["(CCY AD66A605 MSI9229-632)", "CTG NUMEROUS SERVICES", "MID200080142300U", "//ZEL//"])
    return st.just("") | known | phrases(max_words=6)


def security() -> st.SearchStrategy[Security]:
    """Any security line."""
    return builds(
        Security,
        signal=st.sampled_from(["ZNR", "ZNY"]),
        level=st.sampled_from([each for each in Level if each is not Level.LIMITED_OFFICIAL_USE]),
        release=st.just("") | st.sampled_from(["AA", "BB", "XX", "AC", "SS", "UU"]),
        special=st.just("") | st.sampled_from(["AAAAA", "BBBBB", "FFFFF"]),
        operating_signals=operating_signals(),
        tail=tails(),
    ) | builds(
        Security,
        signal=st.just("ZNY"),
        level=st.just(Level.UNCLASSIFIED),
        efto=st.just(True),
        operating_signals=operating_signals(),
        tail=tails(),
    )
