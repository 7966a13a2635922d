"""Lines of canonical text: words wrapped at 69 columns, unless another width is asked for."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from cablegrammar.model.body import LONGEST_WRAPPED

#: The longest line of a telegram, in columns (acp127.md, "Character set and line length").
WIDTH = 69
#: How many columns narrower a paragraph may be wrapped to keep a line from beginning with an opener.
_LEEWAY = 9

_width: ContextVar[int] = ContextVar("width", default=WIDTH)
_capitals: ContextVar[bool] = ContextVar("capitals", default=False)


@contextmanager
def wrapped_at(width: int) -> Generator[None, None, None]:
    """Within this block lines are wrapped at `width` columns."""
    token = _width.set(width)
    try:
        yield
    finally:
        _width.reset(token)


@contextmanager
def capital_labels() -> Generator[None, None, None]:
    """Within this block the words that a writer adds of its own are in capitals, for machines that have no others."""
    token = _capitals.set(True)
    try:
        yield
    finally:
        _capitals.reset(token)


def label(words: str) -> str:
    """Words that a writer adds of its own."""
    return words.upper() if _capitals.get() else words


def line_width() -> int:
    """The columns at which lines are wrapped now."""
    return _width.get()


def wrap(first: str, words: Iterable[str], width: int = 0) -> str:
    r"""`first` and `words` joined by a blank, by a line end where the line would be longer than `width`, by default that of lines now.

    A word that could be taken for a number, a label or a dash at the start of a line stays behind the one before it,
    which goes to the next line with it.

    >>> wrap("SUBJECT:", ["RICE", "HARVEST", "OF", "2009.", "POOR"], 22)
    'SUBJECT: RICE HARVEST\nOF 2009. POOR'
    """
    width = width or line_width()
    lines, chunk = [first], ""
    for word in words:
        if chunk and not _label(word):
            _put(lines, chunk, width)
            chunk = word
        else:
            chunk = f"{chunk} {word}" if chunk else word
    if chunk:
        _put(lines, chunk, width)
    return "\n".join(lines)


def _put(lines: list[str], chunk: str, width: int) -> None:
    """Set `chunk` behind the last line where it fits, else on a new one."""
    if len(lines[-1]) + 1 + len(chunk) <= width:
        lines[-1] += " " + chunk
    else:
        lines.append(chunk)


def _label(word: str) -> bool:
    """Whether a line must not begin with `word`."""
    return not word or word[0] in "¶-(" or word[-1] in ".:)"


def fill(words: Sequence[str], first: int = 0, may_start: Callable[[str], bool] | None = None) -> list[str]:
    """Lines of `words` joined by one blank, none longer than lines are now, unless a single word is.

    `first` columns of the first line are taken already. Where `may_start` refuses a line (it would be read as an opener), all lines are
    made a column narrower: to move one word alone would leave a line that has room for the next word, and that is read as a hard break.
    Where no width helps, the words stay on one line, as they do where a word before the last line is too long for one.

    >>> fill(["See", "a" * 90, "there."]) == ["See " + "a" * 90 + " there."]
    True
    """
    for width in range(line_width(), line_width() - _LEEWAY, -1):
        lines = _fill(words, first, width)
        if any(len(line) > LONGEST_WRAPPED for line in [" " * first + lines[0], *lines[1:]][:-1]):
            break
        if may_start is None or all(map(may_start, lines[1:])):
            return lines
    return [" ".join(words)]


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
