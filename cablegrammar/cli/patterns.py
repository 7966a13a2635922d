"""Patterns of .gitignore, seen from a directory."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from cablegrammar.configuration import wrong_pattern

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def _spec(lines: Iterable[str]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # a run that is given one file asks no pattern

    return GitIgnoreSpec.from_lines(lines)


@attrs.frozen
class Patterns:
    """Patterns, a line each, for what is in the directory `base`, which is absolute."""

    base: str
    lines: tuple[str, ...]

    @cached_property
    def _files(self) -> GitIgnoreSpec:
        return _spec(self.lines)

    @cached_property
    def _directories(self) -> GitIgnoreSpec:
        """Pathspec matches files. Of a directory it is known that it is one, so a slash at the end of a pattern has nothing to say."""
        return _spec(line.rstrip().removesuffix("/") for line in self.lines)

    def say(self, path: str, directory: bool = False) -> bool | None:
        """Whether they name `path`, an absolute one: `False` where a pattern with `!` does, `None` where none does."""
        inner = _inner(path, self.base)
        return (self._directories if directory else self._files).check_file(inner).include if inner else None

    @lru_cache(maxsize=256)  # noqa: B019 - patterns are few, and live as long as the run
    def within(self, directory: str) -> Patterns:
        """Those that do not name `directory` itself, or one that it is in: who names a directory wants it searched."""
        inner = _inner(directory, self.base)
        if not inner:
            return self
        kept = (line for line in self.lines if not _spec([line]).match_file(f"{inner}/"))
        return attrs.evolve(self, lines=tuple(kept))


def _inner(path: str, base: str) -> str:
    """The path as it is seen from `base`, `""` for that directory and those it is in.

    For what is elsewhere it begins with `..`: patterns without a slash name it, and those with one do not.
    """
    try:
        parts = Path(os.path.relpath(path, base)).parts
    except ValueError:
        # on another drive
        parts = (os.pardir, *Path(path).parts[1:])
    return "" if all(part == os.pardir for part in parts) else "/".join(parts)


def gitignore(file: str, base: str) -> Patterns | None:
    """The patterns in a .gitignore, `None` where there is none; lines that are no pattern name nothing, as for git."""
    try:
        with open(file, encoding="utf-8", errors="surrogateescape") as lines:
            found = tuple(line.rstrip("\n") for line in lines)
    except OSError:
        return None
    return Patterns(base, tuple(line for line in found if not wrong_pattern(line)))


def gitignores_above(directory: str) -> tuple[Patterns, ...]:
    """The patterns that hold in a directory of a git repository from outside of it, those that count more behind."""
    found: list[Patterns | None] = []
    folder = Path(directory)
    for above in (folder, *folder.parents):
        if above != folder:
            found.append(gitignore(str(above / ".gitignore"), str(above)))
        if (above / ".git").exists():
            found.append(gitignore(str(above / ".git" / "info" / "exclude"), str(above)))
            return tuple(one for one in reversed(found) if one)
    return ()
