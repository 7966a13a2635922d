"""The JSON Schema: valid, current, and of one mind with `from_dict`."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import cablegrammar as cg
from cablegrammar import model as m
from cablegrammar import strategies
from cablegrammar.export import CableDataError, from_dict, to_dict
from cablegrammar.schema import make_schema, read_schema
from tests.shared import cables, needs_corpus, seed
from tests.test_export import MISSING, STATION, WRONG, with_wrong, without


@cache
def schema() -> dict[str, Any]:
    """The shipped schema."""
    read: dict[str, Any] = json.loads(read_schema())
    return read


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def faults(document: Any) -> list[str]:
    """What the schema has against `document`."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator().iter_errors(document)]


def read(document: Any) -> CableDataError | None:
    """What `from_dict` has against `document`."""
    try:
        from_dict(document)
    except CableDataError as error:
        return error
    return None


# ---- the schema itself ----------------------------------------------------------------------------------------------


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert schema()["$id"] == "urn:cablegrammar:cable:1"


def test_it_is_made_of_the_model() -> None:
    """That the shipped file is current is a test of its script."""
    assert make_schema() == schema()
    options = schema()["$defs"]["construct"]["allOf"]
    assert {option["if"]["properties"]["construct"]["const"] for option in options} == {*m.CONSTRUCTS, "unparsed"}


def test_every_class_says_what_it_is() -> None:
    for name, one in schema()["$defs"].items():
        assert one["description"], name
        assert "title" in one or name == "construct"
        if name != "construct" and "properties" in one:
            assert one["additionalProperties"] is False


def test_required_is_what_has_no_default() -> None:
    station, paragraph = (schema()["$defs"][name] for name in ("Station", "Paragraph"))
    assert station["required"] == ["routing_indicator", "serial", "section", "day", "hour", "minute"]
    assert paragraph["required"] == ["number"]
    assert paragraph["properties"]["blocks"]["default"] == []
    assert schema()["$defs"]["ExecutiveOrder"]["properties"]["action"]["default"] == ""


# ---- what is exported is valid --------------------------------------------------------------------------------------


@pytest.mark.parametrize("texts", [True, False])
def test_the_seed_is_valid(texts: bool) -> None:
    assert faults(json.loads(json.dumps(to_dict(cg.parse(seed()), texts=texts)))) == []


