"""Reader of numbered paragraphs."""

from __future__ import annotations

from cablegrammar.model.paragraph import Paragraph
from cablegrammar.transform.base import Found, reads_tokens
from cablegrammar.transform.text import body_of


@reads_tokens("paragraph")
def paragraph(tokens: list[Found], whole: str) -> Paragraph:
    """Number, marking and lines."""
    (_, first, last), *behind = tokens
    # beside the digits the token has white space, the publishers' pilcrow, and a stop or a parenthesis
    number = whole[first:last].strip()
    digits = number.strip("\u00b6.)").strip()
    marking, blocks, page_lines = body_of(behind, whole, number.index(digits))
    return Paragraph(int(digits), marking, blocks, page_lines)
