"""Wrapping words into lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

#: The longest line of a telegram (acp127.md, "Character set and line length").
WIDTH = 69
#: How narrow a paragraph may be wrapped to keep a line from beginning with an opener.
NARROWEST = 60


def fill(words: Sequence[str], first: int = 0, may_start: Callable[[str], bool] | None = None) -> list[str]:
    """Lines of `words` joined by one blank, none longer than `WIDTH` unless a single word is.

    `first` columns of the first line are taken already. Where `may_start` refuses a line (it would be read as an opener), all lines are
    made a column narrower: to move one word alone would leave a line that has room for the next word, and that is read as a hard break.
    """
    for width in range(WIDTH, NARROWEST, -1):
        lines = _fill(words, first, width)
        if may_start is None or all(map(may_start, lines[1:])):
            return lines
    return _fill(words, first, WIDTH)


def _fill(words: Sequence[str], first: int, width: int) -> list[str]:
    lines: list[list[str]] = [[]]
    used = first
    for word in words:
        if lines[-1] and used + 1 + len(word) > width:
            lines.append([word])
            used = len(word)
        else:
            used += len(word) + (1 if lines[-1] else 0)
            lines[-1].append(word)
    return [" ".join(line) for line in lines]
