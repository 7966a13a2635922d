"""The classification at the top and the bottom of a page."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Level


@attrs.frozen
class Banner(Value):
    """The classification alone on a line (state-telegram.md "1970s telegrams"): `level`.

    >>> str(Banner(Level.SECRET).level)
    'SECRET'
    >>> Banner("SECRET")
    Traceback (most recent call last):
    ...
    ValueError: Banner: level 'SECRET' is not of type Level
    """

    start_rule: ClassVar[str] = "banner"

    level: Level
