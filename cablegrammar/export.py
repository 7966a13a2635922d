"""Cables as plain data: dictionaries, lists, texts and numbers, for JSON and everything else that is not Python."""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date, datetime, time
from enum import Enum, IntEnum, StrEnum
from functools import cache, partial
from typing import TYPE_CHECKING, Any, TypeGuard, Union, get_args, get_origin

import attrs

from cablegrammar import model as m
from cablegrammar.cable import Cable

if TYPE_CHECKING:
    from cattrs import Converter

#: Grows with every change that a reader of the old form would not understand.
SCHEMA_VERSION = 1

_NAMES = {str: "text", int: "a whole number", bool: "true or false"}


def to_dict(cable: Cable) -> dict[str, Any]:
    r"""The cable as plain data, all of it: `json.dumps` writes it, `from_dict` reads it.

    A field is its exact `text`, its `construct` and its `value`, an object with the attributes of the construct's
    class. Enumerations are their words, dates ISO texts, tuples lists. Where a place holds one of several classes,
    `kind` names the class.

    >>> import cablegrammar as cg
    >>> to_dict(cg.parse("DE RUEHIL #2184/01 2531215\n"))["fields"][0]["value"]["serial"]
    '2184'
    """
    converter = make_converter()
    return {
        "schema_version": SCHEMA_VERSION,
        "fields": [
            {"text": field.text, "construct": construct_of(field.value), "value": converter.unstructure(field.value)}
            for field in cable.fields
        ],
    }


def from_dict(data: object) -> Cable:
    """The cable that `to_dict` gave as `data`; raises `ValueError` saying where `data` is not that.

    Texts and values are taken as they are: that a field's text says the same as its value is for their maker to see to.

    >>> from_dict({"schema_version": 1, "fields": [{"text": "FM LIMA", "construct": "sender", "value": {}}]})
    Traceback (most recent call last):
    ...
    ValueError: fields[0].construct: there is no construct 'sender'
    """
    top = _object(data, "", required=("schema_version", "fields"))
    if top["schema_version"] != SCHEMA_VERSION:
        raise ValueError(f"schema_version: expected {SCHEMA_VERSION}, got {_shown(top['schema_version'])}")
    if not _is_list(top["fields"]):
        raise ValueError(f"fields: expected a list, got {_shown(top['fields'])}")
    with m.trusting():
        return Cable(tuple(_field(item, f"fields[{index}]") for index, item in enumerate(top["fields"])))


def plain(part: Any) -> Any:
    """Any value, part of a value or other frozen class as plain data; a value says by `kind` of which class it is.

    >>> import cablegrammar as cg
    >>> plain(cg.Tag("PREL"))
    {'kind': 'tag', 'code': 'PREL', 'name': ''}
    """
    if isinstance(part, tuple):
        return [plain(item) for item in part]
    if isinstance(part, m.Value):
        return {"kind": kind_of(type(part)), **make_converter().unstructure(part)}
    if attrs.has(type(part)):
        return {attribute.name: plain(getattr(part, attribute.name)) for attribute in attrs.fields(type(part))}
    return make_converter().unstructure(part)


def construct_of(value: m.Value) -> str:
    """The name that the export gives to a field's construct."""
    return value.start_rule or "unparsed"


def kind_of(cls: type) -> str:
    """The name of a class as a tag: `laid_out` for `LaidOut`."""
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).removeprefix("_")


# ---- reading --------------------------------------------------------------------------------------------------------


def _object(data: object, path: str, required: tuple[str, ...]) -> dict[str, Any]:
    if not _is_object(data):
        raise ValueError(f"{path or 'the data'}: expected an object, got {_shown(data)}")
    for name in required:
        if name not in data:
            raise ValueError(f"{path}{'.' if path else ''}{name}: is missing")
    return data


def _field(data: object, path: str) -> m.Field:
    from cattrs.errors import BaseValidationError

    item = _object(data, path, required=("text", "construct", "value"))
    text, construct = item["text"], item["construct"]
    if not isinstance(text, str):
        raise ValueError(f"{path}.text: expected text, got {_shown(text)}")
    cls = m.Unparsed if construct == "unparsed" else m.CONSTRUCTS.get(construct) if isinstance(construct, str) else None
    if cls is None:
        raise ValueError(f"{path}.construct: there is no construct {_shown(construct)}")
    try:
        return m.Field(text=text, value=make_converter().structure(item["value"], cls))
    except BaseValidationError as error:
        raise ValueError(f"{path}.value{_reason(error)}") from None
    except ValueError as error:
        raise ValueError(f"{path}.value: {error}") from None


