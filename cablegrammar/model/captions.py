"""The captions: how a telegram is handled and to whom it goes."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Captions(Value):
    """Captions that follow each other (5 FAH-2 H-442; state-telegram.md "Captions").

    `names` in capitals and in their order, each from the closed list of the grammar; doubled ones stay doubled.

    >>> Captions(("SIPDIS", "NOFORN")).names
    ('SIPDIS', 'NOFORN')
    >>> Captions(("SIPDIS", "FOR WHA/CEN"))
    Traceback (most recent call last):
    ...
    ValueError: Captions: ...
    """

    start_rule: ClassVar[str] = "captions"

    names: tuple[str, ...]
