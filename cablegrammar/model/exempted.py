"""Format line 9: who is exempted from a collective address."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.address import Address
from cablegrammar.model.base import Value


@attrs.frozen
class Exempted(Value):
    """An addressee whom a collective address above does not mean (FL9; 5 FAH-2 H-321.9, acp127.md FL9).

    `address`; XMT is written before the first one of a message only, but that is layout.

    >>> Exempted(Address("AMEMBASSY LIMA")).address.plad
    'AMEMBASSY LIMA'
    >>> Exempted(Address("AMEMBASSY lima"))
    Traceback (most recent call last):
    ...
    ValueError: Address: plad 'AMEMBASSY lima' cannot be written: ...
    """

    start_rule: ClassVar[str] = "exempted"

    address: Address
