"""The tables as JSON, a row a line: for programs that have no Arrow."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from cablegrammar.corpora.tables import TABLES, Row


def table_lines(table: str, held: Sequence[Row]) -> bytes:
    r"""The rows of a table, an object a line: moments and days as ISO texts, tuples as lists.

    >>> table_lines("tags", [("09LIMA17", "lima.txt", 1, 1, "PREL", None, "subject", "External Political Relations")])
    b'{"id":"09LIMA17","source":"lima.txt","position":1,"ordinal":1,"code":"PREL","name":null,"kind":"subject","title":"External ...
    """
    names = [column.name for column in TABLES[table]]
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=_plain).encode
    return "".join(encode(dict(zip(names, row, strict=True))) + "\n" for row in held).encode("utf-8")


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"no form for {type(value).__name__}")
