"""Values from what a person or a program gives: a value, or its text with or without the label that begins its line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import read
from cablegrammar.cable import Cable
from cablegrammar.engine import Rejected

V = TypeVar("V", bound=m.Value)

#: How many characters of what was given a message shows.
SHOWN = 100

#: What a construct's text has around it and may be left out.
LABELS: dict[type[m.Value], str] = {
    m.Station: "DE {}",
    m.Originator: "FM {}",
    m.ExecutiveOrder: "E.O. {}",
    m.Tags: "TAGS: {}",
    m.Subject: "SUBJECT: {}",
    m.References: "REF: {}",
    m.ClassifiedBy: "Classified By: {}",
    m.PortionMarking: "({})",
}


def value_of(name: str, given: object, cls: type[V]) -> V:
    """`given` as a value of `cls`; a text is read by the construct's grammar, `name` is what messages call it.

    Raises `ValueError` for what is neither, for a text that is not the construct, and for one that could not be written (guarantee G10).

    >>> value_of("tags", "PREL, PK", m.Tags).tags[1].code
    'PK'
    >>> value_of("tags", 5, m.Tags)
    Traceback (most recent call last):
    ...
    ValueError: tags: expected a Tags or its text, got 5
    """
    if isinstance(given, cls):
        return given
    if not isinstance(given, str):
        raise ValueError(f"{name}: expected {_one(cls)} or its text, got {clipped(given)}")
    if not given.strip():
        raise ValueError(f"{name}: expected the text of {_one(cls)}, got {clipped(given)}")
    refused: list[Rejected] = []
    for text in dict.fromkeys((given, LABELS.get(cls, "{}").format(given))):
        try:
            value = read(text, cls.start_rule)
        except Rejected as error:
            refused.append(error)
            continue
        if isinstance(value, cls):
            try:
                return _verified(value)
            except ValueError as error:
                raise ValueError(f"{name}: {clipped(given)}: {error}") from None
    raise ValueError(f"{name}: {clipped(given)} is no {cls.start_rule.replace('_', ' ')}: {refused[-1]}")


def _one(cls: type[m.Value]) -> str:
    """The name of a class with its article."""
    return f"{'an' if cls.__name__[0] in 'AEIO' else 'a'} {cls.__name__}"


def clipped(given: object) -> str:
    """`given` as Python writes it, in a message: its beginning if it is long.

    >>> clipped("RICE " * 100)
    "'RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE RICE..."
    """
    text = repr(given)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."


def cable_of(name: str, given: object) -> Cable:
    """`given` if it is a cable; raises `ValueError` for a text, say, which is to be parsed first."""
    if not isinstance(given, Cable):
        raise ValueError(f"{name}: expected a Cable, which cablegrammar.parse makes of a text, got {clipped(given)}")
    return given


def cables_of(name: str, given: object) -> list[Cable]:
    """`given`, several cables; raises `ValueError` for one alone, and for what is none."""
    if isinstance(given, Cable | str) or not isinstance(given, Iterable):
        raise ValueError(f"{name}: expected several cables, got {clipped(given)}")
    several: Iterable[Any] = given
    return [cable_of(f"{name}: cable {place}", one) for place, one in enumerate(several, 1)]


def whole_number_of(name: str, given: object) -> int:
    """`given` if it is a whole number; raises `ValueError` for anything else."""
    if not isinstance(given, int):
        raise ValueError(f"{name}: expected a whole number, got {clipped(given)}")
    return given


def words_of(name: str, given: object) -> str | None:
    """`given` if it is a text or `None`; raises `ValueError` for anything else."""
    if given is None or isinstance(given, str):
        return given
    raise ValueError(f"{name}: expected a text, got {clipped(given)}")


def _verified(value: V) -> V:
    """`value` by its constructor, which verifies it: what reading makes is trusted to stand where it was read."""
    made: V = attrs.evolve(value)
    return made


def values_of(name: str, given: object, cls: type[V]) -> tuple[V, ...]:
    """`given`, one or several, as values of `cls`; see `value_of`."""
    return tuple(value_of(name, one, cls) for one in one_or_several(given))


def one_or_several(given: object) -> Sequence[Any]:
    """`given` as a sequence: a text or a value is one, `None` is none.

    >>> one_or_several("SIPDIS"), one_or_several(None), one_or_several(["SIPDIS", "NOFORN"])
    (('SIPDIS',), (), ('SIPDIS', 'NOFORN'))
    """
    if given is None:
        return ()
    if isinstance(given, Iterable) and not isinstance(given, str):
        return tuple(given)
    return (given,)


def date_time_group_of(given: object) -> m.DateTimeGroup:
    """A date-time group from one, from its text, or from an aware `datetime`; raises `ValueError` for what is none of them."""
    if not isinstance(given, dt.datetime):
        return value_of("date_time_group", given, m.DateTimeGroup)
    if given.tzinfo is None:
        raise ValueError(f"date_time_group: {given.isoformat()} has no time zone")
    try:
        at = given.astimezone(dt.UTC)
        return m.DateTimeGroup(at.day, at.hour, at.minute, at.month, at.year)
    except (OverflowError, ValueError) as error:
        raise ValueError(f"date_time_group: {given.isoformat()}: {error}") from None


def level_of(given: object) -> tuple[m.Level, bool]:
    """A level, and whether it is EFTO, from a level or from any spelling that the grammar knows; raises `ValueError` for anything else.

    >>> level_of("UNCLAS E F T O") == (m.Level.UNCLASSIFIED, True)
    True
    """
    if isinstance(given, m.Level):
        return given, False
    try:
        value = read(f"{given} LIMA 000001", m.ClassificationLine.start_rule)
    except Rejected:
        value = None
    if not isinstance(value, m.ClassificationLine) or value.message_number.post != "LIMA" or value.section is not None:
        levels = ", ".join(map(str, m.Level))
        raise ValueError(f"classification: expected one of {levels}, or 'UNCLAS EFTO', got {clipped(given)}")
    return value.level, value.efto
