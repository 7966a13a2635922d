"""What parsed cables hold, and that a stream of them holds no more the longer it is."""

from __future__ import annotations

import gc
import io
import tracemalloc
from collections import deque
from functools import lru_cache
from itertools import islice

import pytest

import cablegrammar as cg
from cablegrammar import blocks
from tests.benchmarks.bench import bytes_held
from tests.shared import cables, needs_corpus

#: Bytes that a parsed cable may take for each character of its text, beside the text itself.
MOST = 6


@needs_corpus
def test_parsed_cables_of_the_sample() -> None:
    texts = list(cables().values())
    for text in texts:
        cg.parse(text)  # the expressions that all readings share
    assert bytes_held(texts) <= MOST * sum(map(len, texts))


class Stream(io.TextIOBase):
    """A file of so many messages, no two alike, made up as they are read."""

    def __init__(self, count: int) -> None:
        # (long enough for a thousand of them to be more than is read at a time)
        words = "The harvest of the year was poor. " * 10
        texts = (f"VZCZCXRO0001\nUNCLAS LIMA {number:06}\n\n1. {words}\nNNNN\n\n" for number in range(count))
        self._messages = iter(texts)

    def read(self, size: int | None = -1) -> str:
        del size
        return "".join(islice(self._messages, 20))


def peak(count: int) -> int:
    """The most memory that reading so many cables, each forgotten when the next one comes, takes at any time."""
    gc.collect()
    tracemalloc.start()
    try:
        given = deque(enumerate(cg.parse_many(Stream(count)), 1), maxlen=1)
        assert given[0][0] == count
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_stream_holds_as_many_whatever_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    # the memory of read blocks, which is bounded, is full soon
    monkeypatch.setattr(blocks, "remembered", lru_cache(maxsize=256)(blocks.read_or_keep))
    peak(1_000)  # parsers, tables
    # one cable in ten that were kept would make the second ten times the first
    assert peak(20_000) <= 2 * peak(1_000)
