"""Cables as plain data: everything comes back, and what does not fit is named with its place."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator, Sequence
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
from cablegrammar import strategies
from cablegrammar.converter import DataFault, kind_of, make_converter
from cablegrammar.export import CableDataError, from_dict, to_dict
from cablegrammar.strategies.base import hostile_texts
from tests.shared import cables, needs_corpus

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


def with_wrong(path: Sequence[str | int], wrong: Any) -> Any:
    """`STATION` with `wrong` at the end of `path`."""
    data: Any = {"the data": deepcopy(STATION)}
    place = data
    for step in ["the data", *path][:-1]:
        place = place[step]
    place[["the data", *path][-1]] = wrong
    return data["the data"]


def without(path: Sequence[str | int]) -> Any:
    """`STATION` without what is at the end of `path`."""
    data: Any = deepcopy(STATION)
    place = data
    for step in path[:-1]:
        place = place[step]
    del place[path[-1]]
    return data


WRONG: list[tuple[list[str | int], Any, str]] = [
    ([], [], "the data: expected an object, got []"),
    ([], None, "the data: expected an object, got null"),
    ([], [{}], "the data: expected an object, got [{}], which are several documents: give them one by one"),
    (
        ["schema_version"],
        2,
        "schema_version: expected 1, got 2: the form is newer than this version of cablegrammar reads",
    ),
    (
        ["schema_version"],
        0,
        "schema_version: expected 1, got 0: the form is older than this version of cablegrammar reads",
    ),
    (["schema_version"], "1", "schema_version: expected 1, got '1'"),
    (["schema_version"], True, "schema_version: expected 1, got true"),
    (["path"], 1, "path: expected text, got 1"),
    (["line"], "one", "line: expected a whole number, got 'one'"),
    (["paths"], "a.txt", "paths: there is no such part; did you mean 'path'?"),
    (
        ["values"],
        [],
        "the data: expected either 'fields', which have their texts, or 'values', which have none, got both",
    ),
    (["fields"], {}, "fields: expected a list, got {}"),
    (["fields", 0], "DE", "fields[0]: expected an object, got 'DE'"),
    (["fields", 0, "text"], None, "fields[0].text: expected text, got null"),
    (["fields", 0, "txet"], "DE", "fields[0].txet: there is no such part; did you mean 'text'?"),
    (
        ["fields", 0, "construct"],
        "paragraf",
        "fields[0].construct: there is no construct 'paragraf'; did you mean 'paragraph'?",
    ),
    (["fields", 0, "construct"], "sender", "fields[0].construct: there is no construct 'sender'"),
    (["fields", 0, "construct"], ["station"], "fields[0].construct: there is no construct ['station']"),
    (["fields", 0, "value"], [1], "fields[0].value: expected an object, got [1]"),
    (["fields", 0, "value", "serial"], 5, "fields[0].value.serial: expected text, got 5"),
    (["fields", 0, "value", "day"], "253", "fields[0].value.day: expected a whole number, got '253'"),
    (["fields", 0, "value", "day"], True, "fields[0].value.day: expected a whole number, got true"),
    (["fields", 0, "value", "section"], 1.0, "fields[0].value.section: expected a whole number, got 1.0"),
    (["fields", 0, "value", "year"], 2009, "fields[0].value.year: there is no such part"),
    (["fields", 0, "value", "sectoin"], 1, "fields[0].value.sectoin: there is no such part; did you mean 'section'?"),
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
        "fields[1].value.blocks[1].kind: expected 'prose' or 'laid_out', got 'verse'",
    ),
    (
        ["fields", 1, "value", "blocks", 1, "kind"],
        [],
        "fields[1].value.blocks[1].kind: expected 'prose' or 'laid_out', got []",
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
    data = with_wrong(path, wrong)
    with pytest.raises(CableDataError) as caught:
        from_dict(data)
    assert str(caught.value) == message


MISSING: list[tuple[list[str | int], str]] = [
    (
        ["fields"],
        "the data: expected either 'fields', which have their texts, or 'values', which have none, got neither",
    ),
    (["schema_version"], "schema_version: is missing, expected 1"),
    (["fields", 1, "text"], "fields[1].text: is missing, expected the exact text of the field"),
    (["fields", 1, "construct"], "fields[1].construct: is missing, expected the name of a construct"),
    (["fields", 1, "value"], "fields[1].value: is missing, expected an object"),
    (["fields", 0, "value", "serial"], "fields[0].value.serial: is missing, expected text"),
    (["fields", 0, "value", "section"], "fields[0].value.section: is missing, expected a whole number or null"),
    (
        ["fields", 1, "value", "marking", "level"],
        "fields[1].value.marking.level: is missing, expected 'UNCLASSIFIED' or 'LIMITED OFFICIAL USE' or"
        " 'CONFIDENTIAL' or 'SECRET' or 'TOP SECRET'",
    ),
    (
        ["fields", 1, "value", "blocks", 0, "kind"],
        "fields[1].value.blocks[0].kind: is missing, expected 'prose' or 'laid_out'",
    ),
]


@pytest.mark.parametrize(("path", "message"), MISSING)
def test_what_is_missing_is_named(path: list[str | int], message: str) -> None:
    data = without(path)
    with pytest.raises(CableDataError) as caught:
        from_dict(data)
    assert str(caught.value) == message


@pytest.mark.parametrize("wrong", ["31.12.2034", "2034-02-31", 2034, None, "2034-09-09T00:00", "20340909"])
def test_a_date_is_an_iso_date(wrong: object) -> None:
    data = to_dict(cg.parse("UNCLAS LIMA 000017\nE.O. 12958: DECL: 09/09/2034\n"))
    (order,) = [field["value"] for field in data["fields"] if field["construct"] == "executive_order"]
    order["date"] = wrong
    if wrong is None:
        assert from_dict(data)
        return
    with pytest.raises(ValueError, match=r"^fields\[1\]\.value\.date: expected an ISO date, got "):
        from_dict(data)


@pytest.mark.parametrize(
    "wrong", ["2009-09-10", "2009-09-10T00:00:00", "2009-09-10 00:00:00+02:00", "2009-W37-4T00:00Z"]
)
def test_a_moment_has_its_offset(wrong: str) -> None:
    data = to_dict(cg.parse(SEED.read_text(encoding="utf-8")))
    (record,) = [field["value"] for field in data["fields"] if field["construct"] == "record"]
    record["created"] = wrong
    with pytest.raises(CableDataError) as caught:
        from_dict(data)
    assert [fault.expected for fault in caught.value.errors] == ["an ISO date and time with its offset"]


def test_z_is_an_offset() -> None:
    data = to_dict(cg.parse(SEED.read_text(encoding="utf-8")))
    (record,) = [field["value"] for field in data["fields"] if field["construct"] == "record"]
    record["created"] = "2009-09-10T00:00:00Z"
    read = from_dict(data).record
    assert read is not None
    assert read.created.isoformat() == "2009-09-10T00:00:00+00:00"


def test_all_faults_are_named() -> None:
    data: Any = deepcopy(STATION)
    data["paht"] = "a.txt"
    data["fields"][0]["text"] = None
    data["fields"][0]["value"] |= {"day": "one", "hour": 1.5, "hours": 12}
    del data["fields"][0]["value"]["serial"]
    data["fields"][1]["construct"] = "paragraf"
    data["fields"].append({"text": "BT", "construct": "separation", "value": None})
    with pytest.raises(CableDataError) as caught:
        from_dict(data)
    assert [tuple(fault)[:3] for fault in caught.value.errors] == [
        ("paht", "'schema_version' or 'fields' or 'values' or '$schema' or 'path' or 'line'", "'paht'"),
        ("fields[0].text", "text", "null"),
        ("fields[0].value.serial", "text", "nothing"),
        ("fields[0].value.day", "a whole number", "'one'"),
        ("fields[0].value.hour", "a whole number", "1.5"),
        (
            "fields[0].value.hours",
            "'routing_indicator' or 'serial' or 'section' or 'day' or 'hour' or 'minute'",
            "'hours'",
        ),
        ("fields[1].construct", "the name of a construct", "'paragraf'"),
        ("fields[2].value", "an object", "null"),
    ]
    assert str(caught.value).splitlines() == [str(fault) for fault in caught.value.errors]


def test_the_error_can_be_pickled() -> None:
    with pytest.raises(CableDataError) as caught:
        from_dict({})
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.errors == caught.value.errors
    assert str(again) == str(caught.value)


def test_data_of_any_depth_is_named_at_once() -> None:
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(CableDataError, match=r"^fields\[0\]: expected an object, got \[\[\[\[\["):
        from_dict({"schema_version": 1, "fields": [deep]})
    while deep:  # else it is taken apart by recursion
        (deep,) = deep


def test_keys_that_are_no_text() -> None:
    with pytest.raises(CableDataError, match=r"^1: there is no such part$"):
        from_dict(dict[Any, Any](STATION) | {1: 2})


# ---- values alone ---------------------------------------------------------------------------------------------------


def of_values(*values: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    """A document of values alone."""
    return {"schema_version": 1, "values": [{"construct": name, "value": value} for name, value in values]}


LINE = (
    "classification_line",
    {"level": "CONFIDENTIAL", "message_number": {"post": "LIMA", "number": "000017"}},
)
SUBJECT = ("subject", {"text": "VISIT"})
PARAGRAPH = ("paragraph", {"number": 1, "blocks": [{"kind": "prose", "text": "Post agrees."}]})


def test_values_alone_are_written_in_canonical_form() -> None:
    cable = from_dict(of_values(LINE, SUBJECT, PARAGRAPH))
    text = cg.unparse(cable)
    assert text == "C O N F I D E N T I A L LIMA 000017\n\nSUBJECT: VISIT\n\n1. Post agrees.\n"
    assert cg.format(text) == text


def test_values_alone_leave_out_what_needs_no_words() -> None:
    document = of_values(LINE, SUBJECT, PARAGRAPH, ("signature", {"name": "ROE"}))
    assert to_dict(from_dict(document), texts=False) == document


@given(strategies.cables())
def test_values_alone_come_back(cable: cg.Cable) -> None:
    again = from_dict(json.loads(json.dumps(to_dict(cable, texts=False))))
    assert again == cable
    assert cg.unparse(again) == cg.unparse(cable)


def test_values_of_the_seed_come_back() -> None:
    cable = cg.canonicalize(cg.parse(SEED.read_text(encoding="utf-8")))
    again = from_dict(json.loads(json.dumps(to_dict(cable, texts=False))))
    assert again == cable
    assert cg.unparse(again) == cg.unparse(cable)


@needs_corpus
def test_values_of_real_cables_come_back() -> None:
    """Those that canonical form leaves nothing of as it was; the others are refused with a reason."""
    read: list[cg.Cable] = []
    refused: list[DataFault] = []
    for text in list(cables().values())[::8]:
        cable = cg.canonicalize(cg.parse(text))
        try:
            read.append(from_dict(to_dict(cable, texts=False)))
        except CableDataError as error:
            refused += error.errors[:1]
            continue
        assert read[-1] == cable
    assert all(fault.path.startswith("values[") for fault in refused)
    assert len(refused) * 20 <= len(read)


def test_what_was_not_understood_keeps_its_text() -> None:
    document = to_dict(cg.parse(IMPOSSIBLE), texts=False)
    assert document["values"][0]["construct"] == "unparsed"
    assert cg.unparse(from_dict(document)) == IMPOSSIBLE


@pytest.mark.parametrize(
    ("values", "messages"),
    [
        (
            [LINE, ("subject", {"text": "VISIT\n1. (C) Bad."})],
            [
                r"values[1].value: Subject: text 'VISIT\n1. (C) Bad.' cannot be written:"
                " it would be read as 'VISIT 1. (C) Bad.'"
            ],
        ),
        (
            [
                ("action", {"address": {"plad": "lima"}}),
                ("tags", {"tags": [{"code": "PREL"}, {"code": "P GOV"}]}),
                ("subject", {"txet": "VISIT"}),
            ],
            [
                "values[0].value.address: Address: plad 'lima' cannot be written: ",
                "values[1].value.tags[1]: Tag: code 'P GOV' cannot be written: ",
                "values[2].value.text: is missing, expected text",
                "values[2].value.txet: there is no such part; did you mean 'text'?",
            ],
        ),
        (
            [SUBJECT, ("signature", {"name": "SMITH"}), ("tags", {"tags": []})],
            ["values[1].value: signature {'name': 'SMITH'} would be read otherwise here: as "],
        ),
        ([SUBJECT, ("blank", {})], ["values[1].value: blank {} would be read otherwise here: as nothing"]),
        (
            [("publisher_line", {"text": "UNCLAS LIMA 000017"})],
            ["values[0].value: PublisherLine: text 'UNCLAS LIMA 000017' cannot be written: "],
        ),
    ],
)
def test_values_alone_are_verified(values: list[tuple[str, dict[str, Any]]], messages: list[str]) -> None:
    with pytest.raises(CableDataError) as caught:
        from_dict(of_values(*values))
    said = list(map(str, caught.value.errors))
    assert len(said) == len(messages)
    for line, message in zip(said, messages, strict=True):
        assert line.startswith(message)


LONG = ("Post agrees with the Department and will report. " * 3).strip()


@pytest.mark.parametrize(
    ("blocks", "message"),
    [
        (
            [{"kind": "prose", "text": f"{LONG} ROE"}],
            "blocks[0].text: '…will report. ROE' would be read otherwise here: as '…will report.'",
        ),
        (
            [{"kind": "prose", "text": LONG}, {"kind": "prose", "text": "ROE"}],
            "blocks[1]: {'kind': 'prose', 'text': 'ROE'} would be read otherwise here: as nothing",
        ),
    ],
)
def test_the_part_that_is_read_otherwise_is_named(blocks: list[Any], message: str) -> None:
    with pytest.raises(CableDataError) as caught:
        from_dict(of_values(LINE, PARAGRAPH, ("paragraph", {"number": 2, "blocks": blocks})))
    assert str(caught.value) == f"values[2].value.{message}"


def test_no_text_stands_among_values() -> None:
    document = of_values(SUBJECT)
    document["values"][0]["text"] = "SUBJECT: VISIT"
    with pytest.raises(CableDataError) as caught:
        from_dict(document)
    assert str(caught.value) == (
        "values[0].text: 'values' have no texts; fields with their exact texts stand in 'fields'"
    )


def test_texts_and_values_are_not_verified_in_fields() -> None:
    """They are their maker's: else a cable that was read could not be given back."""
    field = {"text": "whatever", "construct": "subject", "value": {"text": "VISIT\n1. (C) Bad."}}
    assert cg.unparse(from_dict({"schema_version": 1, "fields": [field]})) == "whatever"
