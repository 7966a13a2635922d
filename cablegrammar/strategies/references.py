"""Strategy for references."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.references import Reference, References
from cablegrammar.strategies.base import builds, digits, phrases
from cablegrammar.strategies.body import page_line
from cablegrammar.strategies.message_number import posts

_PAPERS = (
    "SMITH-JONES EMAIL OF MAY 4",
    "TELCON JONES, SMITH",
    "USDAO IIR 1 234 5678 05",
    "DEPT OF TREAS 241534Z MAR 06",
)


def reference() -> st.SearchStrategy[Reference]:
    """Telegrams and papers, with and without a letter."""
    letter = st.just("") | st.sampled_from("ABCDE")
    number = st.sampled_from([2, 4, 6]).flatmap(digits)
    telegram = builds(
        Reference,
        letter=letter,
        year=st.just("") | digits(2) | st.integers(1966, 2010).map(str),
        post=posts() | posts().map(str.title),
        number=number,
        also=st.just(()) | st.lists(number, max_size=2).map(tuple),
        and_previous=st.booleans(),
        remarks=st.just(()) | st.sampled_from([("NOTAL",), ("NODIS", "S")]) | phrases(1, 3).map(lambda words: (words,)),
    )
    paper = builds(Reference, letter=letter, text=st.sampled_from(_PAPERS) | phrases(1, 5))
    return telegram | telegram | paper | st.builds(Reference, letter=st.sampled_from("ABCDE"))


def references() -> st.SearchStrategy[References]:
    """Any list of references."""
    pages = st.just(()) | st.lists(page_line(), max_size=1).map(tuple)
    return builds(References, items=st.lists(reference(), max_size=4).map(tuple), page_lines=pages)
