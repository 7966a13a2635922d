"""Strategy for addresses."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.address import Address
from cablegrammar.model.ordered import Precedence
from cablegrammar.strategies.base import builds, digits, routing_indicators, words


def plads(min_words: int = 1) -> st.SearchStrategy[str]:
    """Plain language address designators: usual ones, with keywords and with any characters in them."""
    usual = st.sampled_from(
        ["AMEMBASSY", "SECSTATE", "WASHDC", "LIMA", "NEW", "425ABS", "J-3", "USD(P)", "AT&T", "O'HIGGINS", "JAN", "AF."]
    )
    plain = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=9)
    others = words().map(str.upper).filter(lambda word: "/" not in word)
    return st.lists(st.one_of(usual, usual, plain, others), min_size=min_words, max_size=5).map(" ".join)


def offices() -> st.SearchStrategy[tuple[str, ...]]:
    """The offices behind a designator, mostly none."""
    usual = st.sampled_from(["N1", "J-3", "USDP:PDUSDP", "CT WATCH", "J5 DIRECTORATE (MC)", "00"])
    return st.just(()) | st.lists(usual | plads(), max_size=3).map(tuple)


def address() -> st.SearchStrategy[Address]:
    """Any address, of one addressee or of a collective."""
    numbers = st.lists(digits(4) | digits(3), max_size=2).map(tuple)
    precedences = st.none() | st.sampled_from(Precedence).filter(lambda each: each is not Precedence.EMERGENCY)
    indicators = st.just("") | routing_indicators()
    named = st.tuples(plads(), st.sampled_from(["COLLECTIVE", "POSTS"])).map(" ".join)
    collectives = named | digits(4).map("AIG {}".format)
    return builds(
        Address,
        plad=plads(),
        routing_indicator=indicators,
        offices=offices(),
        precedence=precedences,
        numbers=numbers,
        delivered=st.booleans(),
    ) | builds(
        Address,
        plad=collectives,
        routing_indicator=indicators,
        precedence=precedences,
        numbers=numbers,
        is_collective=st.just(True),
    )
