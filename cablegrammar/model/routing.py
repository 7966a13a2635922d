"""Format line 2: how fast, and to which stations."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Precedence


@attrs.frozen
class Routing(Value):
    """The routing line (FL2; 5 FAH-2 H-321.2, acp127.md FL2).

    `precedence`, the highest of the message; NIACT IMMEDIATE has no prosign of its own and is IMMEDIATE here.
    `indicators`, the routing indicators of the stations that got this copy, in their order.

    >>> Routing(Precedence.IMMEDIATE, ("RUEHLH", "RUEHPW")).precedence.prosign
    'O'
    >>> Routing(Precedence.IMMEDIATE, ("RUEHLH", "2184"))
    Traceback (most recent call last):
    ...
    ValueError: Routing: indicators '2184' cannot be written: ...
    """

    start_rule: ClassVar[str] = "routing"

    precedence: Precedence
    indicators: tuple[str, ...]
