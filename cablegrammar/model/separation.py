"""Format lines 11 and 13: the marks around the text."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Separation(Value):
    """BT, between heading and text and between text and ending (FL11, FL13; acp127.md FL11-FL16). It has no parts.

    >>> from cablegrammar.blocks import read
    >>> read("BT", "separation") == Separation()
    True
    >>> read("BT UNCLAS", "separation")
    Traceback (most recent call last):
    ...
    cablegrammar.engine.Rejected: ...
    """

    start_rule: ClassVar[str] = "separation"
