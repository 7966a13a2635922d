"""Which texts may hold what is read on demand, told by one reading of all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from cablegrammar import model as m
from cablegrammar.blocks import engine
from cablegrammar.engine import Token

#: Before each text: a line ends, and a text begins.
_BEFORE = "\n\0"
#: What the terminals of grammar/signs.lark are signs of.
_SIGNS: dict[str, type[m.Value]] = {
    "SIGN_OF_MENTION": m.Mentions,
    "SIGN_OF_LEAD_IN": m.LeadIn,
    "SIGN_OF_BLOCK_MARK": m.BlockMark,
}


def signs_in(texts: Sequence[str]) -> tuple[frozenset[type[m.Value]], ...]:
    r"""For each text of paragraphs what may be read in it: `Mentions`, `LeadIn`, `BlockMark`. What is not named is not there for certain.

    >>> [sorted(one.__name__ for one in signs) for signs in signs_in(["Summary: See ref A.", "Rice.", "BEGIN TEXT:\nRice."])]
    [['LeadIn', 'Mentions'], [], ['BlockMark']]
    """
    found: list[set[type[m.Value]]] = [set() for _ in texts]
    if texts:
        starts = list(accumulate((len(_BEFORE) + len(text) for text in texts), initial=0))
        tokens: list[Token] = engine().parse(_BEFORE + _BEFORE.join(texts) + "\n", "signs")
        for name, _, end in tokens:
            # the sign of a lead-in begins with the NUL
            found[bisect_right(starts, end - 1) - 1].add(_SIGNS[name])
    return tuple(map(frozenset, found))
