"""Passing and attention lines: who is to read the telegram."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Passing(Value):
    """One attention or passing entry (5 FAH-2 H-252; state-telegram.md "Passing and attention lines").

    `text` is free, but has the look of such an entry; its words are joined by one blank, over line breaks too.

    >>> Passing("DEPT PASS USTR FOR ROE").text
    'DEPT PASS USTR FOR ROE'
    >>> Passing("The post is closed.")
    Traceback (most recent call last):
    ...
    ValueError: Passing: ...
    """

    start_rule: ClassVar[str] = "passing"

    text: str
