"""The lexer for Pygments: nothing of a text is lost, and its fields are told apart."""

from __future__ import annotations

import io
from importlib.metadata import entry_points

import pytest
from hypothesis import given
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Error, Generic, Keyword, Literal, Name, Number, Punctuation, Text, Whitespace

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.engine import grammar_text
from cablegrammar.glossary import KINDS, PART_KINDS
from cablegrammar.highlighting import KIND_TOKENS, PART_TOKENS, CableLexer
from cablegrammar.strategies.base import hostile_texts
from tests.shared import cables, navadmins, needs_corpus, seed


def loses_nothing(text: str) -> None:
    at = 0
    for start, token, piece in CableLexer().get_tokens_unprocessed(text):
        assert start == at
        assert piece
        assert token is not Error
        at += len(piece)
        assert text[start:at] == piece
    assert at == len(text)


def test_the_seed() -> None:
    loses_nothing(seed())
    tokens = [(token, piece) for _, token, piece in CableLexer().get_tokens_unprocessed(seed())]
    for token, piece in [
        (Comment, "09ISLAMABAD2184"),
        (Keyword, "FM"),
        (Name.Namespace, "AMEMBASSY ISLAMABAD"),
        (Literal.Date, "101215Z"),
        (Number, "2184"),
        (Punctuation, "#"),
        (Keyword, "TAGS:"),
        (Name.Label, "PTER"),
        (Keyword.Type, "(C)"),
        (Comment, "ISLAMABAD 00002184 002 OF 002"),
        (Name.Entity, "PATTERSON"),
    ]:
        assert (token, piece) in tokens


@given(hostile_texts())
def test_any_text(text: str) -> None:
    loses_nothing(text)


@given(strategies.cables())
def test_any_cable(cable: cg.Cable) -> None:
    loses_nothing(cg.unparse(cable))


@needs_corpus
def test_the_sample() -> None:
    for text in [*list(cables().values())[::4], *list(navadmins().values())[::4]]:
        loses_nothing(text)


def test_what_is_not_understood() -> None:
    tokens = list(CableLexer().get_tokens_unprocessed("DE RUEHIL #218/01 2531215\n"))
    assert tokens == [(0, Generic.Error, "DE RUEHIL #218/01 2531215"), (25, Whitespace, "\n")]


def test_text() -> None:
    assert [
        (token, piece) for _, token, piece in CableLexer().get_tokens_unprocessed("UNCLAS LIMA 000017\n\n1. (U) Yes.")
    ][-5:] == [(Number, "1."), (Whitespace, " "), (Keyword.Type, "(U)"), (Whitespace, " "), (Text, "Yes.")]


def test_get_tokens_keeps_all_but_the_kind_of_line_ends() -> None:
    for text in ("\n\nFM LIMA", "FM LIMA\n\n\n", "FM LIMA\r\nTO QUITO\r"):
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        assert "".join(piece for _, piece in CableLexer().get_tokens(text)) == lines
    assert "".join(piece for _, piece in CableLexer(stripnl=True).get_tokens("\n\nFM LIMA\n\n")) == "FM LIMA"


def test_names() -> None:
    """It is found by the name that the package declares."""
    declared = entry_points(group="pygments.lexers", name="cablegrammar")
    if not declared:
        pytest.skip("the package was installed before it declared a lexer: install it again")
    for alias in CableLexer.aliases:
        assert type(get_lexer_by_name(alias)) is CableLexer


def test_html() -> None:
    made = io.StringIO()
    highlight("FM <LIMA>\n", CableLexer(), HtmlFormatter(), made)
    assert "&lt;LIMA&gt;" in made.getvalue()


def test_every_kind_and_part_exists() -> None:
    """No token is for a part that the grammar does not have."""
    terminals = {name.strip() for line in grammar_text().splitlines() if (name := line.partition(":")[0]).isupper()}
    names = {terminal.partition(".")[0].lower() for terminal in terminals}
    assert set(KIND_TOKENS) == set(KINDS)
    for part in (*PART_TOKENS, *PART_KINDS):
        assert part.replace("E.O.", "EO").replace(" ", "_").lower() in names, part
    assert Punctuation not in PART_TOKENS.values()
