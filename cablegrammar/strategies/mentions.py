"""Strategy for mentions."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.mentions import Mention, Mentions
from cablegrammar.model.posts import known_posts
from cablegrammar.model.references import Reference
from cablegrammar.strategies.base import builds, digits
from cablegrammar.strategies.message_number import posts


def mention() -> st.SearchStrategy[Mention]:
    """References by their letters, septel, and telegrams of known posts."""
    letters = st.lists(st.sampled_from("ABCDEFGHI"), max_size=4).map(tuple)
    number = st.sampled_from([3, 5, 6]).flatmap(digits)
    telegram = builds(
        Reference,
        year=st.just("") | digits(2),
        post=st.sampled_from(sorted(known_posts())) | posts(),
        number=number,
        also=st.just(()) | st.tuples(number),
    )
    return st.one_of(
        builds(Mention, kind=st.sampled_from(["ref", "septel"]), letters=letters),
        builds(Mention, kind=st.just("telegram"), telegram=telegram),
    )


def mentions() -> st.SearchStrategy[Mentions]:
    """A few of them."""
    return builds(Mentions, items=st.lists(mention(), min_size=1, max_size=4).map(tuple))