def _reason(error: BaseException) -> str:
    """The first thing wrong, with the path to it: `.section.number: expected a whole number, got 'one'`."""
    from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

    step = ""
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            step = f".{note.name}"
        elif isinstance(note, IterableValidationNote):
            step = f"[{note.index}]"
    if isinstance(error, ForbiddenExtraKeysError):
        return f"{step}.{min(map(str, error.extra_fields))}: there is no such part"
    for first in getattr(error, "exceptions", ()):
        return step + _reason(first)
    return f"{step}: {'is missing' if isinstance(error, KeyError) else error}"


def _shown(data: object) -> str:
    shown = repr(data)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"


# ---- the converter --------------------------------------------------------------------------------------------------

_Hook = Callable[[Any, Any], Any]


@cache
def make_converter() -> Converter:
    """One converter for all classes of the model: it reads exactly what it writes, and guesses nothing."""
    # imported with the first conversion: not every run of the library needs it
    from cattrs import Converter

    converter = Converter()
    for cls in (str, int, bool):
        converter.register_structure_hook(cls, _exactly)
    for moment in (date, datetime, time):
        converter.register_structure_hook(moment, _moment)
        converter.register_unstructure_hook(moment, moment.isoformat)
    # StrEnum and IntEnum by name, else they would pass for what they derive from
    for enumeration in (Enum, StrEnum, IntEnum):
        converter.register_structure_hook(enumeration, _member)
        converter.register_unstructure_hook(enumeration, str)
    converter.register_structure_hook_factory(_is_value, partial(_parts, converter))
    converter.register_structure_hook_factory(_is_tuple, partial(_items, converter))
    converter.register_unstructure_hook_factory(_is_tuple, partial(_as_list, converter))
    converter.register_structure_hook_factory(_is_union, partial(_choice, converter))
    converter.register_unstructure_hook_factory(_is_union, partial(_tagged, converter))
    return converter


def _exactly(data: Any, cls: type) -> Any:
    if type(data) is not cls:  # True is an int to Python only
        raise ValueError(f"expected {_NAMES[cls]}, got {_shown(data)}")
    return data


def _moment(data: Any, cls: Any) -> Any:
    try:
        return cls.fromisoformat(data)
    except (TypeError, ValueError):
        raise ValueError(f"expected an ISO {cls.__name__}, got {_shown(data)}") from None


def _member(data: Any, cls: Any) -> Any:
    for member in cls:
        if str(member) == data:
            return member
    raise ValueError(f"expected {' or '.join(repr(str(member)) for member in cls)}, got {_shown(data)}")


def _parts(converter: Converter, cls: Any) -> _Hook:
    from cattrs.gen import make_dict_structure_fn

    read = make_dict_structure_fn(cls, converter, _cattrs_forbid_extra_keys=True, _cattrs_detailed_validation=True)

    def structure(data: Any, _: Any) -> Any:
        if not _is_object(data):
            raise ValueError(f"expected an object, got {_shown(data)}")
        return read(data, cls)

    return structure


def _items(converter: Converter, cls: Any) -> _Hook:
    item, _ = get_args(cls)
    as_list: Any = types.GenericAlias(list, (item,))

    def structure(data: Any, _: Any) -> Any:
        if not _is_list(data):
            raise ValueError(f"expected a list, got {_shown(data)}")
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
    if not all(map(_is_value, by_kind.values())):
        raise TypeError(f"no form for {cls}")

    def structure(data: Any, _: Any) -> Any:
        if data is None and or_none:
            return None
        if not by_kind:
            return converter.structure(data, options[0])
        if not _is_object(data):
            raise ValueError(f"expected an object, got {_shown(data)}")
        rest = dict(data)
        kind = rest.pop("kind", None)
        if not isinstance(kind, str) or kind not in by_kind:
            raise ValueError(f"expected kind {' or '.join(map(repr, by_kind))}, got {_shown(kind)}")
        return converter.structure(rest, by_kind[kind])

    return structure


def _tagged(converter: Converter, cls: Any) -> Callable[[Any], Any]:
    options = [option for option in get_args(cls) if option is not type(None)]
    if len(options) == 1:
        return lambda value: None if value is None else converter.unstructure(value, unstructure_as=options[0])

    def unstructure(value: Any) -> Any:
        return None if value is None else {"kind": kind_of(value.__class__), **converter.unstructure(value)}

    return unstructure


def _is_object(data: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(data, dict)


def _is_list(data: object) -> TypeGuard[list[Any]]:
    return isinstance(data, list)


def _is_value(cls: Any) -> bool:
    return isinstance(cls, type) and issubclass(cls, m.Value)


def _is_tuple(cls: Any) -> bool:
    return get_origin(cls) is tuple


def _is_union(cls: Any) -> bool:
    return get_origin(cls) in (Union, types.UnionType)
