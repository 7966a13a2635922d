"""The subject."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking


@attrs.frozen
class Subject(Value):
    r"""The subject (5 FAH-1 H-210; state-telegram.md "SUBJECT line").

    `text`, its words joined by one blank, `""` where the label stands alone; `marking` in front of the text, or `None`; `page_lines` that
    cut it, not part of the text.

    >>> Subject("RICE HARVEST: POOR").text
    'RICE HARVEST: POOR'
    >>> Subject("RICE HARVEST\n1. (C) Poor.")
    Traceback (most recent call last):
    ...
    ValueError: Subject: text ... cannot be written: ...
    """

    start_rule: ClassVar[str] = "subject"

    text: str
    marking: PortionMarking | None = None
    page_lines: tuple[PageLine, ...] = ()
