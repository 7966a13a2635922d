"""Layouts: the records that were written come back, and damage costs the record that has it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar.corpora import layouts
from cablegrammar.corpora.layouts import ENTRY, LAYOUTS, LONGEST, csv_rows, json_lines
from tests.corpora import invented
from tests.shared import CORPUS, cables, needs_corpus

Words = list[str]


def read(layout: str, data: bytes) -> list[cg.CorpusRecord]:
    return list(LAYOUTS[layout]("file", io.BytesIO(data)))


def rows() -> st.SearchStrategy[list[Words]]:
    """Rows of eight fields of what is hard for CSV."""
    words = st.text(st.sampled_from('",\\\n\r a1é\x00;'), max_size=8)
    numbers = st.integers(0, 999).map(str)
    return st.lists(st.tuples(numbers, *[words] * 7).map(list), max_size=4)


@given(rows())
def test_csv_gives_what_was_written(written: list[Words]) -> None:
    records = read("csv", b"".join(map(invented.csv_row, written)))
    assert [record.fault for record in records] == [""] * len(written)
    for record, words in zip(records, written, strict=True):
        assert record.text == words[6] + words[7]
        assert record.entry == {key: word for key, word in zip(ENTRY, words[:6], strict=True) if word}
        assert record.data == invented.csv_row(words)


def test_csv_of_doubled_marks_and_crlf() -> None:
    data = b'1,2009-02-11,09LIMA1,Embassy Lima,SECRET,,"FM ""LIMA""\r\n","UNCLAS"\r\n2,,,,,,h,b\r\n'
    first, second = read("csv", data)
    assert invented.plain([first, second]) == [(1, 'FM "LIMA"\r\nUNCLAS'), (2, "hb")]
    assert first.entry == {
        "number": "1",
        "created": "2009-02-11",
        "id": "09LIMA1",
        "origin": "Embassy Lima",
        "classification": "SECRET",
    }


def test_csv_of_the_invented_collection() -> None:
    records = read("csv", invented.csv_file(5))
    assert invented.plain(records) == [(number, invented.text(number)) for number in range(1, 6)]
    assert records[0].entry["id"] == "09QUITO1"


def test_csv_with_names_of_columns_and_a_byte_order_mark() -> None:
    names = b"\xef\xbb\xbfid,date,reference id,origin,classification,references,header,body\n"
    assert len(read("csv", names + invented.csv_file(2))) == 2
    assert len(read("csv", b"\xef\xbb\xbf" + invented.csv_file(2))) == 2


def test_csv_fields_of_megabytes() -> None:
    long = "1. (U) " + "words " * 500_000
    assert read("csv", invented.csv_row(["1", "", "", "", "", "", "h\n", long]))[0].text == "h\n" + long


def test_csv_encodings_are_those_of_each_row() -> None:
    row = '1,,,"Embassy São Paulo",,,h,"café"\n'
    first, second = read("csv", row.encode("utf-8") + row.encode("cp1252"))
    assert (first.encoding, second.encoding) == ("utf-8", "windows-1252")
    assert first.text == second.text == "hcafé"
    assert first.entry == second.entry


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (lambda row: row[:-2] + b"\n", "expected after"),  # the last quotation mark is gone
        (lambda row: row.replace(b'\\"no\\"', b'"no"'), "expected after"),  # marks without backslash
        (lambda row: row.replace(b'"2",', b"", 1), "expected 8 fields, got 7"),
        (lambda row: b"oops\n", "expected 8 fields, got 1"),
        (lambda row: b"oops\na line, with, seven, commas, and, no, mark, at all\n", "expected 8 fields, got 1"),
    ],
)
def test_csv_damage_costs_one_row(damage: Callable[[bytes], bytes], fault: str) -> None:
    whole = [invented.csv_file(1, number) for number in (1, 2, 3, 4)]
    broken = damage(whole[1])
    records = read("csv", whole[0] + broken + whole[2] + whole[3])
    assert [bool(record.fault) for record in records] == [False, True, False, False]
    assert [record.position for record in records] == [1, 2, 3, 4]
    assert records[1].data == broken
    assert records[1].fault.startswith("no row of the CSV layout: ")
    assert fault in records[1].fault
    assert [record.text for record in records if not record.fault] == [invented.text(number) for number in (1, 3, 4)]


def test_csv_cut_off_is_no_row() -> None:
    data = invented.csv_file(2)
    *_, last = read("csv", data[:-40])
    assert last.fault == "no row of the CSV layout: unexpected end of data"
    assert data[:-40].endswith(last.data)


@given(
    st.lists(
        st.sampled_from([b'"', b"\\", b",", b"\n", b"1", b"words", b'1,2,3,4,5,6,7,"8"\n', b"\xff", b"\r"]), max_size=30
    )
)
def test_csv_loses_nothing_of_any_file(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    found = b"".join(record.data for record in read("csv", data))
    # blank lines between rows are no one's
    assert found.replace(b"\n", b"").replace(b"\r", b"") == data.replace(b"\n", b"").replace(b"\r", b"")


def test_csv_a_field_without_end_does_not_take_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[int] = []
    monkeypatch.setattr(layouts, "_LONGEST_STRETCH", 5)

    def lines() -> Iterator[bytes]:
        yield b'1,2,3,4,5,6,7,"8\n'
        for number in range(40):
            yield b"words\n"
            taken.append(number)
        yield invented.csv_file(1)

    records = list(csv_rows("file", io.BytesIO(b"".join(lines()))))
    assert invented.plain(records[-1:]) == [(len(records), invented.text(1))]
    assert sum(bool(record.fault) for record in records) > 5


def test_json_lines() -> None:
    data = invented.json_file(3)
    records = read("jsonl", data)
    assert invented.plain(records) == [(number, invented.text(number)) for number in (1, 2, 3)]
    assert [record.data for record in records] == data.splitlines(keepends=True)
    assert records[0].entry == {key: word for key, word in invented.entry(1).items() if word}


def test_json_lines_that_are_none() -> None:
    lines = [
        b'{"text": "a"}\n',
        b"\n",
        b"oops\n",
        b"[]\n",
        b'{"header": "h"}\n',
        b'{"body": 1}\n',
        b"{}\n",
        b"[" * 100_000 + b"\n",
    ]
    records = read("jsonl", b"".join(lines))
    assert [record.position for record in records] == [1, 3, 4, 5, 6, 7, 8]
    assert [record.text for record in records if not record.fault] == ["a", "h"]
    faults = [record.fault for record in records if record.fault]
    assert faults[0].startswith("no JSON: ")
    assert faults[1] == "expected an object, got list"
    assert faults[2] == faults[3] == "expected 'text', or 'header' and 'body', each a string"
    assert [record.data for record in records if record.fault] == [lines[index] for index in (2, 3, 5, 6, 7)]


def test_json_line_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert LONGEST > 1 << 20
    monkeypatch.setattr(layouts, "LONGEST", 100)
    assert len(list(json_lines("file", io.BytesIO(b"x" * 1000)))) == 10


def test_json_parts_are_words() -> None:
    line = json.dumps({"text": "", "id": 7, "references": ["09LIMA1", "09LIMA2"], "origin": None, "classification": ""})
    assert read("jsonl", line.encode())[0].entry == {"id": "7", "references": "09LIMA1, 09LIMA2"}


def test_many_are_cut_as_load_many_cuts(tmp_path_factory: pytest.TempPathFactory) -> None:
    data = b"\xef\xbb\xbf" + b"".join(invented.text(number).encode() for number in (1, 2)) + b"found \xe9\n"
    file = tmp_path_factory.mktemp("many") / "many.txt"
    file.write_bytes(data)
    records = read("many", data)
    documents = list(cg.load_many(file))
    assert [(record.text, record.encoding) for record in records] == [
        (cg.unparse(one.cable), one.encoding) for one in documents
    ]
    assert b"".join(record.data for record in records) == data
    assert [record.position for record in records] == [1, 2, 3]


def test_one_text_of_another_encoding() -> None:
    (record,) = read("text", b"caf\xe9")
    assert (record.text, record.encoding, record.data) == ("café", "windows-1252", b"caf\xe9")


@needs_corpus
def test_header_and_body_are_read_as_the_flat_record_is() -> None:
    """But where a publisher's lines stand before the telegram: behind a record the grammar knows that no text of a telegram begins."""
    with (CORPUS / "cables" / "cables.jsonl").open("rb") as file:
        records = list(json_lines("cables.jsonl", file))
    assert len(records) == len(cables())
    differ = 0
    for record in records[::3]:
        flat = cables()[record.entry["id"]]
        assert flat.endswith(record.text)
        differ += cg.parse(record.text).fields != cg.parse(flat).fields[1:]
    assert differ <= 3
