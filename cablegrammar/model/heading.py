"""Headings between paragraphs."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Heading(Value):
    """A heading, boxed or underlined by rules on the wire (STATISTICS 13); `text` is its words joined by one blank.

    >>> Heading("Five Stages of Mourning").text
    'Five Stages of Mourning'
    >>> Heading("----")
    Traceback (most recent call last):
    ...
    ValueError: Heading: ...
    """

    start_rule: ClassVar[str] = "heading"

    text: str
