"""The files that a command is to read, of what it was given: files as they are, and those that directories hold."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path

from cablegrammar.cli.files import STDIN

#: Names that are looked for in directories.
INCLUDE = ("*.txt",)


def discover(paths: Sequence[str], include: Sequence[str] = INCLUDE) -> Iterator[str]:
    """The files of `paths`, none twice: each file, `-`, and in a directory, its own directories too, those whose name fits `include`, sorted.

    A file that was named is given whatever its name, also where there is none; whoever reads it says so. Raises `OSError` for a directory
    that cannot be read.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _under(path, include) if path != STDIN and Path(path).is_dir() else (path,):
            if os.path.normpath(file) not in seen:
                seen.add(os.path.normpath(file))
                yield file


def _under(directory: str, include: Sequence[str]) -> Iterator[str]:
    for folder, folders, names in os.walk(directory, onerror=_raise):
        folders.sort()
        for name in sorted(names):
            if any(fnmatch(name, pattern) for pattern in include):
                yield os.path.normpath(os.path.join(folder, name))


def _raise(error: OSError) -> None:
    raise error
