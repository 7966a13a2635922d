"""Cables as plain data: dictionaries, lists, texts and numbers, for JSON and everything else that is not Python."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from itertools import zip_longest
from typing import Any

import attrs

from cablegrammar import model as m
from cablegrammar.cable import Cable
from cablegrammar.canonical import read_back
from cablegrammar.converter import (
    DataFault,
    close_to,
    form_of,
    is_list,
    is_object,
    kind_of,
    make_converter,
    missing,
    shown,
    structure,
    unknown_keys,
)

#: Grows with every change that a reader of the old form would not understand, which is a major version of the library.
SCHEMA_VERSION = 1

#: The two forms: with the exact text of every field, and values alone.
FIELDS, VALUES = "fields", "values"
#: What the export calls text that was not understood; no construct is called so.
UNPARSED = "unparsed"
#: What a document may say of itself: its schema, for editors; the file that it was read from, and the line that it begins in there.
REMARKS: dict[str, type] = {"$schema": str, "path": str, "line": int}

#: How many characters before the first difference between two texts are shown.
_CONTEXT = 12
_NOTHING = object()


class CableDataError(ValueError):
    """Plain data that is no cable; `errors` are all its faults, each `(path, expected, got, said)`, and the message has a line for each.

    >>> from cablegrammar import from_dict
    >>> try:
    ...     from_dict({"schema_version": 1, "values": [{"construct": "group_count", "value": {"groups": "one"}}]})
    ... except CableDataError as error:
    ...     [(fault.path, fault.expected, fault.got) for fault in error.errors]
    [('values[0].value.groups', 'a whole number', "'one'")]
    """

    def __init__(self, errors: Sequence[DataFault]) -> None:
        super().__init__(errors)
        self.errors = tuple(errors)

    def __str__(self) -> str:
        return "\n".join(map(str, self.errors))


def to_dict(cable: Cable, *, texts: bool = True) -> dict[str, Any]:
    r"""The cable as plain data, all of it: `json.dumps` writes it, `from_dict` reads it. docs/json.md shows both forms.

    A field is its exact `text`, its `construct` and its `value`, an object with the attributes of the construct's class. Enumerations are
    their words, dates ISO texts, tuples lists. Where a place holds one of several classes, `kind` names the class.

    Without `texts` it is the values alone, in the form to write by hand: parts that equal their default are left out. The layout is not
    kept, so what only layout holds is better taken off before, by `canonicalize`.

    >>> import cablegrammar as cg
    >>> to_dict(cg.parse("DE RUEHIL #2184/01 2531215\n"))["fields"][0]["value"]["serial"]
    '2184'
    >>> to_dict(cg.parse("SUBJECT:  VISIT \n"), texts=False)
    {'schema_version': 1, 'values': [{'construct': 'subject', 'value': {'text': 'VISIT'}}]}
    """
    unstructure = make_converter(defaults=texts).unstructure
    items = [
        ({"text": field.text} if texts else {})
        | {"construct": construct_of(field.value), "value": unstructure(field.value)}
        for field in cable.fields
    ]
    return {"schema_version": SCHEMA_VERSION, FIELDS if texts else VALUES: items}


def from_dict(data: object) -> Cable:
    """The cable that `to_dict` gave as `data`; raises `CableDataError`, a `ValueError`, saying where and how `data` is not that.

    In `fields`, texts and values are taken as they are: that a text says the same as its value is for their maker to see to. The cable of
    `values` is in canonical form, as that of `Cable.of`; each value is verified (guarantee G10), and a value that would be read otherwise
    between its neighbours is a fault too. Parts that have a default may be left out in both.

    >>> from_dict({"schema_version": 1, "fields": [{"text": "FM LIMA", "construct": "orignator", "value": {}}]})
    Traceback (most recent call last):
    ...
    cablegrammar.export.CableDataError: fields[0].construct: there is no construct 'orignator'; did you mean 'originator'?
    """
    faults: list[DataFault] = []
    form, items = _items(data, faults)
    texts = form == FIELDS
    with m.trusting() if texts else nullcontext():
        found = [_field(item, f"{form}[{index}]", texts, faults) for index, item in enumerate(items)]
    fields = tuple(field for field in found if field is not None)
    if not texts and not faults:
        cable, wrong = read_back([field.value for field in fields])
        if wrong is None:
            return cable
        faults.append(_misread([field.value for field in fields], cable, wrong))
    if faults:
        raise CableDataError(faults)
    return Cable(fields)


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
    return value.start_rule or UNPARSED


def class_of(construct: str) -> type[m.Value] | None:
    """The class of what the export calls `construct`, `None` where there is none."""
    return m.Unparsed if construct == UNPARSED else m.CONSTRUCTS.get(construct)


def _misread(values: Sequence[m.Value], cable: Cable, wrong: int) -> DataFault:
    """The fault that `values`, written, are read as `cable`, which differs from the index `wrong` on."""

    def named(value: m.Value) -> str:
        return f"{construct_of(value)} {shown(make_converter(defaults=False).unstructure(value))}"

    again = cable.fields[wrong].value if wrong < len(cable.fields) else None
    got = named(again) if again is not None else "nothing"
    if wrong == len(values):
        return DataFault(VALUES, "nothing more", got, f"behind the last value {got} would be read")
    value, path = values[wrong], f"{VALUES}[{wrong}].value"
    expected = named(value)
    if type(again) is type(value):
        unstructure = make_converter().unstructure
        path, expected, got = _first_apart(unstructure(value), unstructure(again), path)
    return DataFault(path, expected, got, f"{expected} would be read otherwise here: as {got}")


def _first_apart(one: Any, other: Any, path: str) -> tuple[str, str, str]:
    """Where two pieces of plain data first differ: the path to the place, and what stands there in each, to be shown."""
    steps: list[tuple[str, Any, Any]] = []
    if is_object(one) and is_object(other):
        steps = [(f".{key}", one[key], other.get(key)) for key in one]
    elif is_list(one) and is_list(other):
        steps = [(f"[{index}]", *pair) for index, pair in enumerate(zip_longest(one, other, fillvalue=_NOTHING))]
    for step, first, second in steps:
        if first != second:
            return _first_apart(first, second, f"{path}{step}")
    if isinstance(one, str) and isinstance(other, str):
        shorter = min(len(one), len(other))
        alike = next((at for at in range(shorter) if one[at] != other[at]), shorter)
        if alike > _CONTEXT:
            one, other = (f"…{text[alike - _CONTEXT :]}" for text in (one, other))
    return path, _said(one), _said(other)


def _said(part: Any) -> str:
    return "nothing" if part is _NOTHING else shown(part)


def _items(data: object, faults: list[DataFault]) -> tuple[str, list[Any]]:
    """The name of the form of `data`, and its items; raises `CableDataError` where they are not to be had."""
    if not is_object(data):
        more = ", which are several documents: give them one by one" if is_list(data) and data else ""
        raise CableDataError(
            [DataFault("", f"an object{more}", shown(data), f"expected an object, got {shown(data)}{more}")]
        )
    faults += unknown_keys(data, ("schema_version", FIELDS, VALUES, *REMARKS), "")
    faults += (
        DataFault(remark, form_of(cls), shown(data[remark]))
        for remark, cls in REMARKS.items()
        if remark in data and type(data[remark]) is not cls
    )
    if (fault := _version_fault(data)) is not None:
        raise CableDataError([*faults, fault])
    forms = [form for form in (FIELDS, VALUES) if form in data]
    if len(forms) != 1:
        expected = f"either {FIELDS!r}, which have their texts, or {VALUES!r}, which have none"
        raise CableDataError([*faults, DataFault("", expected, "both" if forms else "neither")])
    (form,) = forms
    items = data[form]
    if not is_list(items):
        raise CableDataError([*faults, DataFault(form, "a list", shown(items))])
    return form, items


def _version_fault(data: dict[str, Any]) -> DataFault | None:
    if "schema_version" not in data:
        return missing("schema_version", str(SCHEMA_VERSION))
    version = data["schema_version"]
    if type(version) is int and version != SCHEMA_VERSION:
        age = "newer" if version > SCHEMA_VERSION else "older"
        said = f"expected {SCHEMA_VERSION}, got {shown(version)}: the form is {age} than this version of cablegrammar reads"
        return DataFault("schema_version", str(SCHEMA_VERSION), shown(version), said)
    # True is 1 to Python only
    return None if type(version) is int else DataFault("schema_version", str(SCHEMA_VERSION), shown(version))


def _field(data: object, path: str, texts: bool, faults: list[DataFault]) -> m.Field | None:
    """The field that `data` is, without a text unless `texts`; what is wrong is added to `faults`."""
    if not is_object(data):
        faults.append(DataFault(path, "an object", shown(data)))
        return None
    before = len(faults)
    expected = {"text": "the exact text of the field"} if texts else {}
    expected |= {"construct": "the name of a construct", "value": "an object"}
    if not texts and "text" in data:
        said = f"{VALUES!r} have no texts; fields with their exact texts stand in {FIELDS!r}"
        faults.append(DataFault(f"{path}.text", "nothing", shown(data["text"]), said))
    faults += unknown_keys((key for key in data if key != "text"), expected, path)
    faults += (missing(f"{path}.{key}", what) for key, what in expected.items() if key not in data)
    if "text" in expected and "text" in data and not isinstance(data["text"], str):
        faults.append(DataFault(f"{path}.text", "text", shown(data["text"])))
    value = None
    if "construct" in data:
        construct = data["construct"]
        cls = class_of(construct) if isinstance(construct, str) else None
        if cls is None:
            close = close_to(construct, [*m.CONSTRUCTS, UNPARSED]) if isinstance(construct, str) else ""
            said = f"there is no construct {shown(construct)}{close}"
            faults.append(DataFault(f"{path}.construct", expected["construct"], shown(construct), said))
        elif "value" in data:
            value = structure(data["value"], cls, f"{path}.value", faults)
    if value is None or len(faults) > before:
        return None
    return m.Field(text=data["text"] if texts else "", value=value)
