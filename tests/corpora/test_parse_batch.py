"""Batches of Arrow: a pure function, whose structs say what the tables say."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.corpora.arrow import cable_type, table_batch, table_schema
from cablegrammar.corpora.tables import AROUND, KEY, TABLES, rows
from tests.corpora import invented

pa: Any = pytest.importorskip("pyarrow", reason="Arrow needs the extra corpus")


def batch(**columns: list[Any]) -> Any:
    return pa.record_batch({name: pa.array(values) for name, values in columns.items()})


def test_a_batch() -> None:
    given = batch(key=[1, 2, 3], text=[invented.text(9), None, "words"])
    parsed = cg.parse_batch(given)
    assert parsed.schema.names == ["key", "text", "cable"]
    assert parsed.schema.field("cable").type == cable_type()
    assert parsed.select(["key", "text"]) == given
    first, second, third = parsed["cable"].to_pylist()
    assert second is None
    assert (first["id"], first["year"], first["fault"]) == ("09LIMA9", 2009, None)
    assert [one["cited_id"] for one in first["references"]] == ["09LIMA3", None]
    assert (third["container"], third["tags"], third["paragraphs"][0]["text"]) == ("fragment", [], "words")


def test_texts_of_another_column_and_an_old_cable() -> None:
    given = pa.record_batch({"cable": pa.array(["old"]), "body": pa.array(["UNCLAS LIMA 000017\n"], pa.large_string())})
    parsed = cg.parse_batch(given, column="body")
    assert parsed.schema.names == ["body", "cable"]
    assert parsed["cable"][0]["post"].as_py() == "LIMA"


def test_no_rows() -> None:
    parsed = cg.parse_batch(pa.record_batch({"text": pa.array([], pa.string())}))
    assert (parsed.num_rows, parsed.schema.field("cable").type) == (0, cable_type())


def test_what_is_no_column_of_texts() -> None:
    with pytest.raises(ValueError, match="the batch has no column 'text'; it has key"):
        cg.parse_batch(batch(key=[1]))
    with pytest.raises(ValueError, match="column 'text': expected strings, got int64"):
        cg.parse_batch(batch(text=[1]))


def test_a_text_that_cannot_be_checked_has_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(record: cg.CorpusRecord, settings: object) -> object:
        if record.text == "bad":
            raise cg.RuleError("rule X failed")
        return rows(record, None)

    monkeypatch.setattr("cablegrammar.corpora.arrow.rows", failing)
    bad, good = cg.parse_batch(batch(text=["bad", "good"]))["cable"].to_pylist()
    assert bad["fault"] == "RuleError: rule X failed"
    assert {value for key, value in bad.items() if key != "fault"} == {None}
    assert good["fault"] is None


def test_settings_say_how_it_is_checked() -> None:
    given = batch(text=["UNCLAS LIMA 000017\n\nTAGS: PGVO\n"])
    said = [
        [one["code"] for one in cg.parse_batch(given, settings=settings)["cable"][0]["diagnostics"].as_py()]
        for settings in (None, cg.Settings(select="TAG001"), cg.Settings(ignore="ALL"))
    ]
    assert "TAG001" in said[0]
    assert said[1:] == [["TAG001"], []]


@given(st.lists(st.one_of(st.none(), strategies.cables().map(cg.unparse)), max_size=3))
def test_structs_say_what_the_tables_say(texts: list[str | None]) -> None:
    texts = [text and text.encode("utf-8", "replace").decode() for text in texts]
    parsed = cg.parse_batch(pa.record_batch({"text": pa.array(texts, pa.string())}))
    parsed.validate(full=True)
    for text, struct in zip(texts, parsed["cable"].to_pylist(), strict=True):
        if text is None:
            assert struct is None
            continue
        tables = {
            table: table_batch(table, held).to_pylist()
            for table, held in rows(cg.CorpusRecord("", 0, text), cg.Settings()).items()
        }
        (one,) = tables.pop("cables")
        keys = [column.name for column in KEY]
        expected = {key: value for key, value in one.items() if key not in AROUND}
        expected |= {
            table: [{key: value for key, value in row.items() if key not in keys} for row in held]
            for table, held in tables.items()
        }
        assert struct == {**expected, "fault": None}


def test_schemas_say_version_and_meaning() -> None:
    for table, columns in TABLES.items():
        schema = table_schema(table)
        assert schema.names == [column.name for column in columns]
        assert schema.metadata == {b"cablegrammar.tables_version": b"1"}
        assert [field.metadata[b"holds"].decode() for field in schema] == [column.holds for column in columns]


def test_without_pyarrow_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ImportError, match=r"Arrow needs pyarrow, .*: pip install 'cablegrammar\[corpus\]'"):
        cg.parse_batch(None)  # pyright: ignore[reportArgumentType]
