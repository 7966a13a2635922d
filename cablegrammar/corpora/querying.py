"""SQL over the tables of a corpus, by DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cablegrammar.corpora.extras import needed
from cablegrammar.corpora.tables import DAY, FLAG, MOMENT, NUMBER, TABLES, TEXT, TEXTS
from cablegrammar.corpora.writing import MANIFEST, PARQUET, CorpusError, Manifest, read_manifest

_TYPES = {TEXT: "VARCHAR", TEXTS: "VARCHAR[]", NUMBER: "BIGINT", FLAG: "BOOLEAN", MOMENT: "TIMESTAMPTZ", DAY: "DATE"}

#: Rows that are fetched at once.
_FETCHED = 1000


def connect(folder: Path) -> Any:
    """A connection of DuckDB in which the tables of the corpus in `folder` are views; times are shown in universal time.

    `references` is a word of SQL: it has to be quoted, `"references"`. Raises `CorpusError` where there is no corpus, and where a
    part of it is missing or cannot be read, and `ExtraMissing` without DuckDB.
    """
    duckdb = needed("duckdb", "query", "SQL")
    manifest = read_manifest(folder)
    if manifest is None:
        raise CorpusError(f"{folder}: expected a corpus, a folder that 'cablegrammar corpus' wrote")
    missing = [file for table in TABLES for file in manifest.files(folder, table) if not file.is_file()]
    if missing:
        others = f", nor are {len(missing) - 1} others" if len(missing) > 1 else ""
        raise CorpusError(f"{missing[0]}: {folder / MANIFEST} names this part, but it is not there{others}")
    connection = duckdb.connect()
    connection.execute("SET TimeZone = 'UTC'")
    for table in TABLES:
        try:
            connection.execute(f'CREATE VIEW "{table}" AS SELECT * FROM {_reader(folder, manifest, table)}')
        except duckdb.Error as error:
            connection.close()
            raise CorpusError(f"{folder / table}: the table cannot be read: {error}") from None
    return connection


def _reader(folder: Path, manifest: Manifest, table: str) -> str:
    """The table function that reads the files of a table."""
    files = f"[{', '.join(_quoted(str(file)) for file in manifest.files(folder, table))}]"
    if manifest.form == PARQUET and manifest.parts:
        return f"read_parquet({files})"
    columns = ", ".join(f"{_quoted(one.name)}: {_quoted(_TYPES[one.form])}" for one in TABLES[table])
    if not manifest.parts:
        empty = ", ".join(f'NULL::{_TYPES[one.form]} AS "{one.name}"' for one in TABLES[table])
        return f"(SELECT {empty} WHERE false)"
    return f"read_json({files}, format = 'newline_delimited', columns = {{{columns}}}, maximum_object_size = 268435456)"


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def fetched(connection: Any, sql: str) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """The names of the columns that a query gives, and its rows."""
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or ()]

    def pieces() -> Iterator[tuple[Any, ...]]:
        while piece := cursor.fetchmany(_FETCHED):
            yield from piece

    return names, pieces()
