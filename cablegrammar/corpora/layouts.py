"""The layouts that records of a corpus come in: a text a file, files of many messages, JSON Lines, CSV."""

from __future__ import annotations

import codecs
import csv
import json
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO

import attrs

from cablegrammar.document import UTF_8, read_text
from cablegrammar.streaming import encoded_messages

#: What a published collection says of a cable beside its text, in the order of the columns of its CSV: `id` is the reference id.
ENTRY = ("number", "created", "id", "origin", "classification", "references")

#: The columns of the CSV layout.
CSV_COLUMNS = (*ENTRY, "header", "body")

#: The longest field of a CSV file, in characters, and the longest line of JSON, in bytes. A quotation mark too few must not take in the file.
LONGEST = 32 << 20

#: Lines of one stretch of a CSV file that is no row: a longer one is several records.
_LONGEST_STRETCH = 10_000

#: What public collections call the parts of a record in JSON.
_JSON_NAMES = {
    "number": ("number",),
    "id": ("reference_id", "id"),
    "created": ("created", "date"),
    "origin": ("origin",),
    "classification": ("classification",),
    "references": ("references",),
}


@attrs.frozen
class CorpusRecord:
    """One record of a corpus: the `text` of a cable and where it was read from.

    `source`, the name of the file, with that of the file within an archive behind it; `position` there, counted from 1: the line of JSON
    Lines, the row of CSV, the message of a file of many, 1 for a file that is one text; `data`, the bytes of the record as they stand
    there; `encoding`, `utf-8` or `windows-1252`, as in a `Document`; `entry`, what a collection says beside the text: `number`, `id`,
    `created`, `origin`, `classification` and `references`, those that it has. Of a record that cannot be read `fault` says why, else it
    is `""`.
    """

    source: str
    position: int
    text: str = attrs.field(default="", repr=False)
    data: bytes = attrs.field(default=b"", repr=False)
    encoding: str = UTF_8
    entry: Mapping[str, str] = attrs.field(factory=dict[str, str])
    fault: str = ""


def one_text(name: str, file: BinaryIO) -> Iterator[CorpusRecord]:
    """The one text that a file is."""
    yield _of_bytes(name, 1, file.read())


def many_texts(name: str, file: BinaryIO) -> Iterator[CorpusRecord]:
    """The messages of a file of many, cut as by `load_many`."""
    for position, data in enumerate(encoded_messages(file), 1):
        yield _of_bytes(name, position, data)


def _of_bytes(name: str, position: int, data: bytes) -> CorpusRecord:
    text, encoding, _ = read_text(data)
    return CorpusRecord(name, position, text, data, encoding)


# ---- JSON Lines ----------------------------------------------------------------------------------------------------------------


def json_lines(name: str, file: BinaryIO) -> Iterator[CorpusRecord]:
    """The records of JSON Lines: an object a line, with `text`, or `header` and `body`; blank lines are passed over."""
    for position, line in enumerate(iter(partial(file.readline, LONGEST), b""), 1):
        if line.isspace():
            continue
        text, encoding, _ = read_text(line)
        try:
            given = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield CorpusRecord(name, position, data=line, fault=f"no JSON: {error}")
            continue
        try:
            words = _words(given)
        except ValueError as error:
            yield CorpusRecord(name, position, data=line, fault=str(error))
            continue
        yield CorpusRecord(name, position, words, line, encoding, _entry(given))


def _words(given: Any) -> str:
    """The text of a JSON object; raises `ValueError` saying what is expected."""
    if not isinstance(given, dict):
        raise ValueError(f"expected an object, got {type(given).__name__}")
    parts = [given["text"]] if "text" in given else [given[key] for key in ("header", "body") if key in given]
    if not parts or not all(isinstance(part, str) for part in parts):
        raise ValueError("expected 'text', or 'header' and 'body', each a string")
    return "".join(parts)


def _entry(given: dict[str, Any]) -> dict[str, str]:
    entry: dict[str, str] = {}
    for key, names in _JSON_NAMES.items():
        value = next((given[name] for name in names if name in given), None)
        if isinstance(value, list):
            value = ", ".join(map(str, value))
        if value is not None and value != "":
            entry[key] = str(value)
    return entry


