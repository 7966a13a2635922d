"""Between values and plain data: the one converter that the export, and by the same types the JSON Schema, is made with."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from enum import Enum, IntEnum, StrEnum
from functools import cache, partial
from reprlib import Repr
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, Union, get_args, get_origin

import attrs

from cablegrammar import model as m

if TYPE_CHECKING:
    from cattrs import Converter

#: What plain types are called in messages.
_NAMES = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    types.NoneType: "null",
    date: "an ISO date",
    datetime: "an ISO date and time with its offset",
}


class DataFault(NamedTuple):
    """One thing wrong with plain data: `path` to the place, `""` for the whole; what was `expected` there, and what was `got`, as it is
    shown to people. `said` is what messages say instead, where something says it better.

    >>> str(DataFault("fields[0].value.day", "a whole number", "'one'"))
    "fields[0].value.day: expected a whole number, got 'one'"
    """

    path: str
    expected: str
    got: str
    said: str = ""

    def __str__(self) -> str:
        return f"{self.path or 'the data'}: {self.said or f'expected {self.expected}, got {self.got}'}"


class Misfit(ValueError):
    """What a hook of the converter says of data that does not fit; `step` leads from the place of the data to the fault."""

    def __init__(self, expected: str, data: object, step: str = "") -> None:
        super().__init__(expected, data, step)
        self.expected = expected
        self.data = data
        self.step = step


def kind_of(cls: type) -> str:
    """The name of a class as a tag: `laid_out` for `LaidOut`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).removeprefix("_")


# ---- what is wrong -------------------------------------------------------------------------------------------------------------


def structure(data: object, cls: type[m.Value], path: str, faults: list[DataFault]) -> m.Value | None:
    """The value of `cls` that `data` is; what is wrong, with `path` in front, is added to `faults`."""
    from cattrs.errors import BaseValidationError

    try:
        value: m.Value = make_converter().structure(data, cls)
    except (BaseValidationError, ValueError) as error:
        faults.extend(_faults(error, path, data))
        return None
    return value


def _faults(error: BaseException, path: str, data: Any) -> Iterator[DataFault]:
    """Everything wrong that `error`, a tree, tells about `data`."""
    from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

    hint: Any = None
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            path, data, hint = f"{path}.{note.name}", data.get(note.name), note.type
        elif isinstance(note, IterableValidationNote):
            path, data = f"{path}[{note.index}]", data[int(note.index)]
    if isinstance(error, ForbiddenExtraKeysError):
        parts = [attribute.name for attribute in attrs.fields(error.cl)]
        # `kind` was taken off before the class saw the data
        yield from unknown_keys([key for key in data if key in error.extra_fields], parts, path)
    elif isinstance(error, KeyError):
        yield missing(path, form_of(hint))
    elif isinstance(error, Misfit):
        at = f"{path}{error.step}"
        yield (
            missing(at, error.expected) if error.data is _NOTHING else DataFault(at, error.expected, shown(error.data))
        )
    elif parts_of := getattr(error, "exceptions", ()):
        for one in parts_of:
            yield from _faults(one, path, data)
    else:
        # the constructor has refused the value (guarantee G10)
        yield DataFault(path, "a value that can be written", shown(data), str(error))


def missing(path: str, expected: str) -> DataFault:
    """The fault that there is nothing at `path`."""
    return DataFault(path, expected, "nothing", f"is missing, expected {expected}")


def unknown_keys(keys: Iterable[object], known: Iterable[str], path: str) -> Iterator[DataFault]:
    """A fault for each of `keys` that is not among `known`."""
    known = list(known)
    for key in keys:
        if key not in known:
            at = f"{path}{'.' if path else ''}{key}"
            yield DataFault(at, one_of(known) or "nothing", shown(key), f"there is no such part{close_to(key, known)}")


