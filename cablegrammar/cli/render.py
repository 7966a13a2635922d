"""`cablegrammar render`: the text of cables that are given as JSON."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path, PureWindowsPath
from typing import Any

import attrs

from cablegrammar.cable import Cable
from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.files import STDIN, failed
from cablegrammar.cli.terminal import complain, put_bytes
from cablegrammar.document import Document, save, to_bytes
from cablegrammar.export import CableDataError, from_dict
from cablegrammar.parsing import unparse
from cablegrammar.tree import shown

_STDIN_NAME = "<stdin>"


@attrs.frozen
class _Given:
    """A cable that is given: what messages call it, and the name of the file it would have in a directory, or `""`."""

    name: str
    cable: Cable
    file_name: str


def render(files: Sequence[str], output: str) -> int:
    """Write the text of the cables in `files` to `output`, a file or a directory, else to standard output; returns the exit code."""
    output = "" if output == STDIN else output
    directory = Path(output) if output and (Path(output).is_dir() or output.endswith(("/", os.sep))) else None
    if wrong := _wrong_use(files, output if directory is None else ""):
        complain(f"cablegrammar: {wrong}")
        return FAILED
    given: list[_Given] = []
    worst = FINE
    for file in files:
        for one in _read(file, _STDIN_NAME if file == STDIN else file):
            if one is None:
                worst = FAILED
            elif output and directory is None:
                given.append(one)
            elif not _write(one, directory):
                worst = FAILED
    if output and directory is None and worst == FINE:
        if len(given) != 1:
            complain(
                f"cablegrammar: --output names one file, and {len(given)} cables are given; name a directory that is there"
            )
            return FAILED
        return FINE if _save(given[0], Path(output)) else FAILED
    return worst


def _wrong_use(files: Sequence[str], output: str) -> str:
    """What is wrong with the file `output`, `""` if nothing is."""
    for file in files if output and os.path.exists(output) else ():
        if file != STDIN and os.path.exists(file) and os.path.samefile(file, output):
            return f"--output names {shown(file)}, which is to be read"
    return ""


def _read(file: str, name: str) -> Iterator[_Given | None]:
    """The cables in a file, `None` in the place of each that is none, and for a file that cannot be read; what is wrong is told."""
    try:
        documents = list(_documents(file))
    except (OSError, ValueError) as error:
        failed(name, error)
        yield None
        return
    for count, data in enumerate(documents, 1):
        called = f"{shown(name)}: document {count}" if len(documents) > 1 else shown(name)
        try:
            cable = from_dict(data)
        except CableDataError as error:
            for fault in error.errors:
                complain(f"{called}: {shown(str(fault))}")
            yield None
            continue
        yield _Given(called, cable, _file_name(data, file))


def _documents(file: str) -> Iterator[Any]:
    """What the JSON in a file holds: values one behind another, as lines or not; a list stands for its items."""
    if file == STDIN and sys.stdin is None:
        raise OSError("standard input is closed")
    data = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8: byte {error.start + 1} is {data[error.start]:02X}") from None
    decoder = json.JSONDecoder()
    at, end = _behind_blanks(text, 0), len(text)
    if at == end:
        raise ValueError("no JSON: there is nothing in it")
    while at < end:
        try:
            value, at = decoder.raw_decode(text, at)
        except json.JSONDecodeError as error:
            raise ValueError(f"line {error.lineno}, column {error.colno}: no JSON: {error.msg}") from None
        except RecursionError:
            raise ValueError("no cable: its JSON is nested too deeply") from None
        except ValueError:
            # of a number that Python takes too long to convert; it says so in words for programmers
            raise ValueError("no cable: its JSON has a number of too many digits") from None
        yield from value if isinstance(value, list) else [value]
        at = _behind_blanks(text, at)


def _behind_blanks(text: str, at: int) -> int:
    """The place of the first character from `at` on that is no white space of JSON."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at


def _file_name(data: Any, file: str) -> str:
    """What the cable's file is called in a directory: as that it was read from, else as that of the JSON, `visit.txt` for `visit.json`."""
    path = data.get("path", _STDIN_NAME)
    if path == _STDIN_NAME:
        return "" if file == STDIN else Path(file).with_suffix(".txt").name
    # the last part only, by any system's rules: JSON from elsewhere does not say where to write
    name = PureWindowsPath(path).name
    return "" if name == ".." else name


def _write(one: _Given, directory: Path | None) -> bool:
    """Write a cable to standard output or to a new file in `directory`; whether that was possible."""
    if directory is not None:
        if one.file_name:
            return _save(one, directory / one.file_name, new=True)
        complain(
            f"{one.name}: has no 'path' that ends in the name of a file, so its file in {shown(str(directory))} has no name"
        )
        return False
    try:
        put_bytes(to_bytes(unparse(one.cable)))
    except ValueError as error:
        complain(f"{one.name}: {error}")
        return False
    return True


def _save(one: _Given, target: Path, *, new: bool = False) -> bool:
    """Write a cable to `target`; whether that was possible."""
    try:
        if new and os.path.lexists(target):
            raise FileExistsError(f"{shown(str(target))} is there already")
        save(Document(one.cable), target)
    except OSError as error:
        complain(f"{shown(str(target))}: {error.strerror}" if error.strerror else f"{one.name}: {error}")
        return False
    except ValueError as error:
        complain(f"{one.name}: {error}")
        return False
    return True
