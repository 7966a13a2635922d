"""Strategies for the body: paragraphs, text, headings, page lines, signature, trailer."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar import model as m
from cablegrammar.strategies.base import builds, digits, phrases, words
from cablegrammar.strategies.portion_marking import portion_marking

CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def blank() -> st.SearchStrategy[m.Blank]:
    """Blank lines."""
    return st.builds(m.Blank)


def heading() -> st.SearchStrategy[m.Heading]:
    """A heading of any words."""
    return builds(
        m.Heading,
        text=phrases(max_words=10) | st.sampled_from(["SUMMARY", "Five Stages of Mourning", "A. Background"]),
        page_lines=st.just(()) | st.tuples(page_line()),
    )


def page_line() -> st.SearchStrategy[m.PageLine]:
    """A page line of either form."""
    posts = st.sampled_from(["ISLAMABAD", "BUENOS AIR", "THE HAGUE", "USUN NEW Y", "Vladivosto"]) | st.text(
        CAPITALS, min_size=1, max_size=10
    )
    new = builds(
        m.PageLine,
        post=posts,
        number=digits(8),
        page=st.integers(0, 999),
        total=st.integers(0, 999),
        version=st.just("") | digits(1) | digits(2),
    )
    old = builds(
        m.PageLine,
        post=st.sampled_from(["ROME 01234 01 OF 03 221304Z", "VATICA 00819 190632Z"]),
        page=st.integers(1, 99),
    )
    return st.one_of(new, old)


def signature() -> st.SearchStrategy[m.Signature]:
    """A name of one to three words."""
    word = st.text(CAPITALS, min_size=2, max_size=12) | st.sampled_from(
        ["Scobey", "McMullen", "O'NEILL", "SMITH-JONES"]
    )
    names = st.one_of(
        word, st.tuples(word, word).map(" ".join), st.sampled_from(["VAN VOORST", "van Voorst", "Leslie BASSETT"])
    )
    return builds(m.Signature, name=names)


def trailer() -> st.SearchStrategy[m.Trailer]:
    """A line behind the signature."""
    return builds(
        m.Trailer,
        text=st.sampled_from(
            ["NNNN", "====CABLE ENDS====", "****", "...", "CONFIDENTIAL", "0001VATICA00819 - Classification: SECRET"]
        )
        | st.tuples(digits(3), digits(3)).map(lambda pair: f"{pair[0]} 09/10/2009 {pair[1]} PGOV,PREL"),
    )


def lead_in() -> st.SearchStrategy[m.LeadIn]:
    """The opening words of a paragraph."""
    kinds = st.sampled_from(["summary", "comment", "action request", "summary and comment", "background", "note"])
    return builds(m.LeadIn, kind=kinds, rest=st.just("") | phrases(max_words=4).map(": {}".format))


def prose() -> st.SearchStrategy[m.Prose]:
    """Running text of any words."""
    sentences = st.lists(
        st.one_of(words(), st.sampled_from(["the", "and", "of", "Ministry", "agreed", "2005."])),
        min_size=1,
        max_size=60,
    )
    return sentences.map(" ".join).map(m.Prose)


def laid_out() -> st.SearchStrategy[m.LaidOut]:
    """Lines that are kept: lists and tables."""
    item = st.tuples(st.sampled_from(["-- ", "  ", "A. ", "(1) ", "- ", "      "]), phrases(max_words=5)).map("".join)
    return st.lists(item, min_size=1, max_size=4).map(lambda lines: m.LaidOut(tuple(lines)))


def _blocks() -> st.SearchStrategy[tuple[m.Block, ...]]:
    return st.lists(st.one_of(prose(), prose(), laid_out()), max_size=3).map(tuple)


def paragraph() -> st.SearchStrategy[m.Paragraph]:
    """A numbered paragraph."""
    return builds(
        m.Paragraph,
        number=st.integers(1, 99),
        marking=st.none() | portion_marking(),
        blocks=_blocks(),
        page_lines=st.lists(page_line(), max_size=1).map(tuple),
    )


def text() -> st.SearchStrategy[m.Text]:
    """Unnumbered text."""
    return builds(m.Text, marking=st.none() | portion_marking(), blocks=_blocks())


def sub_paragraph() -> st.SearchStrategy[m.SubParagraph]:
    """A labelled item."""
    labels = st.sampled_from(["--", "-", "A.", "b.", "(a)", "1)", "(12)", "iv.", "*"])
    return builds(m.SubParagraph, label=labels, text=phrases(), marking=st.none() | portion_marking())


def block_mark() -> st.SearchStrategy[m.BlockMark]:
    """BEGIN or END of something."""
    word = st.text(CAPITALS + "abc-", min_size=1, max_size=9)
    names, additions = (
        word | st.sampled_from(["SUMMARY", "Text", "NON-PAPER"]),
        st.lists(word, max_size=3).map(" ".join),
    )
    return builds(m.BlockMark, begins=st.booleans(), name=names, addition=additions) | builds(
        m.BlockMark, begins=st.just(False), name=names, addition=additions, before=phrases()
    )
