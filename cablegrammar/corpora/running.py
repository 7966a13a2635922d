"""A run: records of the sources over several processes, their rows to the output in the order of the sources."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from types import FrameType
from typing import Any, Protocol

import attrs

from cablegrammar import __version__
from cablegrammar.blocks import engine
from cablegrammar.corpora.layouts import CorpusRecord
from cablegrammar.corpora.progress import Tally
from cablegrammar.corpora.sources import Source, records
from cablegrammar.corpora.tables import Rows, joined, rows
from cablegrammar.corpora.writing import Encoded, Output, encode
from cablegrammar.settings import Settings, chosen

#: Records, and characters of their texts, that a process gets at once.
BATCH_RECORDS, BATCH_CHARACTERS = 50, 1 << 19
#: Records, and characters, of a part. All of its rows are held until it is written, and lost where a run is killed before.
PART_RECORDS, PART_CHARACTERS = 5_000, 1 << 25
#: How many batches a process may have before it, so that none waits.
_PENDING = 3


class Shown(Protocol):
    """What is told that something was done."""

    def update(self) -> None:
        """Something was done."""
        ...


def described(sources: Sequence[Source], layout: str, settings: Settings | None) -> dict[str, Any]:
    """What decides the rows of a run, for the manifest: a run goes on only with the same."""
    digest = hashlib.sha256()
    for source in sources:
        digest.update(f"{source.name}\0{source.size}\n".encode("utf-8", "surrogatepass"))
    return {
        "cablegrammar": __version__,
        "sources": len(sources),
        "names_and_sizes": digest.hexdigest(),
        "layout": layout,
        "profile": settings.profile if settings else None,
    }


@attrs.frozen
class _Batch:
    """Records that one process gets at once; whether they end a part."""

    records: list[CorpusRecord]
    ends_part: bool


@attrs.frozen
class _Done:
    """What came of a batch: its rows as they are written, the indices and reasons of its rejects, how many texts had lone surrogates."""

    encoded: Encoded
    rejects: list[tuple[int, str]]
    replaced: int


def run(
    sources: Sequence[Source],
    layout: str,
    settings: Settings | None,
    output: Output,
    processes: int,
    tally: Tally,
    shown: Shown,
) -> None:
    """Write the cables of `sources` to `output`, from where that ends.

    Where it is interrupted, or anything fails, what is done until then is committed, and the exception goes on.
    """
    tally.skipped = output.manifest.records
    sizes = [source.size for source in sources]
    tally.size = None if None in sizes else sum(size for size in sizes if size is not None)

    def count(size: int) -> None:
        tally.read += size

    found = records(sources, layout, count)
    for _ in islice(found, tally.skipped):
        tally.read_before = tally.read
    with _interrupts() as interrupts:
        try:
            for batch, done in _worked(_batches(found), output.manifest.form, settings, processes):
                with interrupts.waiting():
                    rejects = [(batch.records[index], reason) for index, reason in done.rejects]
                    output.add(done.encoded, rejects, done.replaced)
                    if batch.ends_part:
                        output.commit()
                tally.written += len(batch.records) - len(rejects)
                tally.rejects += len(rejects)
                tally.replaced += done.replaced
                shown.update()
        except BaseException:
            with interrupts.waiting():
                output.commit()
            raise
        with interrupts.waiting():
            output.finish()


# ---- batches -------------------------------------------------------------------------------------------------------------------


def _batches(found: Iterable[CorpusRecord]) -> Iterator[_Batch]:
    """The records in batches. Parts end where the records say, whatever the number of processes."""
    held: list[CorpusRecord] = []
    size = part_records = part_size = 0
    for record in found:
        held.append(record)
        size += len(record.text)
        if len(held) >= BATCH_RECORDS or size >= BATCH_CHARACTERS:
            part_records, part_size = part_records + len(held), part_size + size
            ends = part_records >= PART_RECORDS or part_size >= PART_CHARACTERS
            yield _Batch(held, ends)
            held, size = [], 0
            if ends:
                part_records = part_size = 0
    if held:
        yield _Batch(held, False)


def _work(form: str, settings: Settings | None, batch: Sequence[CorpusRecord]) -> _Done:
    """The rows of a batch, in whatever process."""
    parts: list[Rows] = []
    rejects: list[tuple[int, str]] = []
    replaced = 0
    for index, record in enumerate(batch):
        if record.fault:
            rejects.append((index, record.fault))
            continue
        clean = _without_surrogates(record)
        try:
            parts.append(rows(clean, settings))
        except Exception as error:
            rejects.append((index, f"{type(error).__name__}: {error}"))
            continue
        replaced += clean.text != record.text
    return _Done(encode(form, joined(parts)), rejects, replaced)


def _without_surrogates(record: CorpusRecord) -> CorpusRecord:
    """The record with U+FFFD for lone surrogates: neither Arrow nor JSON in UTF-8 can hold them."""
    changes = {name: _replaced(text) for name in ("text", "source") if not _is_writable(text := getattr(record, name))}
    if not all(map(_is_writable, record.entry.values())):
        changes["entry"] = {key: _replaced(word) for key, word in record.entry.items()}
    return attrs.evolve(record, **changes) if changes else record


def _is_writable(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _replaced(text: str) -> Any:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


# ---- processes -----------------------------------------------------------------------------------------------------------------


def _worked(
    batches: Iterator[_Batch], form: str, settings: Settings | None, processes: int
) -> Iterator[tuple[_Batch, _Done]]:
    """What comes of each batch, in their order; a few of them are always in work."""
    if processes == 1:
        for batch in batches:
            yield batch, _work(form, settings, batch.records)
        return
    with ProcessPoolExecutor(processes, mp_context=_context(), initializer=_begin, initargs=(settings,)) as pool:
        pending: deque[tuple[_Batch, Future[_Done]]] = deque()
        try:
            for batch in batches:
                # the bytes are for the rejects, which are written here
                sent = [attrs.evolve(record, data=b"") for record in batch.records]
                pending.append((batch, pool.submit(_work, form, settings, sent)))
                if len(pending) > _PENDING * processes:
                    first, done = pending.popleft()
                    yield first, done.result()
            while pending:
                first, done = pending.popleft()
                yield first, done.result()
        except BrokenProcessPool:
            # it ends of itself, and is waited for: else Python may meet it half closed at its own end
            raise
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _context() -> BaseContext:
    """How processes begin: as usual, but beside threads, such as those of a remote file system, never by a fork."""
    if multiprocessing.get_start_method() == "fork":
        if threading.active_count() > 1:
            return multiprocessing.get_context("spawn")
        # a parser that is here already need not be built in each of them
        engine()
    return multiprocessing.get_context()


def _begin(settings: Settings | None) -> None:
    """What a process does first: build what it needs, leave interrupts to the one that has the terminal, and end with that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    engine()
    if settings:
        chosen(settings)


def _end_with(sentinel: int) -> None:
    """End this process when the one that began it ends, killed or not: it would wait for work for ever."""
    wait([sentinel])
    os._exit(1)


class _Interrupts:
    """Ctrl-C is an exception at once, but while something is done that must not be left half done, behind that."""

    def __init__(self) -> None:
        self._waits = self._came = False

    def came(self, number: int, frame: FrameType | None) -> None:
        """Called for the signal."""
        if not self._waits:
            raise KeyboardInterrupt
        self._came = True

    @contextmanager
    def waiting(self) -> Generator[None]:
        """Within this block an interrupt waits."""
        self._waits = True
        try:
            yield
        finally:
            self._waits = False
        if self._came:
            self._came = False
            raise KeyboardInterrupt


@contextmanager
def _interrupts() -> Generator[_Interrupts]:
    """Takes interrupts for a while, where that is possible: in the main thread."""
    interrupts = _Interrupts()
    if threading.current_thread() is not threading.main_thread():
        yield interrupts
        return
    before = signal.signal(signal.SIGINT, interrupts.came)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)
