"""Guarantee G10: a value made by a program can be written, and read again it is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from types import UnionType
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

import attrs

from cablegrammar.engine import Rejected
from cablegrammar.model.base import Value, trusting
from cablegrammar.model.unparsed import Unparsed


def verify(value: Value) -> None:
    """Write `value`, read it as its construct, and compare; raises `ValueError` naming the part that does not come back.

    A part that has no text of its own is verified within the smallest construct that holds one; prose and laid-out lines, whose reading
    depends on what stands before them, with the paragraph they are put in.
    """
    # late: the model is read while the readers are being made
    from cablegrammar.blocks import read
    from cablegrammar.writer import write

    if isinstance(value, Unparsed):
        return
    name = type(value).__name__
    if misfit := _misfit(value):
        raise ValueError(f"{name}: {misfit}")
    whole = value if value.start_rule else _holder(value)
    if whole is None:
        return
    try:
        text = write(whole)
    except (TypeError, ValueError, AttributeError, LookupError) as error:
        raise ValueError(f"{name}: {_all_parts(value)} cannot be written: {error}") from None
    try:
        again = read(text, whole.start_rule)
    except Rejected as error:
        raise ValueError(f"{name}: {_culprits(value, text, error.offset)} cannot be written: {error}") from None
    if again == whole and value is whole:
        _verify_cut(value, text)
    if again != whole:
        raise ValueError(f"{name}: {_difference(value, again if whole is value else _part(again, type(value)))}")


def _verify_cut(value: Value, text: str) -> None:
    """A line of the header or the head must be cut as itself too: no part of it may look like the beginning of another field."""
    from cablegrammar import model as m
    from cablegrammar.parsing import parse

    lines = (
        m.Subject,
        m.Tags,
        m.References,
        m.ClassifiedBy,
        m.ExecutiveOrder,
        m.DateTimeLine,
        m.Action,
        m.Info,
        m.Originator,
    )
    if not isinstance(value, lines):
        return
    first, *others = parse(text).fields
    if others or first.value != value:
        met = others[0].text if others else first.text
        raise ValueError(
            f"{type(value).__name__}: {_all_parts(value)} cannot be written: {met!r} would be read on its own"
        )


def _holder(part: Value) -> Value | None:
    """The smallest construct that holds `part`, or `None`."""
    from cablegrammar import model as m

    holders: dict[type[Value], Callable[[Any], Value]] = {
        m.Section: lambda section: m.ClassificationLine(m.Level.SECRET, m.MessageNumber("LIMA", "000017"), section),
        m.OfficeCopies: lambda office: m.Distribution("INFO", (office,)),
        m.Reason: lambda reason: m.ClassifiedBy("Roe", (reason,)),
        m.Mention: lambda mention: m.Mentions((mention,)),
        m.Reference: lambda reference: m.References((reference,)),
    }
    with trusting():
        return holders[type(part)](part) if type(part) in holders else None


def _part(whole: Value, cls: type[Value]) -> Value:
    """The first value of `cls` in `whole`; `whole` itself where there is none."""
    for attribute in attrs.fields(type(whole)):
        for piece in _pieces(getattr(whole, attribute.name)):
            if isinstance(piece, cls):
                return piece
    return whole


def _pieces(part: Any) -> tuple[Any, ...]:
    return part if isinstance(part, tuple) else (part,)


#: The types of the parts by class; to find them out takes longer than to use them.
_HINTS: dict[type, dict[str, Any]] = {}


def _hints(cls: type) -> dict[str, Any]:
    if cls not in _HINTS:
        _HINTS[cls] = get_type_hints(cls)
    return _HINTS[cls]


def _misfit(value: Value) -> str:
    """The first part that is not of its type, for the message; `""` if all are."""
    for name, hint in _hints(type(value)).items():
        if get_origin(hint) is not ClassVar and not _fits(getattr(value, name), hint):
            return f"{name} {getattr(value, name)!r} is not of type {_type_name(hint)}"
    return ""


def _type_name(hint: Any) -> str:
    if get_origin(hint) is tuple:
        return f"tuple[{_type_name(get_args(hint)[0])}, ...]"
    if get_args(hint):
        return " | ".join(map(_type_name, get_args(hint)))
    return "None" if hint is type(None) else str(hint.__name__)


def _fits(part: Any, hint: Any) -> bool:
    if get_origin(hint) in (Union, UnionType):
        return any(_fits(part, one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        return isinstance(part, tuple) and all(_fits(piece, get_args(hint)[0]) for piece in part)
    return isinstance(part, hint) and (hint is not int or not isinstance(part, bool))


def _written(value: Value) -> Iterator[tuple[str, Any, str]]:
    """Everything that `value` is made of: the name of the attribute, the part, and the text that the part is written as."""
    from cablegrammar.writer import WRITERS, write

    for attribute in attrs.fields(type(value)):
        for piece in _pieces(getattr(value, attribute.name)):
            if isinstance(piece, str):
                yield attribute.name, piece, piece
            elif type(piece) in WRITERS:
                yield attribute.name, piece, write(piece)
            elif isinstance(piece, int) and not isinstance(piece, bool):
                yield attribute.name, piece, f"{piece:02}"


def _culprits(value: Value, text: str, offset: int) -> str:
    """The parts in the word at which reading stopped, for the message, else all parts; a part that is missing stops it too."""
    # `text` was written by us: what is looked for is where our own writer put a part, not what a text is
    text = text.casefold()
    # a token may take the blanks in front of it along
    offset = next((at for at in range(offset, len(text)) if not text[at].isspace()), offset)
    end = next((at for at in range(offset, len(text)) if text[at].isspace()), len(text))
    required = {attribute.name for attribute in attrs.fields(type(value)) if attribute.default is attrs.NOTHING}
    culprits = []
    for name, piece, written in _written(value):
        at = text.find(written.casefold(), max(0, offset - len(written) + 1)) if written else -1
        if 0 <= at < max(end, offset + 1) or (not written and name in required):
            culprits.append(f"{name} {piece!r}")
    return ", ".join(culprits) or _all_parts(value)


def _all_parts(value: Value) -> str:
    """The parts that say something, for the message."""
    attributes = [(attribute, getattr(value, attribute.name)) for attribute in attrs.fields(type(value))]
    return (
        ", ".join(f"{attribute.name} {part!r}" for attribute, part in attributes if part != attribute.default)
        or "nothing"
    )


def _difference(value: Value, again: Value) -> str:
    """Which part reads differently, for the message."""
    if type(value) is type(again):
        for attribute in attrs.fields(type(value)):
            given, read_again = getattr(value, attribute.name), getattr(again, attribute.name)
            if given != read_again:
                return f"{attribute.name} {given!r} cannot be written: it would be read as {read_again!r}"
    return f"{_all_parts(value)} cannot be written: it would be read as {again!r}"
