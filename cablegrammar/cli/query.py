"""`cablegrammar query`: SQL over the tables of a corpus."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.terminal import complain, put
from cablegrammar.corpora.extras import ExtraMissing, needed
from cablegrammar.corpora.querying import connect, fetched
from cablegrammar.corpora.writing import CorpusError

#: Width of a table where no terminal says it: nothing is cut off.
_WIDE = 10_000


def query(sql: str, tables: str, form: str) -> int:
    """Print what `sql` gives, as `form`; returns the exit code."""
    try:
        connection = connect(Path(tables))
        wrong: type[Exception] = needed("duckdb", "query", "SQL").Error
    except (CorpusError, ExtraMissing, OSError) as error:
        complain(f"cablegrammar: {error}")
        return FAILED
    try:
        names, rows = fetched(connection, sql)
        if form == "table":
            _table(names, rows)
        else:
            for line in _csv(names, rows) if form == "csv" else _ndjson(names, rows):
                put(line)
    except wrong as error:
        complain(f"cablegrammar: {error}")
        return FAILED
    finally:
        connection.close()
    return FINE


def _csv(names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    for row in chain([names], rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow([_word(value) for value in row])
        yield line.getvalue()


def _ndjson(names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> Iterator[str]:
    for row in rows:
        yield json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=_plain) + "\n"


def _table(names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE)
    for name in names:
        table.add_column(Text(name))
    for row in rows:
        table.add_row(*(Text(_word(value)) for value in row))
    terminal = sys.stdout is not None and sys.stdout.isatty()
    console = Console() if terminal else Console(width=_WIDE, file=io.StringIO(), no_color=True)
    console.print(table)
    if not terminal and isinstance(console.file, io.StringIO):
        put("".join(line.rstrip() + "\n" for line in console.file.getvalue().splitlines()))


def _word(value: Any) -> str:
    """A value as a word: nothing for null, texts, numbers and days as they are, what has parts as JSON."""
    if value is None:
        return ""
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, ensure_ascii=False, default=_plain)
    return _plain(value)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value)
