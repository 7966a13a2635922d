"""Headings between paragraphs."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.page_line import PageLine


@attrs.frozen
class Heading(Value):
    """A heading, boxed or underlined by rules on the wire (STATISTICS 13); `text` is its words joined by one blank;
    `page_lines`, what a message centre put between them and the rule.

    >>> Heading("Five Stages of Mourning").text
    'Five Stages of Mourning'
    >>> Heading("----")
    Traceback (most recent call last):
    ...
    ValueError: Heading: ...
    """

    start_rule: ClassVar[str] = "heading"

    text: str
    page_lines: tuple[PageLine, ...] = ()
