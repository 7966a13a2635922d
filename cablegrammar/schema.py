"""The JSON Schema of what `to_dict` gives, made of the classes of the model by the types that the converter reads by."""

from __future__ import annotations

import inspect
from datetime import date, datetime
from importlib.resources import files
from types import NoneType
from typing import Any, get_args

import attrs

from cablegrammar import model as m
from cablegrammar.converter import is_enumeration, is_tuple, is_union, is_value, kind_of, make_converter
from cablegrammar.export import FIELDS, REMARKS, SCHEMA_VERSION, UNPARSED, VALUES

#: A name, not an address: nothing is fetched.
SCHEMA_ID = f"urn:cablegrammar:cable:{SCHEMA_VERSION}"

#: JSON Schema has no form for an exact date: the pattern says what it looks like, `format` what it is.
_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    datetime: {
        "type": "string",
        "format": "date-time",
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{6})?([+-][0-9]{2}:[0-9]{2}|Z)$",
    },
}


def read_schema() -> str:
    """The JSON Schema as it is shipped, the text of cablegrammar/data/cable.schema.json.

    >>> import json
    >>> json.loads(read_schema())["$id"]
    'urn:cablegrammar:cable:1'
    """
    return files("cablegrammar").joinpath("data", "cable.schema.json").read_text(encoding="utf-8")


def make_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a cable as plain data, in both forms; scripts/make_schema.py writes it to the shipped file.

    What it cannot say: that a date is one of the calendar, that 1.0 is no whole number here, and that values can be written.
    """
    constructs: dict[str, type[m.Value]] = dict(sorted(m.CONSTRUCTS.items())) | {UNPARSED: m.Unparsed}
    defs: dict[str, Any] = {}
    by_construct = _by_tag("construct", {name: _reference(cls, defs) for name, cls in constructs.items()})
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Cable",
        "description": "A cable as cablegrammar exports it: its fields with their exact texts, or its values alone.",
        **_object(
            {
                **{remark: _PLAIN[cls] for remark, cls in REMARKS.items()},
                "schema_version": {"type": "integer", "const": SCHEMA_VERSION},
                FIELDS: _list_of({"$ref": "#/$defs/field"}),
                VALUES: _list_of({"$ref": "#/$defs/value"}),
            },
            required=["schema_version"],
        ),
        "oneOf": [{"required": [FIELDS]}, {"required": [VALUES]}],
    }
    pair = {"construct": True, "value": True}
    defs["construct"] = {"description": "The construct decides what the value is.", **by_construct}
    defs["field"] = {
        "title": "Field",
        "description": _first_words(m.Field),
        "$ref": "#/$defs/construct",
        **_object({"text": {"type": "string"}, **pair}, required=["text", *pair]),
    }
    defs["value"] = {
        "title": "Value",
        "description": _first_words(m.Value),
        "$ref": "#/$defs/construct",
        **_object(pair, required=list(pair)),
    }
    return {**schema, "$defs": dict(sorted(defs.items()))}


def _object(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def _list_of(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _by_tag(tag: str, options: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """An object whose `tag` decides which of `options` it is, or its value, where the tag is `construct`.

    With `oneOf` a validator could only say that none of fifty forms fits.
    """
    return {
        "properties": {tag: {"enum": list(options)}},
        "required": [tag],
        "allOf": [
            {
                "if": {"properties": {tag: {"const": word}}, "required": [tag]},
                "then": {"properties": {"value": option}} if tag == "construct" else option,
            }
            for word, option in options.items()
        ],
    }


def _of(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    """The schema of the type `hint`; the classes that it is made of go to `defs`."""
    if is_tuple(hint):
        return _list_of(_of(get_args(hint)[0], defs))
    if is_union(hint):
        options = [option for option in get_args(hint) if option is not NoneType]
        if len(options) == len(get_args(hint)):
            return {"type": "object", **_by_tag("kind", {kind_of(cls): _reference(cls, defs, True) for cls in options})}
        (option,) = options
        return {"anyOf": [_of(option, defs), _PLAIN[NoneType]]}
    return _PLAIN[hint] if hint in _PLAIN else _reference(hint, defs)


def _reference(cls: Any, defs: dict[str, Any], has_kind: bool = False) -> dict[str, Any]:
    """A reference to the schema of a class, which goes to `defs`; with `has_kind` as one of several, told apart by `kind`."""
    name = cls.__name__
    if name not in defs:
        defs[name] = {}  # what it is made of may refer to it
        defs[name] = {"title": name, "description": _first_words(cls), **_parts(cls, defs, has_kind)}
    if (defs[name].get("properties", {}).get("kind") == {"const": kind_of(cls)}) != has_kind:
        raise TypeError(f"{name} stands both alone and beside other classes: there is no form for that")
    return {"$ref": f"#/$defs/{name}"}


def _parts(cls: Any, defs: dict[str, Any], has_kind: bool) -> dict[str, Any]:
    if is_enumeration(cls):
        return {"enum": [str(member) for member in cls]}
    if not is_value(cls):
        raise TypeError(f"no form for {cls}")
    properties: dict[str, Any] = {"kind": {"const": kind_of(cls)}} if has_kind else {}
    required = list(properties)
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        properties[attribute.name] = _of(attribute.type, defs)
        if attribute.default is attrs.NOTHING:
            required.append(attribute.name)
        else:
            default = make_converter().unstructure(attribute.default, unstructure_as=attribute.type)
            properties[attribute.name] = {**properties[attribute.name], "default": default}
    return _object(properties, required)


def _first_words(cls: Any) -> str:
    """The first paragraph of a class's docstring, a sentence, on one line."""
    return " ".join((inspect.getdoc(cls) or "").split("\n\n")[0].split())
