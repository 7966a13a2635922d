"""Where parse tables are kept from one process to the next: building them takes longer than reading a thousand cables.

The wheel brings tables for the Python and the lark that it was built with. For others, and for a checkout, they are kept in the user's own
cache folder. A file is named after all that decides what is in it (the grammar, the start rules, the versions of lark and Python), so a
stale one is never read. Tables are pickles: the folder has to be the user's own, and nobody else may write there.
"""

from __future__ import annotations

import os
import pickle
import stat
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from lark import __version__ as lark_version
from platformdirs import user_cache_path


def name_of(grammar: str, starts: Iterable[str]) -> str:
    """The name of the file with the tables of `grammar` for `starts`.

    >>> name_of("a: B", ["a"]) == name_of("a: B", ["a"]) != name_of("a: C", ["a"])
    True
    """
    python = f"{sys.implementation.cache_tag} {sys.version_info.major}.{sys.version_info.minor}"
    whole = "\0".join((lark_version, python, *starts, grammar))
    return f"tables-{sha256(whole.encode()).hexdigest()[:24]}.pickle"


def kept(name: str) -> dict[str, Any] | None:
    """The tables in the file `name`, from the package or from the user's cache folder; `None` if there are none, or they cannot be read."""
    for folder in (Path(str(files("cablegrammar").joinpath("tables"))), own_folder()):
        if folder is not None and (folder / name).is_file():
            try:
                with (folder / name).open("rb") as file:
                    found: dict[str, Any] = pickle.load(file)
            except Exception:  # what a damaged pickle raises may be anything; the tables are built anew
                continue
            return found
    return None


def keeping(name: str, folder: Path | None = None) -> Callable[[Callable[[Any], None]], None]:
    """What writes the file `name` to `folder`, else to the user's cache folder, when it is given a function that writes to an open file."""

    def keep(save: Callable[[Any], None]) -> None:
        where = folder or own_folder()
        if where is None:
            return
        # written aside, then renamed: another process may read it at the same time
        with suppress(OSError), NamedTemporaryFile(dir=where, prefix=name, delete=False) as file:
            save(file)
            file.close()
            Path(file.name).replace(where / name)

    return keep


def own_folder() -> Path | None:
    """The user's cache folder of this package, made if need be; `None` if there is none that is the user's alone.

    `XDG_CACHE_HOME` and the like are heeded.
    """
    folder = user_cache_path("cablegrammar", appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    if hasattr(os, "getuid") and (status.st_uid != os.getuid() or status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)):
        return None
    return folder
