"""Tables: the rows say what the properties of the cable say, and have the columns that are announced."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

import pytest
from hypothesis import given

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.corpora.ndjson import table_lines
from cablegrammar.corpora.tables import FORMS, KEY, TABLES, TABLES_VERSION, rows
from tests.corpora import invented
from tests.shared import seed

NAMES = {table: [column.name for column in columns] for table, columns in TABLES.items()}


def tables(record: cg.CorpusRecord, settings: cg.Settings | None = None) -> dict[str, list[dict[str, Any]]]:
    """The rows as dictionaries."""
    return {
        table: [dict(zip(NAMES[table], row, strict=True)) for row in held]
        for table, held in rows(record, settings).items()
    }


def of(text: str, **entry: str) -> dict[str, list[dict[str, Any]]]:
    return tables(cg.CorpusRecord("lima.txt", 7, text, entry=entry))


def test_columns_have_names_of_their_own_and_forms_that_exist() -> None:
    for columns in TABLES.values():
        assert columns[: len(KEY)] == KEY
        assert len({column.name for column in columns}) == len(columns)
        assert {column.form for column in columns} <= set(FORMS)
        assert all(column.holds for column in columns)


def test_the_version_grows_with_the_columns() -> None:
    """Whoever changes a column makes this fail: then `TABLES_VERSION` grows, unless columns are only added, and the digest here changes."""
    shape = {table: [(column.name, column.form) for column in columns] for table, columns in TABLES.items()}
    digest = hashlib.sha256(json.dumps(shape).encode()).hexdigest()[:16]
    assert (TABLES_VERSION, digest) == (1, "9ce3f021523d6472")


def test_a_cable() -> None:
    found = of(invented.text(9), **{key: word for key, word in invented.entry(9).items() if word})
    (cable,) = found["cables"]
    assert cable == {
        "id": "09LIMA9",
        "source": "lima.txt",
        "position": 7,
        "encoding": "utf-8",
        "container": "message",
        "record_number": "9",
        "record_id": "09LIMA9",
        "record_created": dt.date(2009, 2, 11),
        "record_classification": "UNCLASSIFIED",
        "record_origin": "Embassy Lima",
        "record_references": None,
        "date_time_group": dt.datetime(2009, 2, 11, 15, 30, tzinfo=dt.UTC),
        "year": 2009,
        "precedence": "ROUTINE",
        "originator": "AMEMBASSY LIMA",
        "post": "LIMA",
        "number": "000009",
        "classification": "UNCLASSIFIED",
        "section": None,
        "sections": None,
        "captions": ("SIPDIS",),
        "passing": (),
        "operating_signals": ("ZZH",),
        "executive_order": "12958",
        "order_action": "N/A",
        "declassify_on": None,
        "subject": "VISIT",
        "classified_by": None,
        "reasons": (),
        "signature": None,
        "characters": len(invented.text(9)),
        "unparsed": 0,
        "text": invented.text(9),
    }
    key = {"id": "09LIMA9", "source": "lima.txt", "position": 7}
    assert [{name: row[name] for name in key} for held in found.values() for row in held] == [key] * sum(
        map(len, found.values())
    )
    assert [(row["role"], row["ordinal"], row["plad"], row["precedence"]) for row in found["addressees"]] == [
        ("action", 1, "SECSTATE WASHDC", "PRIORITY"),
        ("info", 1, "AMEMBASSY QUITO", None),
        ("info", 2, "AMEMBASSY BOGOTA", None),
    ]
    assert [(row["ordinal"], row["code"], row["kind"]) for row in found["tags"]] == [
        (1, "PREL", "subject"),
        (2, "PE", "geographic"),
    ]
    assert [(row["ordinal"], row["letter"], row["kind"], row["cited_id"]) for row in found["references"]] == [
        (1, "A", "cable", "09LIMA3"),
        (2, "B", "telcon", None),
    ]
    assert [(row["ordinal"], row["number"], row["level"], row["kind"]) for row in found["paragraphs"]] == [
        (1, 1, "UNCLASSIFIED", "summary"),
        (2, 2, "UNCLASSIFIED", None),
    ]


def test_a_flat_record_says_the_same_as_columns_beside_the_text() -> None:
    record = "09LIMA17\nRICE\nWed Feb 11 00:00:00 +0100 2009\nSECRET//NOFORN\nEmbassy Lima\n"
    (cable,) = of(record + "S E C R E T LIMA 000017\n")["cables"]
    held = {key: cable[key] for key in NAMES["cables"] if key.startswith("record_")}
    assert held == {
        "record_number": None,
        "record_id": "09LIMA17",
        "record_created": dt.date(2009, 2, 11),
        "record_classification": "SECRET//NOFORN",
        "record_origin": "Embassy Lima",
        "record_references": None,
    }
    assert (cable["id"], cable["year"]) == ("09LIMA17", 2009)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2009-02-11", dt.date(2009, 2, 11)),
        ("2009-02-11 15:30", dt.date(2009, 2, 11)),
        ("2/11/2009 15:30", dt.date(2009, 2, 11)),
        ("12/28/1966 18:48", dt.date(1966, 12, 28)),
        ("28/12/1966 18:48", None),
        ("", None),
    ],
)
def test_days(written: str, day: dt.date | None) -> None:
    (cable,) = of("UNCLAS LIMA 000017\n", created=written)["cables"]
    assert cable["record_created"] == day


def test_the_id_and_the_year_that_the_text_lacks_are_those_of_the_collection() -> None:
    found = of("UNCLAS LIMA 000017\nREF: QUITO 12\n", id="2009EFTOLIMA00017", created="2009-02-11")
    assert found["cables"][0]["id"] == "09LIMA17"
    assert found["references"][0]["cited_id"] == "09QUITO12"
    assert of("UNCLAS LIMA 000017\nREF: QUITO 12\n")["references"][0]["cited_id"] is None
    assert of("words")["cables"][0]["id"] is None
    assert of("words", id="no id")["cables"][0]["id"] == "no id"


def test_a_reference_to_two_cables_has_two_rows() -> None:
    found = of("R 111530Z FEB 09\nFM AMEMBASSY LIMA\nUNCLAS LIMA 000017\n\nREF: A. STATE 9008 AND 9010 (NOTAL)\n")
    assert [(row["ordinal"], row["cited_id"], row["remarks"]) for row in found["references"]] == [
        (1, "09STATE9008", ("NOTAL",)),
        (1, "09STATE9010", ("NOTAL",)),
    ]


def test_diagnostics_are_those_of_check() -> None:
    text = "UNCLAS LIMA 000017\n\nTAGS: PREL, PGVO\nSUBJECT: RICE\n\n1. (C) Poor.\n"
    record = cg.CorpusRecord("lima.txt", 1, text)
    for settings in (cg.Settings(), cg.Settings(profile="drafting")):
        held = tables(record, settings)["diagnostics"]
        said = cg.check(cg.parse(text), settings)
        assert [(row["code"], row["severity"], row["message"], row["start"], row["end"]) for row in held] == [
            (one.code, one.severity, one.message, *one.span) for one in said
        ]
    first = tables(record, cg.Settings())["diagnostics"][0]
    assert (first["code"], first["line"], first["column"]) == ("TAG001", 3, 13)
    assert not tables(record)["diagnostics"]
    other = cg.CorpusRecord("lima.txt", 1, text + "caf\xe9\n", encoding="windows-1252")
    assert [row["code"] for row in tables(other)["diagnostics"]] == ["CG004"]


def test_headings_and_unnumbered_text() -> None:
    found = of(
        "UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\nMinimize considered.\n\nFive Stages\n-----------\n\n1. (SBU) Poor.\n\n2. (S/NF) Rich.\n"
    )
    assert [
        (row["ordinal"], row["number"], row["heading"], row["level"], row["sensitive"], row["controls"], row["text"])
        for row in found["paragraphs"]
    ] == [
        (1, None, None, None, None, (), "Minimize considered."),
        (2, 1, "Five Stages", "UNCLASSIFIED", True, (), "Poor."),
        (3, 2, "Five Stages", "SECRET", False, ("NF",), "Rich."),
    ]


@given(strategies.cables())
def test_rows_say_what_the_cable_says(cable: cg.Cable) -> None:
    text = cg.unparse(cable)
    cable = cg.parse(text)
    found = of(text)
    (one,) = found["cables"]
    assert one["text"] == text
    assert one["characters"] == len(text)
    assert one["unparsed"] == sum(len(field.text) for field in cable.fields if isinstance(field.value, cg.Unparsed))
    assert one["captions"] == cable.captions
    assert one["subject"] == (cable.subject.text if cable.subject else None)
    assert [row["plad"] for row in found["addressees"]] == [
        one.plad for one in (*cable.action, *cable.info, *cable.exempted)
    ]
    assert [row["code"] for row in found["tags"]] == [tag.code for tag in (cable.tags.tags if cable.tags else ())]
    assert [row["cited_id"] for row in found["references"] if row["cited_id"]] == list(cable.cited_ids)
    assert [row["number"] for row in found["paragraphs"] if row["number"] is not None] == [
        one.number for one in cable.paragraphs
    ]
    for table, held in rows(cg.CorpusRecord("", 1, text), cg.Settings()).items():
        if "\ud800" not in text and text.encode("utf-8", "replace").decode() == text:
            lines = table_lines(table, held).splitlines()
            assert [list(json.loads(line)) for line in lines] == [NAMES[table]] * len(held)


def test_lines_are_json() -> None:
    held = rows(cg.CorpusRecord("seed.txt", 1, seed()), None)
    (line,) = table_lines("cables", held["cables"]).splitlines()
    one = json.loads(line)
    assert one["date_time_group"] == "2009-09-10T12:15:00+00:00"
    assert one["text"] == seed()
    assert isinstance(one["captions"], list)
