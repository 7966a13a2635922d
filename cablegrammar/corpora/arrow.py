"""The tables as Apache Arrow, and cables in batches of it: text in, structs out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from cablegrammar.corpora.extras import needed
from cablegrammar.corpora.layouts import CorpusRecord
from cablegrammar.corpora.tables import (
    AROUND,
    DAY,
    FLAG,
    KEY,
    MOMENT,
    NUMBER,
    TABLES,
    TABLES_VERSION,
    TEXT,
    TEXTS,
    Column,
    Row,
    Rows,
    joined,
    rows,
)
from cablegrammar.settings import Settings

if TYPE_CHECKING:
    import pyarrow  # pyright: ignore[reportMissingTypeStubs]

#: What `parse_batch` calls its column.
CABLE = "cable"
#: The part of it that says why a text could not be read.
FAULT = Column("fault", TEXT, "why the text could not be checked; everything else is null then")

_VERSION_KEY = b"cablegrammar.tables_version"


def _pyarrow() -> Any:
    return needed("pyarrow", "corpus", "Arrow")


@cache
def _type(form: str) -> Any:
    pa = _pyarrow()
    return {
        TEXT: pa.string(),
        TEXTS: pa.list_(pa.string()),
        NUMBER: pa.int64(),
        FLAG: pa.bool_(),
        MOMENT: pa.timestamp("us", tz="UTC"),
        DAY: pa.date32(),
    }[form]


def table_schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table; each field says in its metadata what it holds, and the schema its version.

    >>> print(table_schema("tags").field("code"))
    pyarrow.Field<code: string>
    """
    return _schema(TABLES[table]).with_metadata({_VERSION_KEY: str(TABLES_VERSION).encode()})


def _schema(columns: Sequence[Column]) -> Any:
    pa = _pyarrow()
    return pa.schema([pa.field(one.name, _type(one.form), metadata={"holds": one.holds}) for one in columns])


def table_batch(table: str, held: Sequence[Row]) -> pyarrow.RecordBatch:
    """The rows of a table as a batch."""
    pa = _pyarrow()
    return pa.RecordBatch.from_arrays(_arrays(TABLES[table], held), schema=table_schema(table))


def _arrays(columns: Sequence[Column], held: Sequence[Row]) -> list[Any]:
    pa = _pyarrow()
    by_column = zip(*held, strict=True) if held else ((),) * len(columns)
    return [pa.array(list(values), _type(one.form)) for one, values in zip(columns, by_column, strict=True)]


# ---- parse_batch ---------------------------------------------------------------------------------------------------------------


def cable_type() -> pyarrow.DataType:
    """The type of the struct that `parse_batch` gives: the columns of the table `cables`, and a list of structs for each other table.

    Left out are the columns that say where a cable was read from, and its text.
    """
    pa = _pyarrow()
    fields = [*_schema([*_parts("cables"), FAULT])]
    fields += [pa.field(table, pa.list_(pa.struct([*_schema(_parts(table))]))) for table in TABLES if table != "cables"]
    return pa.struct(fields)


def _parts(table: str) -> list[Column]:
    """The columns of a table that are a part of the struct."""
    left_out = AROUND if table == "cables" else [column.name for column in KEY]
    return [column for column in TABLES[table] if column.name not in left_out]


def parse_batch(
    batch: pyarrow.RecordBatch, *, column: str = "text", settings: Settings | None = None
) -> pyarrow.RecordBatch:
    r"""`batch` with a column `cable`, structs of what its texts mean; the other columns stay, a column of that name is replaced.

    The texts are in `column`. A struct has the columns of the table `cables` and a list for each other table, docs/corpora.md; null for
    a null. `settings` says how they are checked, by default as by `check`. A text that a rule fails on has a `fault` and nothing else. The
    function depends on nothing but its arguments, so a cluster may call it anywhere; the parser is built once in each process. Lone
    surrogates cannot be in Arrow. Raises `ValueError` where `column` is no column of texts, and `ExtraMissing` without pyarrow.

    >>> import cablegrammar as cg, pyarrow as pa
    >>> batch = pa.record_batch({"key": [7], "text": ["UNCLAS LIMA 000017\n\nTAGS: PREL, PE\nSUBJECT: VISIT\n"]})
    >>> parsed = cg.parse_batch(batch)
    >>> parsed.schema.names, parsed["cable"][0]["subject"].as_py(), [tag["code"] for tag in parsed["cable"][0]["tags"].as_py()]
    (['key', 'text', 'cable'], 'VISIT', ['PREL', 'PE'])
    """
    pa = _pyarrow()
    texts = _texts(batch, column)
    given = settings or Settings()
    parts: list[Rows | None] = []
    faults: list[str | None] = []
    for text in texts:
        part, fault = None, None
        if text is not None:
            try:
                part = rows(CorpusRecord("", 0, text), given)
            except Exception as error:
                fault = f"{type(error).__name__}: {error}"
        parts.append(part)
        faults.append(fault)
    structs = _structs(parts, faults, pa.array([text is None for text in texts], pa.bool_()))
    names = [name for name in batch.schema.names if name != CABLE]
    fields = [batch.schema.field(name) for name in names] + [pa.field(CABLE, structs.type)]
    arrays = [batch.column(name) for name in names] + [structs]
    return pa.RecordBatch.from_arrays(arrays, schema=pa.schema(fields, metadata=batch.schema.metadata))


def _texts(batch: Any, column: str) -> list[str | None]:
    pa = _pyarrow()
    if column not in batch.schema.names:
        raise ValueError(f"the batch has no column {column!r}; it has {', '.join(batch.schema.names) or 'none'}")
    form = batch.schema.field(column).type
    if not (pa.types.is_string(form) or pa.types.is_large_string(form)):
        raise ValueError(f"column {column!r}: expected strings, got {form}")
    texts: list[str | None] = batch.column(column).to_pylist()
    return texts


def _structs(parts: Sequence[Rows | None], faults: Sequence[str | None], nulls: Any) -> Any:
    """The structs of the rows of each text."""
    pa = _pyarrow()
    columns = _parts("cables")
    kept = [index for index, one in enumerate(TABLES["cables"]) if one in columns]
    nothing = (None,) * len(columns)
    held = [
        (*(tuple(part["cables"][0][i] for i in kept) if part else nothing), fault)
        for part, fault in zip(parts, faults, strict=True)
    ]
    arrays = _arrays([*columns, FAULT], held)
    whole = joined(part for part in parts if part)
    for table in TABLES:
        if table != "cables":
            values = [row[len(KEY) :] for row in whole[table]]
            structs = pa.StructArray.from_arrays(_arrays(_parts(table), values), fields=[*_schema(_parts(table))])
            counts = [len(part[table]) if part else 0 for part in parts]
            offsets = pa.array(
                [
                    None if part is None else start
                    for part, start in zip([*parts, {}], accumulate(counts, initial=0), strict=True)
                ],
                pa.int32(),
            )
            arrays.append(pa.ListArray.from_arrays(offsets, structs))
    return pa.StructArray.from_arrays(arrays, fields=[*cable_type()], mask=nulls)
