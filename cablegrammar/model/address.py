"""One addressee of format lines 7 to 9."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Precedence


@attrs.frozen
class Address(Value):
    """An addressee (FL7-FL9; 5 FAH-2 H-230, 5 FAH-1 H-221, acp127.md FL6-FL9).

    `plad`, the plain language address designator, with one blank between words; `routing_indicator` or `""`; `offices`
    without slashes; `precedence`, `None` where no word is written, which means routine; `numbers`, none, the message
    continuity number, or the first and the last of a range, as strings of digits; `delivered` for `ZEN/`, by other
    means; `is_collective` if the designator stands for many addressees: it ends in COLLECTIVE or POSTS, or is an address
    indicating group (`AIG 8797`).

    >>> address = Address("SECSTATE WASHDC", "RUEHC", precedence=Precedence.IMMEDIATE, numbers=("4797",))
    >>> address.is_collective
    False
    >>> Address("SECSTATE WASHDC PRIORITY")
    Traceback (most recent call last):
    ...
    ValueError: Address: plad 'SECSTATE WASHDC PRIORITY' cannot be written: it would be read as 'SECSTATE WASHDC'
    >>> Address("EU MEMBER STATES COLLECTIVE")
    Traceback (most recent call last):
    ...
    ValueError: Address: is_collective False cannot be written: it would be read as True
    """

    start_rule: ClassVar[str] = "address"

    plad: str
    routing_indicator: str = ""
    offices: tuple[str, ...] = ()
    precedence: Precedence | None = None
    numbers: tuple[str, ...] = ()
    delivered: bool = False
    is_collective: bool = False

    @classmethod
    def of(cls, text: str) -> Address:
        """The addressee that `text` names, as format lines 7 to 9 write it; raises `ValueError` where it is none.

        >>> Address.of("RUEKJCS/SECDEF WASHDC//USDP// PRIORITY").offices
        ('USDP',)
        >>> Address.of("secretary of state")
        Traceback (most recent call last):
        ...
        ValueError: address: 'secretary of state' is no address: expected ... at 0
        """
        from cablegrammar.given import value_of  # values know nothing of reading

        return value_of("address", text, cls)
