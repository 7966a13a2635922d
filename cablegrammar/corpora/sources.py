"""Where the records of a corpus are read from: files, folders, globs, archives, URLs, standard input."""

from __future__ import annotations

import errno
import gzip
import io
import os
import sys
import tarfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from glob import glob, has_magic
from pathlib import Path
from typing import Any, BinaryIO, cast

import attrs

from cablegrammar.corpora.extras import needed
from cablegrammar.corpora.layouts import LAYOUTS, CorpusRecord
from cablegrammar.corpora.writing import MANIFEST, REJECTS

#: The layout that a name's ending says; of other files, named one by one, each is a text.
_ENDINGS = {".txt": "text", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}
_ARCHIVES = (".tar", ".tgz")
_COMPRESSED = (".gz", ".zst")

#: What standard input is called, and the name that asks for it.
STDIN, _ASKED = "<stdin>", "-"
_BUFFER = 1 << 18
#: Packed bytes that are unpacked at once: what comes of them is held.
_PIECE = 1 << 14


@attrs.frozen
class Source:
    """A file of records: its `name`, `open`, which opens it for reading bytes, and its `size` in bytes, `None` where that is not known."""

    name: str
    open: Callable[[], BinaryIO] = attrs.field(repr=False, eq=False)
    size: int | None = None


def read_corpus(*paths: str | os.PathLike[str], layout: str = "") -> Iterator[CorpusRecord]:
    """The records of a corpus, one by one, in the order of `paths` and within a folder in that of the names.

    A path is a file, a folder with all below it, a glob, a URL of fsspec (`s3://…`), or `-` for standard input. Files that end in `.gz`
    or `.zst` are unpacked, those in `.tar` or `.tgz` are opened. How records stand in a file its ending says: `.csv`, `.jsonl` or
    `.ndjson`, and `.txt` for one text; other files of folders and archives are passed over. `layout` says it instead, for all files:
    `text`, `many` for files of many messages, `jsonl` or `csv`; standard input is `many` without it. docs/corpora.md describes the layouts.

    What cannot be read is a record with a `fault`, and reading goes on. Raises `OSError` for a path where nothing is, `ValueError` for a
    layout that does not exist, and `ExtraMissing`, an `ImportError`, where a library of the extra `corpus` is needed and absent.

    >>> import cablegrammar as cg, tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "cables.jsonl").write_text('{"id": "09LIMA17", "text": "UNCLAS LIMA 000017"}' + chr(10) + "oops")
    >>> for record in cg.read_corpus(folder):
    ...     print(record.position, record.entry, record.text, record.fault)
    1 {'id': '09LIMA17'} UNCLAS LIMA 000017
    2 {} no JSON: Expecting value: line 1 column 1 (char 0)
    """
    if layout and layout not in LAYOUTS:
        raise ValueError(f"there is no layout {layout!r}; there are {', '.join(LAYOUTS)}")
    return records(find_sources([os.fspath(path) for path in paths], layout), layout)


def records(
    sources: Iterable[Source], layout: str = "", count: Callable[[int], None] | None = None
) -> Iterator[CorpusRecord]:
    """The records of `sources`; `count` is called with the number of bytes whenever some are read."""
    for source in sources:
        yield from _records(source, layout, count)


# ---- finding them --------------------------------------------------------------------------------------------------------------


def find_sources(paths: Iterable[str], layout: str = "") -> list[Source]:
    """The files that `paths` name, in order; raises `FileNotFoundError` for a path where nothing is."""
    found: list[Source] = []
    for path in paths:
        if path == _ASKED:
            found.append(Source(STDIN, _stdin))
        elif "://" in path or "::" in path:
            found += _remote(path, layout)
        elif os.path.exists(path):
            found += map(_local, _within(path, layout) if os.path.isdir(path) else [path])
        elif has_magic(path) and (names := sorted(name for name in glob(path, recursive=True) if os.path.isfile(name))):
            found += map(_local, names)
        else:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
    for source in found:
        if source.name.lower().endswith(".zst"):
            # said now, and not when half of a run is done
            needed("zstandard", "corpus", source.name)
            break
    return found


def _local(path: str) -> Source:
    status = os.stat(path)
    return Source(path, lambda: cast(BinaryIO, open(path, "rb", buffering=0)), status.st_size)


def _within(folder: str, layout: str) -> list[str]:
    """The files below a folder that are read, in the order of their names."""
    found: list[Path] = []
    for root, folders, files in os.walk(folder):
        if {MANIFEST, REJECTS} <= set(files):
            # tables that were made of cables are none
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += (Path(root, name) for name in files if _is_read(name, layout))
    return [str(path) for path in sorted(found)]


