"""Cables as plain data: everything comes back, and what does not fit is named with its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs
import pytest
from hypothesis import given

import cablegrammar as cg
from cablegrammar import model as m
from cablegrammar.export import from_dict, kind_of, make_converter, to_dict
from cablegrammar.strategies.base import hostile_texts

SEED = Path(__file__).parent / "fixtures" / "09ISLAMABAD2184.txt"
TABLE = "1. (SBU) Prices rose.\n\n   RICE      12\n   BREAD      8\n\n2. (U) End.\n"
IMPOSSIBLE = "O 311215Z FEB 09\n"


def again(cable: cg.Cable) -> cg.Cable:
    """The cable sent through JSON."""
    return from_dict(json.loads(json.dumps(to_dict(cable))))


@pytest.mark.parametrize(
    "text",
    ["", "\r\n", "no cable at all", TABLE, IMPOSSIBLE, "FM \ud800\r\n", "1. \x00\n", SEED.read_text(encoding="utf-8")],
    ids=["empty", "blank", "text", "table", "impossible", "surrogate", "nul", "seed"],
)
def test_comes_back_from_json(text: str) -> None:
    cable = cg.parse(text)
    assert again(cable) == cable
    assert cg.unparse(again(cable)) == text


@given(hostile_texts())
def test_comes_back_from_json_whatever_it_is(text: str) -> None:
    cable = cg.parse(text)
    assert again(cable) == cable
    assert cg.unparse(again(cable)) == text


def forms(cls: Any) -> Iterator[Any]:
    """The plain types that a type of the model is made of."""
    if get_args(cls):
        assert get_origin(cls) in (Union, UnionType) or (get_origin(cls) is tuple and get_args(cls)[1] is ...)
        for part in get_args(cls):
            yield from () if part is ... else forms(part)
    elif attrs.has(cls):
        for attribute in attrs.fields(attrs.resolve_types(cls)):
            yield from forms(attribute.type)
    else:
        yield cls


@pytest.mark.parametrize("cls", [*m.CONSTRUCTS.values(), m.Unparsed], ids=kind_of)
def test_every_class_has_a_form(cls: type[m.Value]) -> None:
    assert callable(make_converter().get_structure_hook(cls))
    known = {str, int, bool, NoneType, date, datetime}
    assert all(form in known or issubclass(form, Enum) for form in forms(cls))


def test_how_values_look() -> None:
    data = to_dict(cg.parse(SEED.read_text(encoding="utf-8")))
    assert data["schema_version"] == 1
    values = {field["construct"]: field["value"] for field in data["fields"]}
    assert values["station"] == {
        "routing_indicator": "RUEHIL",
        "serial": "2184",
        "section": 1,
        "day": 253,
        "hour": 12,
        "minute": 15,
    }
    assert values["record"]["created"] == "2009-09-10T00:00:00+02:00"
    assert values["classification_line"]["level"] == "CONFIDENTIAL"
    assert values["executive_order"]["date"] == "2034-09-09"
    assert values["paragraph"]["number"] == 9
    assert values["paragraph"]["marking"]["level"] == "UNCLASSIFIED"
    assert values["paragraph"]["blocks"][0]["kind"] == "prose"
    assert all(list(field) == ["text", "construct", "value"] for field in data["fields"])


def test_several_classes_in_one_place_are_told_apart_by_kind() -> None:
    data = to_dict(cg.parse(TABLE))
    kinds = [block["kind"] for field in data["fields"] for block in field["value"]["blocks"]]
    assert set(kinds) == {"prose", "laid_out"}


def test_not_understood_is_exported_too() -> None:
    field = to_dict(cg.parse(IMPOSSIBLE))["fields"][0]
    assert field["construct"] == "unparsed"
    assert field["value"]["construct"] == "date_time_line"
    assert field["value"]["reason"]


def test_a_path_beside_the_cable_is_no_harm() -> None:
    cable = cg.parse(TABLE)
    assert from_dict({"path": "cable.txt", **to_dict(cable)}) == cable


STATION: dict[str, Any] = {
    "schema_version": 1,
    "fields": [
        {
            "text": "DE RUEHIL #2184 2531215",
            "construct": "station",
            "value": {
                "routing_indicator": "RUEHIL",
                "serial": "2184",
                "section": None,
                "day": 253,
                "hour": 12,
                "minute": 15,
            },
        },
        {
            "text": "1. (C) Good.",
            "construct": "paragraph",
            "value": {
                "number": 1,
                "marking": {"level": "CONFIDENTIAL", "controls": ["NF"]},
                "blocks": [{"kind": "prose", "text": "Good."}, {"kind": "laid_out", "lines": ["--"]}],
            },
        },
    ],
}


def test_parts_with_a_default_may_be_left_out() -> None:
    station, paragraph = from_dict(STATION).fields
    assert isinstance(station.value, m.Station)
    assert isinstance(paragraph.value, m.Paragraph)
    assert paragraph.value.page_lines == ()
    assert paragraph.value.blocks == (m.Prose("Good."), m.LaidOut(("--",)))


WRONG: list[tuple[list[str | int], Any, str]] = [
    ([], [], "the data: expected an object, got []"),
    (["schema_version"], 2, "schema_version: expected 1, got 2"),
    (["fields"], {}, "fields: expected a list, got {}"),
    (["fields", 0], "DE", "fields[0]: expected an object, got 'DE'"),
    (["fields", 0, "text"], None, "fields[0].text: expected text, got None"),
    (["fields", 0, "construct"], "sender", "fields[0].construct: there is no construct 'sender'"),
    (["fields", 0, "construct"], ["station"], "fields[0].construct: there is no construct ['station']"),
    (["fields", 0, "value"], [1], "fields[0].value: expected an object, got [1]"),
    (["fields", 0, "value", "serial"], 5, "fields[0].value.serial: expected text, got 5"),
    (["fields", 0, "value", "day"], "253", "fields[0].value.day: expected a whole number, got '253'"),
    (["fields", 0, "value", "day"], True, "fields[0].value.day: expected a whole number, got True"),
    (["fields", 0, "value", "section"], 1.0, "fields[0].value.section: expected a whole number, got 1.0"),
    (["fields", 0, "value", "year"], 2009, "fields[0].value.year: there is no such part"),
    (["fields", 1, "value", "marking"], "C", "fields[1].value.marking: expected an object, got 'C'"),
    (
        ["fields", 1, "value", "marking", "sensitive"],
        1,
        "fields[1].value.marking.sensitive: expected true or false, got 1",
    ),
    (
        ["fields", 1, "value", "marking", "controls"],
        "NF",
        "fields[1].value.marking.controls: expected a list, got 'NF'",
    ),
    (["fields", 1, "value", "marking", "controls", 0], 1, "fields[1].value.marking.controls[0]: expected text, got 1"),
    (
        ["fields", 1, "value", "marking", "level"],
        "HUSH",
        "fields[1].value.marking.level: expected 'UNCLASSIFIED' or 'LIMITED OFFICIAL USE' or 'CONFIDENTIAL' or 'SECRET'"
        " or 'TOP SECRET', got 'HUSH'",
    ),
    (["fields", 1, "value", "blocks", 1], "--", "fields[1].value.blocks[1]: expected an object, got '--'"),
    (
        ["fields", 1, "value", "blocks", 1, "kind"],
        "verse",
        "fields[1].value.blocks[1]: expected kind 'prose' or 'laid_out', got 'verse'",
    ),
    (
        ["fields", 1, "value", "blocks", 1, "kind"],
        [],
        "fields[1].value.blocks[1]: expected kind 'prose' or 'laid_out', got []",
    ),
    (["fields", 1, "value", "blocks", 1, "lines", 0], 7, "fields[1].value.blocks[1].lines[0]: expected text, got 7"),
    (
        ["fields", 0, "value", "serial"],
        ["2184"] * 20,
        "fields[0].value.serial: expected text, got ['2184', '2184', '2184', '2184', '2184'…",
    ),
]


@pytest.mark.parametrize(
    ("path", "wrong", "message"), WRONG, ids=[message.partition(",")[0] for _, _, message in WRONG]
)
def test_what_is_wrong_is_named(path: list[str | int], wrong: Any, message: str) -> None:
    data: Any = deepcopy(STATION)
    place = data
    for step in path[:-1]:
        place = place[step]
    if path:
        place[path[-1]] = wrong
    else:
        data = wrong
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        from_dict(data)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("path", "message"),
    [
        (["fields"], "fields: is missing"),
        (["schema_version"], "schema_version: is missing"),
        (["fields", 1, "text"], "fields[1].text: is missing"),
        (["fields", 0, "value", "serial"], "fields[0].value.serial: is missing"),
        (["fields", 1, "value", "marking", "level"], "fields[1].value.marking.level: is missing"),
    ],
)
def test_what_is_missing_is_named(path: list[str | int], message: str) -> None:
    data: Any = deepcopy(STATION)
    place = data
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    with pytest.raises(ValueError) as caught:  # noqa: PT011 - the whole message is compared
        from_dict(data)
    assert str(caught.value) == message


@pytest.mark.parametrize("wrong", ["31.12.2034", "2034-02-31", 2034, None, "2034-09-09T00:00"])
def test_a_date_is_an_iso_date(wrong: object) -> None:
    data = to_dict(cg.parse("UNCLAS LIMA 000017\nE.O. 12958: DECL: 09/09/2034\n"))
    (order,) = [field["value"] for field in data["fields"] if field["construct"] == "executive_order"]
    order["date"] = wrong
    if wrong is None:
        assert from_dict(data)
        return
    with pytest.raises(ValueError, match=r"^fields\[1\]\.value\.date: expected an ISO date, got "):
        from_dict(data)