def close_to(word: object, known: Iterable[str]) -> str:
    """`; did you mean 'serial'?` for `serail`, `""` where nothing is close."""
    close = get_close_matches(str(word), list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def one_of(words: Iterable[object]) -> str:
    """The words as alternatives."""
    return " or ".join(repr(str(word)) for word in words)


def form_of(hint: Any) -> str:
    """What a place of the type `hint` takes, for messages."""
    if is_union(hint):
        return " or ".join(dict.fromkeys(map(form_of, get_args(hint))))
    if is_tuple(hint):
        return "a list"
    if is_enumeration(hint):
        return one_of(hint)
    return _NAMES.get(hint, "an object")


def shown(data: object) -> str:
    """`data` in a few words, for messages; `null`, `true` and `false` as JSON has them."""
    if data is None:
        return "null"
    if isinstance(data, bool):
        return "true" if data else "false"
    short = _SHORT.repr(data)
    return short if len(short) <= _WIDTH else f"{short[: _WIDTH - 1]}…"


_WIDTH = 40
#: Shows any data at once, however long or deeply nested.
_SHORT = Repr()
_SHORT.maxstring = _SHORT.maxother = 2 * _WIDTH

_NOTHING = object()

# ---- the converter -------------------------------------------------------------------------------------------------------------

_Hook = Callable[[Any, Any], Any]


@cache
def make_converter(*, defaults: bool = True) -> Converter:
    """One converter for all classes of the model: it reads exactly what it writes, and guesses nothing.

    Without `defaults` it leaves out parts that equal their default; reading takes them as left out in any case.
    """
    # imported with the first conversion: not every run of the library needs it
    from cattrs import Converter

    converter = Converter(omit_if_default=not defaults)
    for cls in (str, int, bool):
        converter.register_structure_hook(cls, _exactly)
    for moment in (date, datetime):
        converter.register_structure_hook(moment, _moment)
        converter.register_unstructure_hook(moment, moment.isoformat)
    # StrEnum and IntEnum by name, else they would pass for what they derive from
    for enumeration in (Enum, StrEnum, IntEnum):
        converter.register_structure_hook(enumeration, _member)
        converter.register_unstructure_hook(enumeration, str)
    converter.register_structure_hook_factory(is_value, partial(_parts, converter))
    converter.register_structure_hook_factory(is_tuple, partial(_items, converter))
    converter.register_unstructure_hook_factory(is_tuple, partial(_as_list, converter))
    converter.register_structure_hook_factory(is_union, partial(_choice, converter))
    converter.register_unstructure_hook_factory(is_union, partial(_tagged, converter))
    return converter


def _exactly(data: Any, cls: type) -> Any:
    if type(data) is not cls:  # True is an int to Python only
        raise Misfit(_NAMES[cls], data)
    return data


def _moment(data: Any, cls: Any) -> Any:
    try:
        moment = cls.fromisoformat(data)
    except (TypeError, ValueError):
        raise Misfit(_NAMES[cls], data) from None
    # Python reads more forms than the extended one with an offset, which it writes; Z is another word for +00:00
    if moment.isoformat() not in (data, f"{data.removesuffix('Z')}+00:00") or (cls is datetime and not moment.tzinfo):
        raise Misfit(_NAMES[cls], data)
    return moment


def _member(data: Any, cls: Any) -> Any:
    for member in cls:
        if str(member) == data:
            return member
    raise Misfit(one_of(cls), data)


def _parts(converter: Converter, cls: Any) -> _Hook:
    from cattrs.gen import make_dict_structure_fn

    read = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def structure(data: Any, _: Any) -> Any:
        if not is_object(data):
            raise Misfit("an object", data)
        return read(data, cls)

    return structure


def _items(converter: Converter, cls: Any) -> _Hook:
    item, _ = get_args(cls)
    as_list: Any = types.GenericAlias(list, (item,))

    def structure(data: Any, _: Any) -> Any:
        if not is_list(data):
            raise Misfit("a list", data)
        return tuple(converter.structure(data, as_list))

    return structure


def _as_list(converter: Converter, cls: Any) -> Callable[[Any], Any]:
    item, _ = get_args(cls)
    return lambda value: [converter.unstructure(part, unstructure_as=item) for part in value]


def _choice(converter: Converter, cls: Any) -> _Hook:
    """A class or `None`, or one of several classes, which `kind` tells apart; the model has no other unions."""
    options = [option for option in get_args(cls) if option is not type(None)]
    or_none = len(options) < len(get_args(cls))
    by_kind = {kind_of(option): option for option in options} if len(options) > 1 else {}
    if not all(map(is_value, by_kind.values())):
        raise TypeError(f"no form for {cls}")

    def structure(data: Any, _: Any) -> Any:
        if data is None and or_none:
            return None
        if not by_kind:
            return converter.structure(data, options[0])
        if not is_object(data):
            raise Misfit("an object", data)
        rest = dict(data)
        kind = rest.pop("kind", _NOTHING)
        if not isinstance(kind, str) or kind not in by_kind:
            raise Misfit(one_of(by_kind), kind, ".kind")
        return converter.structure(rest, by_kind[kind])

    return structure


def _tagged(converter: Converter, cls: Any) -> Callable[[Any], Any]:
    options = [option for option in get_args(cls) if option is not type(None)]
    if len(options) == 1:
        return lambda value: None if value is None else converter.unstructure(value, unstructure_as=options[0])

    def unstructure(value: Any) -> Any:
        return None if value is None else {"kind": kind_of(value.__class__), **converter.unstructure(value)}

    return unstructure


# ---- the kinds of types that the model is made of ------------------------------------------------------------------------------


def is_object(data: object) -> TypeGuard[dict[str, Any]]:
    """Whether `data` is what JSON calls an object."""
    return isinstance(data, dict)


def is_list(data: object) -> TypeGuard[list[Any]]:
    """Whether `data` is what JSON calls an array."""
    return isinstance(data, list)


def is_value(cls: Any) -> bool:
    """Whether `cls` is a class of the model."""
    return isinstance(cls, type) and issubclass(cls, m.Value)


def is_enumeration(cls: Any) -> TypeGuard[type[Enum]]:
    """Whether `cls` is an enumeration, which plain data has the words of."""
    return isinstance(cls, type) and issubclass(cls, Enum)


def is_tuple(cls: Any) -> bool:
    """Whether `cls` is `tuple[X, ...]`, a list in plain data; the model has no other tuples."""
    return get_origin(cls) is tuple


def is_union(cls: Any) -> bool:
    """Whether `cls` is a union of types."""
    return get_origin(cls) in (Union, types.UnionType)
