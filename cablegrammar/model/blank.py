"""White space that belongs to nothing."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Blank(Value):
    """Blank lines before the first block; behind a block they are part of its field.

    >>> Blank()
    Blank()
    >>> Blank(lines=2)
    Traceback (most recent call last):
    ...
    TypeError: ...
    """

    start_rule: ClassVar[str] = "blank"
