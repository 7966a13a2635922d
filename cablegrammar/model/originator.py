"""Format line 6: who sent the message."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Originator(Value):
    """The originator (FL6; 5 FAH-2 H-232, acp127.md FL6).

    `plad`, the plain language address designator of the sender; `offices` behind it, without slashes.

    >>> Originator("CNO WASHINGTON DC", ("N1",)).plad
    'CNO WASHINGTON DC'
    >>> Originator("AMEMBASSY LIMA PRIORITY")
    Traceback (most recent call last):
    ...
    ValueError: Originator: plad 'AMEMBASSY LIMA PRIORITY' cannot be written: ...
    """

    start_rule: ClassVar[str] = "originator"

    plad: str
    offices: tuple[str, ...] = ()