@needs_corpus
def test_real_cables_are_valid() -> None:
    chosen = list(cables().values())[:: max(1, len(cables()) // 60)]
    assert len(chosen) >= 60
    for text in chosen:
        cable = cg.parse(text)
        assert faults(to_dict(cable)) == []
        assert faults(to_dict(cable, texts=False)) == []


@given(strategies.cables())
def test_generated_cables_are_valid(cable: cg.Cable) -> None:
    assert faults(to_dict(cable)) == []
    assert faults(to_dict(cable, texts=False)) == []


@given(strategies.hostile_texts())
def test_any_text_is_valid(text: str) -> None:
    assert faults(to_dict(cg.parse(text))) == []


@pytest.mark.parametrize("construct", sorted(m.CONSTRUCTS))
def test_every_construct_is_valid(construct: str) -> None:
    values: st.SearchStrategy[m.Value] = getattr(strategies, construct)()

    @settings(max_examples=5, derandomize=True, database=None)
    @given(values)
    def check(value: m.Value) -> None:
        cable = cg.Cable((m.Field(text="", value=value),))
        assert faults(to_dict(cable)) == []
        assert faults(to_dict(cable, texts=False)) == []

    check()


def test_a_document_may_name_its_schema_and_its_file() -> None:
    document = {"$schema": "cable.schema.json", "path": "cable.txt", "line": 12, **STATION}
    assert faults(document) == []
    assert from_dict(document) == from_dict(STATION)


# ---- what is broken is rejected by both -----------------------------------------------------------------------------

VISIT: dict[str, Any] = {"schema_version": 1, "values": [{"construct": "subject", "value": {"text": "VISIT"}}]}

BROKEN: list[tuple[str, Any]] = [
    *((message, with_wrong(path, wrong)) for path, wrong, message in WRONG if type(wrong) is not float),
    *((message, without(path)) for path, message in MISSING),
    ("a text among values", {**VISIT, "values": [{"text": "SUBJECT: VISIT", **VISIT["values"][0]}]}),
    ("a value without its construct", {**VISIT, "values": [{"value": {"text": "VISIT"}}]}),
    ("values that are an object", {**VISIT, "values": VISIT["values"][0]}),
    ("nothing", {}),
    ("a word", "cable"),
    (
        "a date with dots",
        {**VISIT, "values": [{"construct": "executive_order", "value": {"order": "1", "date": "1.1"}}]},
    ),
]


@pytest.mark.parametrize("document", [document for _, document in BROKEN], ids=[name[:70] for name, _ in BROKEN])
def test_what_is_broken_is_rejected_by_both(document: Any) -> None:
    assert faults(document)
    assert read(document)


def order(date: str) -> dict[str, Any]:
    """A document with a date."""
    value = {"order": "12958", "action": "DECL", "date": date}
    return {"schema_version": 1, "fields": [{"text": "E.O.", "construct": "executive_order", "value": value}]}


@pytest.mark.parametrize(
    ("document", "why"),
    [
        pytest.param(order("2034-02-31"), "an ISO date", id="JSON Schema knows no calendar"),
        pytest.param(
            with_wrong(["fields", 0, "value", "day"], 253.0),
            "a whole number",
            id="to JSON Schema 253.0 is whole; to_dict never writes it, so it was changed on the way",
        ),
        pytest.param(
            {**VISIT, "values": [{"construct": "subject", "value": {"text": "VISIT\n1. (C) Bad."}}]},
            "a value that can be written",
            id="only the grammar knows what can be written",
        ),
    ],
)
def test_what_only_from_dict_can_reject(document: Any, why: str) -> None:
    assert faults(document) == []
    error = read(document)
    assert error is not None
    assert [fault.expected for fault in error.errors] == [why]


# ---- of one mind ----------------------------------------------------------------------------------------------------

_NAMES = sorted({attribute.name for cls in m.CONSTRUCTS.values() for attribute in attrs.fields(cls)})
_KEYS = [*_NAMES, "kind", "text", "construct", "value", "fields", "values", "schema_version", "path", "$schema", "x"]
_WORDS = [
    *map(str, [*m.Level, *m.Precedence, *m.OrderAction]),
    *m.CONSTRUCTS,
    *("unparsed", "prose", "laid_out", "verse", "x", "2034-09-09", "09.09.2034", "2009-09-10T00:00:00+02:00"),
]
_OTHERS: list[Any] = [None, True, False, 0, 1, 2, -7, 1.5, [], {}, [[]], ["x"], [{}], {"kind": "prose", "text": "x"}]


def _places(data: Any) -> list[Any]:
    """All objects and lists in `data`."""
    inner = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    return ([data] if isinstance(data, dict | list) else []) + [place for one in inner for place in _places(one)]


@st.composite
def mutated(draw: st.DrawFn, texts: bool) -> dict[str, Any]:
    """A valid document with one or two things dropped, added or changed."""
    cable = draw(strategies.cables() | st.sampled_from([cg.canonicalize(cg.parse(seed()))]))
    document: dict[str, Any] = deepcopy(to_dict(cable, texts=texts))
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.sampled_from(_places(document)))
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        other = draw(st.sampled_from(_OTHERS) | st.sampled_from(_WORDS))
        action = draw(st.sampled_from(["drop", "add", "change"]))
        if action == "add" or not keys:
            if isinstance(place, dict):
                place[draw(st.sampled_from(_KEYS))] = deepcopy(other)
            else:
                place.append(deepcopy(other))
            continue
        key = draw(st.sampled_from(keys))
        if action == "drop":
            del place[key]
        else:
            place[key] = deepcopy(other)
    return document


@given(mutated(texts=True))
def test_both_reject_the_same(document: dict[str, Any]) -> None:
    assert bool(faults(document)) == bool(read(document))


@given(mutated(texts=False))
def test_both_reject_the_same_of_values_alone(document: dict[str, Any]) -> None:
    error = read(document)
    if faults(document):
        assert error is not None
    elif error is not None:
        # the form is right, and the grammar has something against it
        assert all("cannot be written" in fault.said or "would be read" in fault.said for fault in error.errors)
