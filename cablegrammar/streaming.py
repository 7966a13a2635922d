"""Streams: the cables of a text or file that holds many, one by one, in memory that does not grow with the file."""

from __future__ import annotations

import codecs
import io
import os
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from cablegrammar.cable import Cable
from cablegrammar.document import Document, read_text
from cablegrammar.engine import Engine, Token
from cablegrammar.parsing import parse

#: Characters, or bytes, that are asked for at once while messages are shorter.
CHUNK = 1 << 16


class TextFile(Protocol):
    """What text can be read from: a file opened as text, `io.StringIO`, `sys.stdin`."""

    def read(self, size: int, /) -> str:
        """The next `size` characters or fewer, `""` at the end."""
        ...


def parse_many(source: str | TextFile) -> Iterator[Cable]:
    r"""The cables of `source`, a text or a text file that holds many, one by one; their texts joined are the text.

    A message begins with a record, a VZCZC line or a JANAP 128 header, and ends with NNNN or where the next one begins; within a record
    the header may come again. Text between messages is a cable of its own. Each is what `parse` makes of its text. Of a file little more
    than twice its longest message is held at a time; open it with `newline=""`, so that line ends stay as they are. Raises `TypeError`
    for bytes and paths, which are for `load_many`.

    >>> import cablegrammar as cg
    >>> text = "VZCZCXRO0001\nFM AMEMBASSY LIMA\nNNNN\n\nfound on a desk\nVZCZCXRO0002\nFM AMEMBASSY QUITO\n"
    >>> for cable in parse_many(text):
    ...     print(cable.container, repr(cg.unparse(cable)))
    header 'VZCZCXRO0001\nFM AMEMBASSY LIMA\nNNNN\n\n'
    fragment 'found on a desk\n'
    header 'VZCZCXRO0002\nFM AMEMBASSY QUITO\n'
    """
    return map(parse, messages(_reader(source)))


def load_many(path: str | os.PathLike[str]) -> Iterator[Document]:
    """The cables of the file `path`, which holds many, one by one as documents; their bytes joined are the bytes of the file.

    Boundaries are those of `parse_many`. Each message is decoded on its own: as UTF-8, or as Windows-1252 where it is none. The documents
    have no `path`: saved there, one of them would replace all. Raises `TypeError` for an open file, and `OSError`, when the first
    document is asked for, where there is no file to read.
    """
    if hasattr(path, "read"):
        raise TypeError("load_many takes the path of a file, not a file; parse_many takes a file opened as text")
    return _load(Path(path))


def _load(path: Path) -> Iterator[Document]:
    with path.open("rb") as file:
        yield from documents(file)


def documents(file: BinaryIO) -> Iterator[Document]:
    """`load_many` for a file that is open for reading bytes."""
    for data in encoded_messages(file):
        words, encoding, bom = read_text(data)
        yield Document(parse(words), encoding, bom)


def encoded_messages(file: BinaryIO) -> Iterator[bytes]:
    """The bytes of the messages of a file that is open for reading bytes; a byte order mark at its start is the first one's."""
    # what has to wait for more, as a pipe has, gives what is there
    read: Callable[[int], bytes] = getattr(file, "read1", file.read)
    start = file.read(len(codecs.BOM_UTF8))
    # left in the text, the mark would keep the first line from being the opener that it is
    mark = start if start == codecs.BOM_UTF8 else b""
    waiting = [start.removeprefix(mark)] if start != mark else []

    def text(size: int) -> str:
        # openers are ASCII; every other byte stands for itself, whatever the encoding of its message
        return (waiting.pop() if waiting else read(size)).decode("ascii", "surrogateescape")

    for message in messages(text):
        yield mark + message.encode("ascii", "surrogateescape")
        mark = b""
    if mark:
        yield mark


def messages(read: Callable[[int], str]) -> Iterator[str]:
    """The texts of the messages of what `read` gives; it is asked for a number of characters and gives `""` at the end.

    What was read is cut at ends of lines only, and the last of its messages waits for more. While it does not end, as much again is read
    before it is cut anew, so that the time grows with the length only.
    """
    kept, least = "", 1
    while piece := _read(read, least):
        kept += piece
        # a carriage return at the end may be half of a line end
        end = max(kept.rfind("\n"), kept.rfind("\r", 0, -1)) + 1
        *known, last = _cut(kept[:end]) or [""]
        yield from known
        kept = last + kept[end:]
        least = 1 if known else len(kept)
    yield from _cut(kept)


def _read(read: Callable[[int], str], least: int) -> str:
    """The next `least` characters or more, fewer at the end."""
    pieces: list[str] = []
    while least > 0 and (piece := read(max(least, CHUNK))):
        pieces.append(piece)
        least -= len(piece)
    return "".join(pieces)


def _cut(text: str) -> list[str]:
    """The messages of `text`; joined they are the text."""
    cut: list[str] = _engine().parse(text, "stream")
    return cut


#: The start rule of the parser below.
STARTS = ("stream",)


@cache
def _engine() -> Engine:
    """A parser of grammar/stream.lark alone: most programs never need it."""
    return Engine(STARTS, {"stream": _joined})


def _joined(tokens: list[Token], text: str) -> list[str]:
    """The tokens of each message as one text."""
    starts = [start for name, start, _ in tokens if name.endswith("_BEGINS")]
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def _reader(source: Any) -> Callable[[int], str]:
    """The function that reads from `source`; raises `TypeError` for what is no text, saying what to do with it."""
    if isinstance(source, str):
        return io.StringIO(source, newline="").read
    if isinstance(source, bytes | bytearray | memoryview):
        raise TypeError("parse_many takes text, not bytes: decode them, or read the file with load_many(path)")
    if isinstance(source, os.PathLike):
        raise TypeError(
            'parse_many takes a text or a text file, not a path: use load_many(path), or open(path, newline="")'
        )
    if isinstance(source, io.RawIOBase | io.BufferedIOBase):
        raise TypeError(_NO_BYTES)
    if not callable(getattr(source, "read", None)):
        raise TypeError(f"parse_many takes a text or a text file, not {type(source).__name__}")

    def read(size: int) -> str:
        piece = source.read(size)
        if not isinstance(piece, str):
            raise TypeError(_NO_BYTES if isinstance(piece, bytes) else f"read() gave {type(piece).__name__}, not str")
        return piece

    return read


_NO_BYTES = 'parse_many takes a text file, not a file of bytes: use load_many(path), or open(path, newline="")'