# ---- CSV -----------------------------------------------------------------------------------------------------------------------


def csv_rows(name: str, file: BinaryIO) -> Iterator[CorpusRecord]:
    r"""The records of a CSV file of eight columns: number, date, reference id, origin, classification, references, header and body.

    Fields may hold line ends; quotation marks in them have a backslash before them, or stand double. The text is the header with the body
    right behind it, as in the flat record. A stretch that is no row is a record with a fault, and reading goes on at the next line that
    begins one.
    """
    if csv.field_size_limit() < LONGEST:
        csv.field_size_limit(LONGEST)
    lines = _Lines(file)
    rows = _rows(lines)
    position, reason = 0, ""
    wrong: list[bytes] = []
    while True:
        try:
            row, fault = next(rows), ""
        except StopIteration:
            break
        except csv.Error as error:
            row, fault = [], str(error)
        if row and len(row) != len(CSV_COLUMNS):
            fault = f"expected {len(CSV_COLUMNS)} fields, got {len(row)}"
        elif row and wrong and not row[0].isdigit():
            # within a stretch that is no row, a line of text with seven commas is none either
            fault = "no number"
        good = bool(row) and not fault
        if good:
            if wrong:
                position += 1
                yield _no_row(name, position, wrong, reason)
                wrong = []
            if not (position == 0 and _names_columns(row)):
                position += 1
                yield _of_row(name, position, row, lines.taken)
            lines.forget()
        elif fault or wrong:
            reason = reason if wrong else fault
            wrong.append(lines.give_back())
            # what a row of many lines began with was no row; one may begin within it
            rows = _rows(lines)
        else:
            lines.forget()
        if len(wrong) >= _LONGEST_STRETCH:
            position += 1
            yield _no_row(name, position, wrong, reason)
            wrong = []
    if wrong:
        yield _no_row(name, position + 1, wrong, reason)


def _rows(lines: Iterator[str]) -> Iterator[list[str]]:
    return csv.reader(lines, doublequote=True, escapechar="\\", strict=True)


def _names_columns(row: list[str]) -> bool:
    """Whether a row has the names of the columns in it."""
    return row[0].lower() in ("id", "number") and row[-1].lower() == "body"


def _no_row(name: str, position: int, lines: list[bytes], fault: str) -> CorpusRecord:
    return CorpusRecord(name, position, data=b"".join(lines), fault=f"no row of the CSV layout: {fault}")


def _of_row(name: str, position: int, row: list[str], lines: list[bytes]) -> CorpusRecord:
    *words, header, body = row
    text, encoding, _ = read_text(_bytes(header) + _bytes(body))
    entry = {key: read_text(_bytes(word))[0] for key, word in zip(ENTRY, words, strict=True) if word}
    return CorpusRecord(name, position, text, b"".join(lines), encoding, entry)


def _bytes(text: str) -> bytes:
    return text.encode("ascii", "surrogateescape")


class _Lines:
    """The lines of a file for the csv module, every byte that is no ASCII as a lone surrogate; `taken` are those of the row at hand."""

    def __init__(self, file: BinaryIO) -> None:
        self._read: Callable[[], bytes] = partial(file.readline, LONGEST)
        self._ahead: deque[bytes] = deque()
        self._started = False
        self.taken: list[bytes] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._ahead.popleft() if self._ahead else self._read()
        if not self._started:
            self._started = True
            line = line.removeprefix(codecs.BOM_UTF8) or (self._read() if line else line)
        if not line:
            raise StopIteration
        self.taken.append(line)
        return line.decode("ascii", "surrogateescape")

    def forget(self) -> None:
        """The row is done."""
        self.taken = []

    def give_back(self) -> bytes:
        """The first line of what was no row; the others are to be read again."""
        first, *rest = self.taken or [b""]
        self._ahead.extendleft(reversed(rest))
        self.taken = []
        return first


LAYOUTS: dict[str, Callable[[str, BinaryIO], Iterator[CorpusRecord]]] = {
    "text": one_text,
    "many": many_texts,
    "jsonl": json_lines,
    "csv": csv_rows,
}
