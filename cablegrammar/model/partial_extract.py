"""The notice that a record does not hold the whole cable."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class PartialExtract(Value):
    """The publisher's notice that a record is a partial extract (statistics of the collection, 1). It has no parts.

    >>> from cablegrammar.blocks import read
    >>> from cablegrammar.writer import write
    >>> read(write(PartialExtract()), "partial_extract") == PartialExtract()
    True
    >>> read("This record is a partial extract.", "partial_extract")
    Traceback (most recent call last):
    ...
    cablegrammar.engine.Rejected: ...
    """

    start_rule: ClassVar[str] = "partial_extract"
