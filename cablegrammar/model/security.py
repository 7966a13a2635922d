"""Format line 4: the security warning and operating signals."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Level


@attrs.frozen
class Security(Value):
    """The security line (FL4; acp127.md FL4, ACP 117 CAN-US SUPP-1 para 7).

    `signal`, `ZNR` or `ZNY`; `level`, and `efto` if the text, though unclassified, is to be encrypted for transmission
    (EEEEE); `release`, two letters of nations or `""`; `special`, the five letters of special handling such as `FFFFF`
    or `""`; `operating_signals` such as `ZZH`; `tail`, all behind them, with one blank between words.

    >>> Security("ZNY", Level.CONFIDENTIAL, operating_signals=("ZZH",)).level > Level.UNCLASSIFIED
    True
    >>> Security("ZNY", Level.CONFIDENTIAL, operating_signals=("ZZH", "SIPDIS"))
    Traceback (most recent call last):
    ...
    ValueError: Security: operating_signals ('ZZH', 'SIPDIS') cannot be written: ...
    """

    start_rule: ClassVar[str] = "security"

    signal: str
    level: Level
    efto: bool = False
    release: str = ""
    special: str = ""
    operating_signals: tuple[str, ...] = ()
    tail: str = ""
