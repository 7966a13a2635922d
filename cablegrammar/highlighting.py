"""A lexer for Pygments, by which docs, blogs and terminals show cables in colours: `pygmentize -l cablegrammar`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Keyword, Literal, Name, Number, Punctuation, String, Text, Whitespace

from cablegrammar.glossary import (
    ADDRESS,
    ARCHIVE,
    CLASSIFICATION,
    HEAD,
    PART_KINDS,
    TEXT,
    TRANSMISSION,
    UNPARSED,
    entry_of,
)
from cablegrammar.parsing import parse

#: What Pygments calls a kind of token; its own type is a tuple with attributes made on demand.
TokenType = Any

#: The token of a part, by the kind of its field.
KIND_TOKENS: Mapping[str, TokenType] = {
    ARCHIVE: Comment,
    TRANSMISSION: Name.Constant,
    ADDRESS: Name.Namespace,
    CLASSIFICATION: Keyword.Type,
    HEAD: String,
    TEXT: Text,
    UNPARSED: Generic.Error,
}

_DATES = "DTG time, DTG month, DTG year, day of year, time of day, janap time, E.O. part, E.O. month, E.O. month first, E.O. year"
_NUMBERS = (
    "channel number, serial, section number, section count, message digits, number behind name, last number, order number, paragraph number,"
    " reference number, number behind, reference year, year behind, reason section, groups, validated serial, janap serial, copies"
)
_TAGS = "tag code, tag behind blank, tag phrase, tag phrase first, tag phrase word"
_PAGES = "page on line, page in prose, page in references, page in subject"

#: The token of a part, by its name in the grammar, where that says more than the kind.
PART_TOKENS: Mapping[str, TokenType] = {
    **dict.fromkeys(_DATES.split(", "), Literal.Date),
    **dict.fromkeys(_NUMBERS.split(", "), Number),
    **dict.fromkeys(_TAGS.split(", "), Name.Label),
    **dict.fromkeys(_PAGES.split(", "), Comment),
    "heading words": Generic.Heading,
    "name word": Name.Entity,
    "precedence behind": Keyword.Type,
}


class CableLexer(Lexer):
    r"""Tokens of a cable by its fields and their parts; joined, the tokens of `get_tokens_unprocessed` are the text.

    `get_tokens` makes LF of every line end, as Pygments does for every lexer; other than for most, empty lines at the start and at the end
    stay, and no line end is added, unless the options `stripnl` and `ensurenl` ask for it.

    >>> [(str(token), text) for _, token, text in CableLexer().get_tokens_unprocessed("FM AMEMBASSY LIMA\n")]
    [('Token.Keyword', 'FM'), ('Token.Text.Whitespace', ' '), ('Token.Name.Namespace', 'AMEMBASSY LIMA'), ('Token.Text.Whitespace', '\n')]
    """

    name = "Diplomatic cable"
    aliases: ClassVar[Sequence[str]] = ["cablegrammar", "cable"]
    url = "https://en.wikipedia.org/wiki/Diplomatic_cable"

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"stripnl": False, "ensurenl": False, **options})

    def get_tokens_unprocessed(self, text: str) -> Iterator[tuple[int, TokenType, str]]:
        """The tokens of `text`: where each begins, what it is, and its characters."""
        start = 0
        for field in parse(text).fields:
            kind = entry_of(field.value).kind
            done = 0
            for span in field.spans():
                yield from _between(start + done, field.text[done : span.start], kind)
                token = PART_TOKENS.get(span.part, KIND_TOKENS[PART_KINDS.get(span.part, kind)])
                yield start + span.start, token, field.text[span.start : span.end]
                done = span.end
            yield from _between(start + done, field.text[done:], kind)
            start += len(field.text)


def _between(start: int, text: str, kind: str) -> Iterator[tuple[int, TokenType, str]]:
    """What stands between two parts: a label or a sign, and white space around it."""
    words = text.strip()
    before = len(text) - len(text.lstrip())
    is_sign = kind in (TEXT, ARCHIVE) or not any(map(str.isalnum, words))
    label = Generic.Error if kind == UNPARSED else Punctuation if is_sign else Keyword
    for at, token, piece in (
        (0, Whitespace, text[:before]),
        (before, label, words),
        (before + len(words), Whitespace, text[before + len(words) :]),
    ):
        if piece:
            yield start + at, token, piece
