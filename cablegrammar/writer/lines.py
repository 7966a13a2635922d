"""Lines of canonical text: words wrapped at 69 columns."""

from __future__ import annotations

from collections.abc import Iterable

#: Columns of a line of text (5 FAH-2 H-320).
WIDTH = 69


def wrap(first: str, words: Iterable[str], width: int = WIDTH) -> str:
    r"""`first` and `words` joined by a blank, by a line end where the line would be longer than `width`.

    A word that could be taken for a number, a label or a dash at the start of a line stays behind the one before it,
    which goes to the next line with it.

    >>> wrap("SUBJECT:", ["RICE", "HARVEST", "OF", "2009.", "POOR"], 22)
    'SUBJECT: RICE HARVEST\nOF 2009. POOR'
    """
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
