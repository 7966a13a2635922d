"""The message number: post and serial number of the year."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.posts import spelled


@attrs.frozen
class MessageNumber(Value):
    """A message reference number (5 FAH-2 H-222; state-telegram.md "Classification line").

    `post`, one or more words in capitals; `number`, the digits as written, with their leading zeros.

    >>> MessageNumber("SAN JOSE", "001721").serial
    1721
    >>> MessageNumber("San Jose", "001721")
    Traceback (most recent call last):
    ...
    ValueError: MessageNumber: post 'San Jose' cannot be written: ...
    """

    start_rule: ClassVar[str] = "message_number"

    post: str
    number: str

    @property
    def serial(self) -> int:
        """The number without leading zeros."""
        return int(self.number)

    def canonical_id(self, year: int) -> str:
        """The reference id of the public collections: two digits of the year, the post, the number.

        >>> MessageNumber("ISLAMABAD", "002184").canonical_id(2009)
        '09ISLAMABAD2184'
        """
        return spelled(year, self.post, self.number)
