"""What a run leaves: the parts of each table, the rejects, and the manifest, which says what of them counts."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from cablegrammar.corpora.arrow import table_batch, table_schema
from cablegrammar.corpora.extras import needed
from cablegrammar.corpora.layouts import CorpusRecord
from cablegrammar.corpora.ndjson import table_lines
from cablegrammar.corpora.tables import TABLES, TABLES_VERSION, Rows
from cablegrammar.document import write_file

PARQUET, NDJSON = OUTPUT_FORMATS = ("parquet", "ndjson")
MANIFEST, REJECTS = "manifest.json", "rejects.ndjson"


class CorpusError(ValueError):
    """A corpus cannot be written or read; the message says why, and what to do."""


@attrs.frozen
class Part:
    """A part of a corpus: how many `records` of the sources it took up, how many of them are `rejects`, the `rows` of each table, how many
    cables had lone surrogates `replaced`, and `rejects_end`, the length in bytes of the rejects file with those of this part.
    """

    records: int
    rejects: int
    rows: dict[str, int]
    replaced: int
    rejects_end: int


@attrs.frozen
class Manifest:
    """What a corpus holds: its `form`, `parquet` or `ndjson`; the `run`, what decides the rows; its `parts`; whether it is `complete`."""

    form: str
    run: Mapping[str, Any]
    parts: tuple[Part, ...] = ()
    complete: bool = False

    @property
    def records(self) -> int:
        """How many records of the sources are done: where a run goes on."""
        return sum(part.records for part in self.parts)

    def files(self, folder: Path, table: str) -> list[Path]:
        """The files of a table in `folder`."""
        return [part_file(folder, table, number, self.form) for number in range(len(self.parts))]


def part_file(folder: Path, table: str, number: int, form: str) -> Path:
    """The file of a part of a table: `cables/part-00000.parquet`."""
    return folder / table / f"part-{number:05}.{form}"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest of a corpus, `None` where there is none; raises `CorpusError` for one that this version cannot read."""
    try:
        data = json.loads((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError as error:
        raise CorpusError(f"{folder / MANIFEST}: no manifest of a corpus: {error}") from None
    version = data.get("tables_version") if isinstance(data, dict) else None
    if version != TABLES_VERSION:
        raise CorpusError(
            f"{folder / MANIFEST}: expected tables_version {TABLES_VERSION}, got {version!r}: another version wrote the corpus"
        )
    return Manifest(data["format"], data["run"], tuple(Part(**part) for part in data["parts"]), data["complete"])


@attrs.frozen
class Encoded:
    """The rows of a batch as they are written: by table a record batch of Arrow, or lines of JSON; how many `rows` each has."""

    tables: dict[str, Any]
    rows: dict[str, int]


def encode(form: str, held: Rows) -> Encoded:
    """The rows of a batch in the form of the output."""
    write: Callable[..., Any] = table_batch if form == PARQUET else table_lines
    return Encoded(
        {table: write(table, held[table]) for table in TABLES}, {table: len(held[table]) for table in TABLES}
    )


class Output:
    """A corpus that is being written. What `add` is given stands in no file until `commit`.

    A part is written beside its place, then put there; that the manifest names it makes it count. What a run that was killed left beside
    the manifest is taken away when the next one begins.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest
        self._held: list[Encoded] = []
        self._rejects: list[bytes] = []
        self._replaced = 0

    @classmethod
    def begin(cls, folder: Path, form: str, run: Mapping[str, Any], *, resume: bool) -> Output:
        """The corpus in `folder`, new or, with `resume`, one that was begun; raises `CorpusError` where that is not to be had."""
        if form == PARQUET:
            needed("pyarrow.parquet", "corpus", "Parquet (or take --format ndjson)")
        held = read_manifest(folder)
        if held is not None and not resume:
            raise CorpusError(f"{folder}: there is a corpus already: --resume goes on with it, or name another folder")
        if held is None and folder.exists() and (not folder.is_dir() or not all(map(_is_left, folder.iterdir()))):
            raise CorpusError(f"{folder}: expected a folder that is empty or absent")
        if held is not None:
            wrong = [
                f"{key}: {held.run.get(key)!r}, now {value!r}"
                for key, value in run.items()
                if held.run.get(key) != value
            ]
            if held.form != form:
                wrong.insert(0, f"format: {held.form!r}, now {form!r}")
            if wrong:
                raise CorpusError(f"{folder}: --resume needs what the corpus was begun with: {'; '.join(wrong)}")
        output = cls(folder, held or Manifest(form, run))
        output._tidy()
        return output

    def _tidy(self) -> None:
        """Write a manifest where there is none, and take away what it does not name."""
        self.folder.mkdir(parents=True, exist_ok=True)
        self._write_manifest()
        for found in filter(_is_left, self.folder.iterdir()):
            found.unlink()
        for table in TABLES:
            (self.folder / table).mkdir(exist_ok=True)
            named = set(self.manifest.files(self.folder, table))
            for found in (self.folder / table).iterdir():
                is_part = found.name.startswith("part-") and found.suffix == f".{self.manifest.form}"
                if _is_left(found) or (is_part and found not in named):
                    found.unlink()
        end = self.manifest.parts[-1].rejects_end if self.manifest.parts else 0
        with open(self.folder / REJECTS, "ab") as file:
            file.truncate(end)

    def add(self, encoded: Encoded, rejects: Sequence[tuple[CorpusRecord, str]], replaced: int) -> None:
        """Take a batch, the next one in the order of the sources."""
        self._held.append(encoded)
        self._rejects += (_reject(record, reason) for record, reason in rejects)
        self._replaced += replaced

    def commit(self) -> None:
        """Make a part of what was added; without anything, none."""
        rows = {table: sum(one.rows[table] for one in self._held) for table in TABLES}
        records = rows["cables"] + len(self._rejects)
        if records:
            self._write_part(rows, records)

    def _write_part(self, rows: dict[str, int], records: int) -> None:
        number, form = len(self.manifest.parts), self.manifest.form
        places: list[tuple[Path, Path]] = []
        for table in TABLES:
            place = part_file(self.folder, table, number, form)
            beside = place.with_name(f".{place.name}.tmp")
            with open(beside, "wb") as file:
                self._write_table(table, file)
                file.flush()
                os.fsync(file.fileno())
            places.append((beside, place))
        for beside, place in places:
            os.replace(beside, place)
        with open(self.folder / REJECTS, "ab") as file:
            file.writelines(self._rejects)
            file.flush()
            os.fsync(file.fileno())
            end = file.tell()
        part = Part(records, len(self._rejects), rows, self._replaced, end)
        self.manifest = attrs.evolve(self.manifest, parts=(*self.manifest.parts, part))
        self._write_manifest()
        self._held, self._rejects, self._replaced = [], [], 0

    def _write_table(self, table: str, file: Any) -> None:
        pieces = [one.tables[table] for one in self._held]
        if self.manifest.form == NDJSON:
            file.writelines(pieces)
            return
        pa, parquet = needed("pyarrow", "corpus", "Parquet"), needed("pyarrow.parquet", "corpus", "Parquet")
        parquet.write_table(pa.Table.from_batches(pieces, table_schema(table)), file, compression="zstd")

    def finish(self) -> None:
        """Commit what is left, and say that all is done."""
        self.commit()
        if not self.manifest.parts:
            # tables without rows are tables
            self._held = [encode(self.manifest.form, {table: [] for table in TABLES})]
            self._write_part(dict.fromkeys(TABLES, 0), 0)
        self.manifest = attrs.evolve(self.manifest, complete=True)
        self._write_manifest()

    def _write_manifest(self) -> None:
        manifest = self.manifest
        data = {
            "tables_version": TABLES_VERSION,
            "format": manifest.form,
            "run": dict(manifest.run),
            "complete": manifest.complete,
            "parts": [attrs.asdict(part) for part in manifest.parts],
        }
        write_file(self.folder / MANIFEST, (json.dumps(data, indent=1) + "\n").encode("utf-8"))


def _is_left(file: Path) -> bool:
    """Whether a run that was killed left the file: it was to be put somewhere, and was not."""
    return file.name.startswith(".") and file.name.endswith(".tmp")


def _reject(record: CorpusRecord, reason: str) -> bytes:
    """A line of the rejects file."""
    data = {
        "source": record.source,
        "position": record.position,
        "reason": reason,
        "data": base64.b64encode(record.data).decode("ascii"),
    }
    return (json.dumps(data) + "\n").encode("ascii")
