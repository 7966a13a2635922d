"""What is different between two texts, word by word, layout told from words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

import attrs

from cablegrammar.alignment import Alignment, rising


@attrs.frozen
class Hunk:
    """A stretch of one text or of both: `kind` is `same`, `removed` or `added`; `layout`, whether it is white space only."""

    kind: str
    text: str
    layout: bool = False


def word_differences(before: str, after: str) -> Iterator[Hunk]:
    r"""The hunks that lead from `before` to `after`: without those added they are `before`, without those removed `after`.

    >>> [(one.kind, one.text) for one in word_differences("TAGS: PREL PE", "TAGS: PREL, PE")]
    [('same', 'TAGS: '), ('removed', 'PREL'), ('added', 'PREL,'), ('same', ' PE')]
    """
    found = (hunk for hunk in _hunks(before, after) if hunk.text)
    for (kind, layout), group in groupby(found, key=lambda one: (one.kind, one.layout)):
        yield Hunk(kind, "".join(one.text for one in group), layout)


def _hunks(before: str, after: str) -> Iterator[Hunk]:
    one, other = _words(before), _words(after)
    alignment = Alignment(len(one), len(other))
    alignment.exact([word for _, word in one], [word for _, word in other])
    i = j = 0
    # the end is a word of its own that both have
    for next_i, next_j in (*rising(alignment.pairs), (len(one), len(other))):
        yield from _replaced(one[i:next_i], other[j:next_j])
        if next_i < len(one):
            (gap, word), (new_gap, _) = one[next_i], other[next_j]
            yield from _gap(gap, new_gap)
            yield Hunk("same", word)
        i, j = next_i + 1, next_j + 1
    yield from _gap(_end(before), _end(after))


def _words(text: str) -> list[tuple[str, str]]:
    """The words, each with the white space before it."""
    words: list[tuple[str, str]] = []
    gap = ""
    for is_gap, letters in groupby(text, key=str.isspace):
        if is_gap:
            gap = "".join(letters)
        else:
            words.append((gap, "".join(letters)))
            gap = ""
    return words


def _end(text: str) -> str:
    return text[len(text.rstrip()) :]


def _replaced(removed: list[tuple[str, str]], added: list[tuple[str, str]]) -> Iterator[Hunk]:
    if removed and added and removed[0][0] == added[0][0]:
        yield Hunk("same", removed[0][0])
        removed, added = [("", removed[0][1]), *removed[1:]], [("", added[0][1]), *added[1:]]
    for kind, words in (("removed", removed), ("added", added)):
        for gap, word in words:
            yield Hunk(kind, gap + word)


def _gap(before: str, after: str) -> Iterator[Hunk]:
    """White space that changed, without what both begin or end with."""
    end = _alike(before[::-1], after[::-1])
    gone, come = before[: len(before) - end], after[: len(after) - end]
    begin = _alike(gone, come)
    yield Hunk("same", gone[:begin])
    yield Hunk("removed", gone[begin:], layout=True)
    yield Hunk("added", come[begin:], layout=True)
    yield Hunk("same", before[len(before) - end :])


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda two: two[0] == two[1], zip(one, other, strict=False)))
