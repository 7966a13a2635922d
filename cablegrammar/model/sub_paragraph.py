"""Labelled items within a paragraph."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.portion_marking import PortionMarking


@attrs.frozen
class SubParagraph(Value):
    """A labelled item within a paragraph (state-telegram.md, "Paragraphs"); `Paragraph.sub_paragraphs` reads them.

    `label` as written, `A.`, `(a)`, `1)`, `--`; `text`, its words joined by one blank; `marking`, a portion marking behind the label, or
    `None`.

    >>> SubParagraph("--", "wireless installation").label
    '--'
    >>> SubParagraph("first", "wireless installation")
    Traceback (most recent call last):
    ...
    ValueError: SubParagraph: label 'first' cannot be written: ...
    """

    start_rule: ClassVar[str] = "sub_paragraph"

    label: str
    text: str
    marking: PortionMarking | None = None
