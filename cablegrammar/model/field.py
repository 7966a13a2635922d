"""A field: a stretch of the text and what it means."""

from __future__ import annotations

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Field:
    """One field of a cable: its exact `text`, white space behind it included, and its `value`.

    Fields compare by value: two spellings of the same line are equal.
    """

    text: str = attrs.field(eq=False)
    value: Value
