"""Format line 7: who is to act."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.address import Address
from cablegrammar.model.base import Value


@attrs.frozen
class Action(Value):
    """An addressee who is to act (FL7; 5 FAH-2 H-321.7, acp127.md FL7).

    `address`; TO is written before the first one of a message only, but that is layout.

    >>> Action(Address("AMEMBASSY LIMA")).address.plad
    'AMEMBASSY LIMA'
    >>> Action(Address("AMEMBASSY lima"))
    Traceback (most recent call last):
    ...
    ValueError: Address: plad 'AMEMBASSY lima' cannot be written: ...
    """

    start_rule: ClassVar[str] = "action"

    address: Address
