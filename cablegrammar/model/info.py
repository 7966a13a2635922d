"""Format line 8: who is to know."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.address import Address
from cablegrammar.model.base import Value


@attrs.frozen
class Info(Value):
    """An addressee who is to know (FL8; 5 FAH-2 H-321.8, acp127.md FL8).

    `address`; INFO is written before the first one of a message only, but that is layout.

    >>> Info(Address("AMEMBASSY LIMA")).address.plad
    'AMEMBASSY LIMA'
    >>> Info(Address("AMEMBASSY lima"))
    Traceback (most recent call last):
    ...
    ValueError: Address: plad 'AMEMBASSY lima' cannot be written: ...
    """

    start_rule: ClassVar[str] = "info"

    address: Address
