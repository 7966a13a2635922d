"""`cablegrammar query`: SQL over both forms of the tables; what docs/corpora.md asks is asked here."""

from __future__ import annotations

import json
import re
import runpy
import shutil
from pathlib import Path
from typing import Any

import pytest

from cablegrammar.cli import main
from cablegrammar.corpora.querying import connect
from cablegrammar.corpora.tables import TABLES
from cablegrammar.corpora.writing import CorpusError, Output
from tests.corpora import invented
from tests.shared import ROOT

pytest.importorskip("pyarrow", reason="Parquet needs the extra corpus")
pytest.importorskip("duckdb", reason="SQL needs the extra query")

PAGE = ROOT / "docs" / "corpora.md"
#: Each query of the page, and the answer behind it.
ASKED = re.findall(r"```sql\n(.*?)```\n\n```text\n(.*?)```\n", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented collection in both forms."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "cables.csv").write_bytes(invented.csv_file(40))
    for form in ("parquet", "ndjson"):
        assert main(["corpus", "-j", "1", "--format", form, "-o", str(folder / form), str(folder / "cables.csv")]) == 0
    return folder


@pytest.mark.parametrize("form", ["parquet", "ndjson"])
@pytest.mark.parametrize(("sql", "answer"), ASKED)
def test_the_page_says_what_is_answered(
    tables: Path, capsys: pytest.CaptureFixture[str], form: str, sql: str, answer: str
) -> None:
    assert main(["query", sql, str(tables / form)]) == 0
    assert capsys.readouterr().out.strip("\n") == answer.strip("\n")


def test_the_page_has_an_answer_to_every_query() -> None:
    assert len(ASKED) == PAGE.read_text("utf-8").count("```sql") >= 6


def test_the_page_shows_the_columns_as_they_are() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_table_docs.py"))
    assert PAGE.read_text("utf-8") == script["page"](), "run scripts/make_table_docs.py"


def test_both_forms_have_the_same_tables(tables: Path) -> None:
    for table, columns in TABLES.items():
        answers = []
        for form in ("parquet", "ndjson"):
            connection = connect(tables / form)
            cursor = connection.execute(f'SELECT * FROM "{table}" ORDER BY ALL')
            assert [column[0] for column in cursor.description] == [column.name for column in columns]
            answers.append((list(map(str, [column[1] for column in cursor.description])), cursor.fetchall()))
            connection.close()
        assert answers[0] == answers[1]
        assert answers[0][1]


SQL = "SELECT id, record_created, date_time_group, captions, section FROM cables WHERE position = 3"


def test_formats(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "--format", "csv", SQL, str(tables / "parquet")]) == 0
    assert capsys.readouterr().out == (
        "id,record_created,date_time_group,captions,section\n"
        '09LIMA3,2009-02-11,2009-02-11T15:30:00+00:00,"[""SIPDIS""]",\n'
    )
    assert main(["query", "--format", "ndjson", SQL, str(tables / "parquet")]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "id": "09LIMA3",
        "record_created": "2009-02-11",
        "date_time_group": "2009-02-11T15:30:00+00:00",
        "captions": ["SIPDIS"],
        "section": None,
    }


def test_a_table_is_not_cut_off(tables: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "SELECT repeat('word ', 100) AS words, '[red]' AS markup", str(tables / "parquet")]) == 0
    said = capsys.readouterr().out
    assert "word " * 99 + "word" in said
    assert "[red]" in said


def test_a_file_is_written(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "tags.csv"
    sql = f"COPY (SELECT DISTINCT code FROM tags ORDER BY code) TO '{target}'"
    assert main(["query", "--format", "csv", sql, str(tables / "parquet")]) == 0
    assert target.read_text().splitlines()[:3] == ["code", "BL", "EAGR"]


@pytest.mark.parametrize("form", ["parquet", "ndjson"])
def test_any_character_comes_through(tmp_path: Path, form: str) -> None:
    text = '1. (U) Poor\x00 \x1b \u2028 \U0001f30d \x85 \\ " \ufffd\t\r\n'
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert main(["corpus", "-j", "1", "--format", form, "-o", str(tmp_path / "out"), str(tmp_path / "a.txt")]) == 0
    connection = connect(tmp_path / "out")
    assert connection.execute("SELECT text FROM cables").fetchall() == [(text,)]
    connection.close()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT", "cablegrammar: Parser Error: "),
        ("SELECT * FROM cabels", "Did you mean"),
        ("SELECT * FROM references", 'syntax error at or near "references"'),
    ],
)
def test_wrong_sql(tables: Path, capsys: pytest.CaptureFixture[str], sql: str, said: str) -> None:
    assert main(["query", sql, str(tables / "parquet")]) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert "Traceback" not in printed.err
    assert not printed.out


def test_where_no_corpus_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["query", "SELECT 1", str(tmp_path)]) == 2
    assert "expected a corpus, a folder that 'cablegrammar corpus' wrote" in capsys.readouterr().err
    with pytest.raises(CorpusError):
        connect(tmp_path / "absent")


@pytest.mark.parametrize("form", ["parquet", "ndjson"])
def test_a_corpus_without_rows_or_parts_can_be_asked(tmp_path: Path, form: str) -> None:
    output = Output.begin(tmp_path, form, {}, resume=False)
    for _ in range(2):
        connection = connect(tmp_path)
        for table in TABLES:
            assert connection.execute(f'SELECT count(*) FROM "{table}"').fetchall() == [(0,)]
        connection.close()
        output.finish()


@pytest.mark.parametrize("form", ["parquet", "ndjson"])
def test_a_part_is_missing(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    held = shutil.copytree(tables / form, tmp_path / form)
    for table in ("cables", "tags"):
        (held / table / f"part-00000.{form}").unlink()
    assert main(["query", "SELECT 1", str(held)]) == 2
    said = capsys.readouterr().err
    assert f"part-00000.{form}: " in said
    assert "names this part, but it is not there, nor are 1 others" in said
    with pytest.raises(CorpusError, match="names this part"):
        connect(held)


def test_a_part_cannot_be_read(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    held = shutil.copytree(tables / "parquet", tmp_path / "parquet")
    (held / "cables" / "part-00000.parquet").write_bytes(b"PAR1 and no more")
    for command in (["query", "SELECT 1"], ["report"]):
        out = [] if command[0] == "query" else ["-o", str(tmp_path / "report.html")]
        assert main([*command, str(held), *out]) == 2
        assert "cables: the table cannot be read: " in capsys.readouterr().err
    assert not (tmp_path / "report.html").exists()


def test_what_a_killed_run_left_is_not_seen(tables: Path, tmp_path: Path) -> None:
    """Before it goes on there may be a part that the manifest does not name."""
    output = Output.begin(tmp_path, "parquet", {}, resume=False)
    output.finish()
    (tmp_path / "cables" / "part-00001.parquet").write_bytes(
        (tables / "parquet/cables/part-00000.parquet").read_bytes()
    )
    connection = connect(tmp_path)
    assert connection.execute("SELECT count(*) FROM cables").fetchall() == [(0,)]
    connection.close()
