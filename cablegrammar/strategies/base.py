"""What the strategies share: words of the field, hostile text, and a builder that leaves out what cannot be written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import reject
from hypothesis import strategies as st

V = TypeVar("V")

#: Words that open, separate or end something somewhere: strategies put them where they do not belong.
KEYWORDS = (
    "FM TO INFO XMT BT NNNN DE ZNR ZNY GR PRIORITY IMMEDIATE NIACT FLASH ROUTINE SIPDIS NOFORN SENSITIVE TAGS: SUBJECT: REF: REF "
    "E.O. DECL: N/A CONFIDENTIAL SECRET UNCLAS SECTION OF AND REASON REASONS (C) (SBU) 1. 2.(C) ¶3. A. B) -- ------- // / # : ; . "
    "Classified By: 1.4 (b) PAGE 02 JAN 2005 002 JONES SUMMARY Summary: END COMMENT ZEN/ O 101215Z SEP 09 VZCZCXRO0001"
).split(" ")


#: How often a value is drawn anew; a whole cable would hardly ever come about if each of its parts had one try only.
TRIES = 4


def builds(cls: Callable[..., V], **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[V]:
    """Values of `cls` made of `parts`; what G10 refuses is drawn anew, so the strategy gives only what can be written."""

    @st.composite
    def build(draw: st.DrawFn) -> V:
        for _ in range(TRIES):
            arguments = {name: draw(part) for name, part in parts.items()}
            try:
                return cls(**arguments)
            except ValueError:
                continue
        reject()

    return build()


def digits(count: int) -> st.SearchStrategy[str]:
    """Strings of `count` digits."""
    return st.integers(0, 10**count - 1).map(lambda number: f"{number:0{count}}")


def routing_indicators() -> st.SearchStrategy[str]:
    """R and three to seven letters."""
    return st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=7).map(lambda letters: "R" + letters)


def characters() -> st.SearchStrategy[str]:
    """Any character there is, lone surrogates and NUL too."""
    return st.characters(codec=None)


def words() -> st.SearchStrategy[str]:
    """One word without white space: plain, a keyword, or any characters."""
    plain = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)
    hostile = st.text(characters(), min_size=1, max_size=8).map(lambda text: "".join(text.split())).filter(bool)
    return st.one_of(plain, plain.map(str.capitalize), plain.map(str.upper), st.sampled_from(KEYWORDS), hostile)


def phrases(min_words: int = 1, max_words: int = 12) -> st.SearchStrategy[str]:
    """Words joined by one blank."""
    return st.lists(words(), min_size=min_words, max_size=max_words).map(" ".join)


def hostile_texts() -> st.SearchStrategy[str]:
    """Texts of keywords, line ends and any characters: what a parser has to survive."""
    pieces = st.one_of(
        st.sampled_from(KEYWORDS), st.sampled_from(["\n", "\r\n", "\r", "\n \n", " ", "  ", "\u2028", "\x0c"]), words()
    )
    return st.lists(pieces, max_size=40).map("".join) | st.text(characters(), max_size=60)