def _remote(url: str, layout: str) -> list[Source]:
    fsspec = needed("fsspec.core", "corpus", f"a URL such as {url}")
    system, path = fsspec.url_to_fs(url)
    if has_magic(path):
        paths = [one for one in sorted(system.glob(path)) if system.isfile(one)]
    elif system.isdir(path):
        start = path.rstrip("/")
        paths = [one for one in sorted(system.find(path)) if _is_read(one.removeprefix(start), layout)]
    else:
        paths = [path] if system.exists(path) else []
    if not paths:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), url)

    def source(path: str) -> Source:
        return Source(
            str(system.unstrip_protocol(path)), lambda: cast(BinaryIO, system.open(path, "rb")), system.size(path)
        )

    return [source(path) for path in paths]


def _is_read(path: str, layout: str) -> bool:
    """Whether a file of a folder or archive is read: not one that is hidden, and one that is packed by the ending within."""
    path = path.replace(os.sep, "/")
    if any(part.startswith(".") for part in path.strip("/").split("/")):
        return False
    name = path.lower()
    for ending in _COMPRESSED:
        name = name.removesuffix(ending)
    return bool(layout) or name.endswith((*_ENDINGS, *_ARCHIVES))


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return sys.stdin.buffer


# ---- reading them --------------------------------------------------------------------------------------------------------------


class _Counted(io.RawIOBase):
    """A file that tells how many bytes were read of it."""

    def __init__(self, file: BinaryIO, count: Callable[[int], None]) -> None:
        self._file = file
        self._count = count
        # what has to wait for more, as a pipe has, gives what is there
        self._read: Callable[[int], bytes | None] = getattr(file, "read1", file.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data = self._read(len(buffer)) or b""
        buffer[: len(data)] = data
        self._count(len(data))
        return len(data)


def _records(source: Source, layout: str, count: Callable[[int], None] | None) -> Iterator[CorpusRecord]:
    """The records of one source; where reading fails, the last one has a fault."""
    name, position = source.name, 0
    try:
        with nullcontext(source.open()) if name == STDIN else source.open() as file:
            counted = io.BufferedReader(_Counted(file, count or _ignore), _BUFFER)
            for record in _unpacked(name, counted, layout or ("many" if name == STDIN else "")):
                name, position = record.source, record.position
                yield record
    except (OSError, EOFError, zlib.error, tarfile.TarError) as error:
        said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        yield CorpusRecord(
            name, position + 1, fault=f"cannot be read further: {said}" if position else f"cannot be read: {said}"
        )


def _ignore(_: int) -> None:
    """Nobody counts."""


def _unpacked(name: str, file: Any, layout: str, packed: str = "") -> Iterator[CorpusRecord]:
    """The records of a file called `name`; `packed` is what is left of the name when endings of compression are taken off."""
    lower = (packed or name).lower()
    if lower.endswith(".gz"):
        yield from _unpacked(name, gzip.GzipFile(fileobj=file), layout, lower.removesuffix(".gz"))
    elif lower.endswith(".zst"):
        yield from _unpacked(name, _zst(name, file), layout, lower.removesuffix(".zst"))
    elif lower.endswith(".tgz"):
        yield from _unpacked(name, gzip.GzipFile(fileobj=file), layout, lower.removesuffix(".tgz") + ".tar")
    elif lower.endswith(".tar"):
        with tarfile.open(fileobj=file, mode="r|") as archive:
            for member in archive:
                inner = archive.extractfile(member) if member.isfile() and _is_read(member.name, layout) else None
                if inner is not None:
                    yield from _unpacked(f"{name}/{member.name}", inner, layout)
    else:
        yield from LAYOUTS[layout or _ENDINGS.get(os.path.splitext(lower)[1], "text")](name, file)


def _zst(name: str, file: Any) -> Any:
    return io.BufferedReader(_Zst(needed("zstandard", "corpus", name), file), _BUFFER)


class _Zst(io.RawIOBase):
    """The content of a file packed by Zstandard; raises `EOFError` where the file ends too early, and `OSError` where it is none."""

    def __init__(self, zstandard: Any, file: Any) -> None:
        self._zstandard = zstandard
        self._file = file
        self._frame: Any = None
        self._held = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while not self._held and (packed := self._file.read(_PIECE)):
            self._held = self._unpacked(packed)
        if not self._held and self._frame is not None:
            raise EOFError("the file ends within what is packed")
        size = min(len(buffer), len(self._held))
        buffer[:size], self._held = self._held[:size], self._held[size:]
        return size

    def _unpacked(self, packed: bytes) -> bytes:
        pieces: list[bytes] = []
        while packed:
            self._frame = self._frame or self._zstandard.ZstdDecompressor().decompressobj()
            try:
                pieces.append(self._frame.decompress(packed))
            except self._zstandard.ZstdError as error:
                raise OSError(str(error)) from None
            packed = b""
            if self._frame.eof:
                packed, self._frame = self._frame.unused_data, None
        return b"".join(pieces)
