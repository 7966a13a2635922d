"""The difference between two texts of a file, as `diff -u` shows it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from difflib import unified_diff

from cablegrammar.cli.terminal import console, put
from cablegrammar.tree import shown


def show_difference(name: str, before: str, after: str, what: str) -> None:
    """The difference between two texts of the file `name`, the second of which is `what`; in colours on a terminal."""
    terminal = console()
    for line in _diff(name, before, after, what):
        if terminal is None:
            put(line)
            continue
        colours = {"-": "red", "+": "green", "@": "cyan"}
        style = "bold" if line.startswith(("---", "+++")) else colours.get(line[0], "")
        terminal.print(line, style=style, end="", markup=False, highlight=False, soft_wrap=True)


def _diff(name: str, before: str, after: str, what: str) -> Iterator[str]:
    # lines end as Python's files say, at CR LF, LF and CR; str.splitlines knows many more
    one, other = (list(io.StringIO(text, newline="")) for text in (before, after))
    for line in unified_diff(one, other, shown(name), f"{shown(name)} ({what})"):
        if line.endswith("\n"):
            yield line
        elif line.endswith("\r"):
            yield f"{line[:-1]}\n"
        else:
            yield f"{line}\n\\ No newline at end of file\n"
