"""Guarantee G10: a value made by a program can be written, and read again it is the same."""

from __future__ import annotations

from typing import Any

import attrs

from cablegrammar.engine import Rejected
from cablegrammar.model.base import Value
from cablegrammar.model.unparsed import Unparsed


def verify(value: Value) -> None:
    """Write `value`, read it as its construct, and compare; raises `ValueError` naming the part that does not come back."""
    # late: the model is read while the readers are being made
    from cablegrammar.blocks import read
    from cablegrammar.writer import write

    if isinstance(value, Unparsed) or not value.start_rule:
        return
    name = type(value).__name__
    try:
        text = write(value)
    except (TypeError, ValueError, AttributeError, KeyError, LookupError) as error:
        raise ValueError(f"{name}: cannot be written: {error}") from None
    try:
        again = read(text, value.start_rule)
    except Rejected as error:
        raise ValueError(f"{name}: {_culprit(value, text, error.offset)} cannot be written: {error}") from None
    if again != value:
        raise ValueError(f"{name}: {_difference(value, again)}")


def _culprit(value: Value, text: str, offset: int) -> str:
    """The part whose text holds `offset`, for the message; the whole text where no part is found there."""
    for attribute in attrs.fields(type(value)):
        part: Any = getattr(value, attribute.name)
        for piece in part if isinstance(part, tuple) else (part,):
            if (
                isinstance(piece, str)
                and piece
                and text[max(0, offset - len(piece)) : offset + len(piece)].count(piece)
            ):
                return f"{attribute.name} {piece!r}"
    return repr(text)


def _difference(value: Value, again: Value) -> str:
    """Which part reads differently, for the message."""
    if type(value) is type(again):
        for attribute in attrs.fields(type(value)):
            given, read_again = getattr(value, attribute.name), getattr(again, attribute.name)
            if given != read_again:
                return f"{attribute.name} {given!r} cannot be written: it would be read as {read_again!r}"
    return f"it would be read as {again!r}"
