"""The ids of public collections."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.posts import spelled


@attrs.frozen
class CableId(Value):
    """The id of a cable in a public collection (corpus README): `year` in full, 1950 to 2049; `post`, its letters as written; `number`.

    `str()` is the id as this library spells it everywhere.

    >>> str(CableId(2009, "SECSTATE", 94757))
    '09STATE94757'
    >>> CableId(2009, "SAN JOSE", 17)
    Traceback (most recent call last):
    ...
    ValueError: CableId: post 'SAN JOSE' cannot be written: ...
    """

    start_rule: ClassVar[str] = "cable_id"

    year: int
    post: str
    number: int

    def __str__(self) -> str:
        return spelled(self.year, self.post, str(self.number))
