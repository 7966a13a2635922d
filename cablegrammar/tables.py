"""Where parse tables are kept from one process to the next: building them takes longer than reading a thousand cables.

The wheel brings tables for the Python that it was built with. For others, and for a checkout, they are kept in the user's own cache
folder. A file is named after all that decides what is in it (the grammar, the start rules, the form of the tables, Python), so a stale one
is never read. It holds plain data and no code; the folder has to be the user's own, and nobody else may write there.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib.resources import files
from itertools import accumulate
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Any, TypedDict, overload
from zlib import crc32

#: Changed with the form of the tables below.
FORM = 8
#: The first bytes of a file say how long its head is; the expressions stand behind that.
_SIZE = 8

#: A rule's end: the rule, its reader, "" where its children are children of the rule around it, and how many states are taken off.
Reduction = tuple[str, str, int]
#: The index of its expression; by terminal the next state, or a reduction as its index inverted; by rule the next state.
State = tuple[int, dict[str, int], dict[str, int]]
#: Pattern, flags, what kind of code it is compiled to, this code, and the terminals, a named group each.
Expression = tuple[str, int, int, bytes, Sequence[str]]


class Tables(TypedDict):
    """Parse tables; states are numbered, and `kept` says of each whether the token that leads to it is a child of its rule.

    `origin` is what they were made from, see `origin_of`. A start rule in `flat` is the only one with a value where it is read. `needs` has
    bits, and the strings that each needs: an expression in `lighter` is replaced by the one that is named there under the bits whose
    strings a text lacks, of which a start rule needs those that are `heeded` there. `carriage_return` is the bit of CR, and `narrow` one for
    texts that lack it and any character above U+00FF.
    """

    carriage_return: int
    expressions: Sequence[Expression]
    flat: set[str]
    heeded: dict[str, int]
    kept: list[bool]
    lighter: dict[int, dict[int, int]]
    narrow: int
    needs: Sequence[tuple[int, Sequence[str]]]
    origin: str
    reductions: list[Reduction]
    starts: dict[str, tuple[int, int]]
    states: list[State]


def origin_of(grammar: str, starts: Iterable[str]) -> str:
    """All that decides what the tables of `grammar` for `starts` are: it stands in them, too, so that no others are taken for them.

    >>> origin_of("a: B", ["a"]) == origin_of("a: B", ["a"]) != origin_of("a: C", ["a"])
    True
    """
    python = f"{sys.implementation.cache_tag} {sys.version_info.major}.{sys.version_info.minor}"
    return "\0".join((str(FORM), python, *starts, grammar))


def name_of(origin: str) -> str:
    """The name of the file with the tables of `origin`."""
    return f"tables-{crc32(origin.encode()):08x}.marshal"


def kept(origin: str) -> Tables | None:
    """The tables of `origin`, from the package or from the user's cache folder; `None` if there are none, or they cannot be read."""
    name = name_of(origin)
    for folder_of in (_brought, own_folder):
        folder = folder_of()
        if folder is not None and (folder / name).is_file():
            with suppress(OSError, EOFError, ValueError, TypeError):  # a damaged file; the tables are built anew
                found = _read(folder / name)
                if found["origin"] == origin:
                    return found
    return None


class _Rows(Sequence[Expression]):
    """The expressions in a file, each read when it is asked for: a text needs few of them, and they are nearly all that is in the file."""

    def __init__(self, content: mmap, first: int, starts: Sequence[int]) -> None:
        self._content = content
        self._first = first
        self._starts = starts

    def __len__(self) -> int:
        return len(self._starts) - 1

    @overload
    def __getitem__(self, index: int) -> Expression: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Expression]: ...
    def __getitem__(self, index: int | slice) -> Expression | Sequence[Expression]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        start, end = self._starts[index], self._starts[index + 1]
        row: Expression = marshal.loads(self._content[self._first + start : self._first + end])
        return row


def _read(path: Path) -> Tables:
    """The tables in a file that `keep` wrote; raises `ValueError` and others for what is none."""
    with path.open("rb") as file:
        content = mmap(file.fileno(), 0, access=ACCESS_READ)
    first = _SIZE + int.from_bytes(content[:_SIZE], "little")
    starts, found = marshal.loads(content[_SIZE:first])
    found["expressions"] = _Rows(content, first, starts)
    if found.keys() != Tables.__annotations__.keys() or first + starts[-1] != len(content):
        raise ValueError(f"{path}: not a whole file of tables")
    made: Tables = found
    return made


def keep(found: Tables, folder: Path | None = None) -> None:
    """Write the tables to a file in `folder`, else in the user's cache folder, if there is one."""
    where = folder or own_folder()
    if where is None:
        return
    from tempfile import NamedTemporaryFile  # not needed where the tables are there already

    name = name_of(found["origin"])
    expressions: Sequence[Any] = found["expressions"]
    rows = [marshal.dumps(row) for row in expressions]
    rest: dict[str, Any] = {key: value for key, value in found.items() if key != "expressions"}
    starts = list(accumulate(map(len, rows), initial=0))
    head = marshal.dumps((starts, rest))
    # written aside, then renamed: another process may read it at the same time
    with suppress(OSError), NamedTemporaryFile(dir=where, prefix=name, delete=False) as file:
        file.write(len(head).to_bytes(_SIZE, "little"))
        file.write(head)
        file.writelines(rows)
        file.close()
        Path(file.name).replace(where / name)


def _brought() -> Path:
    """The folder of those that came with the package."""
    return Path(str(files("cablegrammar").joinpath("tables")))


def own_folder() -> Path | None:
    """The user's cache folder of this package, made if need be; `None` if there is none that is the user's alone.

    `XDG_CACHE_HOME` and the like are heeded.
    """
    from platformdirs import user_cache_path  # not needed where the package brought its tables

    folder = user_cache_path("cablegrammar", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        return None
    return folder
