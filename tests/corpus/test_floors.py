"""The shares that are read stay above their floors."""

from __future__ import annotations

from tests.corpus import floors
from tests.corpus.floors import FLOORS, Share
from tests.shared import needs_corpus


def at_least(name: str, share: Share) -> None:
    """Whether the share reaches its floor; the failure shows some of what does not count."""
    assert share.value >= FLOORS[name], f"{name}: {share}\n" + "\n".join(share.others[:20])


@needs_corpus
def test_lossless() -> None:
    at_least("texts lossless", floors.lossless())


@needs_corpus
def test_header_lines() -> None:
    at_least("header lines typed", floors.header_lines())


@needs_corpus
def test_head_fields() -> None:
    at_least("head fields typed", floors.head_fields()[0])


@needs_corpus
def test_gold_paragraphs() -> None:
    at_least("gold paragraphs", floors.gold_paragraphs()[0])
