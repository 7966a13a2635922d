"""The files that a command is to read, of what it was given: files as they are, and those that directories hold."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

import attrs

from cablegrammar.cli.files import STDIN
from cablegrammar.cli.options import Effective, Options
from cablegrammar.cli.patterns import Patterns, gitignore, gitignores_above
from cablegrammar.settings import Settings


@attrs.frozen
class Found:
    """A file to read, its `path` as it is to be shown, its `settings`, and the file of its `baseline`, `""` for none."""

    path: str
    settings: Settings
    baseline: str = ""


def _raise(error: OSError) -> None:
    raise error


def discover(
    paths: Sequence[str],
    options: Options,
    stdin_name: str = "<stdin>",
    unreadable: Callable[[OSError], None] = _raise,
) -> Iterator[Found]:
    """The files of `paths`, none twice: each file, `-`, and in a directory, its own directories too, those that are included, and neither
    excluded nor named by a .gitignore, sorted.

    A file that was named is given whatever its name, also where there is none: whoever reads it says so; with `force_exclude` it is not where
    it is excluded. The settings of standard input are those of a file `stdin_name`. Directories that are symbolic links are passed over,
    unless they are named. `unreadable` is given the error of a directory that cannot be read, by default to raise it; raises
    `ConfigurationError`.
    """
    seen: set[str] = set()
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            found = _under(path, options, unreadable)
        else:
            found = iter([(path, options.effective(os.path.dirname(stdin_name if path == STDIN else path)))])
        for file, effective in found:
            name = stdin_name if file == STDIN else file
            key = file if file == STDIN else os.path.abspath(file)
            if key in seen or (effective.configuration.force_exclude and _excluded(os.path.abspath(name), effective)):
                continue
            seen.add(key)
            yield Found(file, effective.settings_of(name), effective.configuration.baseline)


def _excluded(path: str, effective: Effective) -> bool:
    return any(one.say(path) for one in effective.excludes)


def _under(top: str, options: Options, unreadable: Callable[[OSError], None]) -> Iterator[tuple[str, Effective]]:
    start = os.path.abspath(top)
    above = tuple(one.within(start) for one in gitignores_above(start))
    ignored: dict[str, tuple[Patterns, ...]] = {}
    for folder, folders, names in os.walk(top, onerror=unreadable):
        here = os.path.abspath(folder)
        effective = options.effective(here)
        own = gitignore(os.path.join(here, ".gitignore"), here)
        ignores = (*ignored.pop(here, above), *([own] if own else []))
        sieve = _Sieve(
            tuple(one.within(start) for one in effective.excludes),
            ignores if effective.configuration.respect_gitignore else (),
        )
        # nothing in a directory that is passed over can be named again: as in git
        folders[:] = sorted(name for name in folders if sieve.lets_through(os.path.join(here, name), True))
        ignored.update((os.path.join(here, name), ignores) for name in folders)
        for name in sorted(names):
            path = os.path.join(here, name)
            if effective.include.say(path) and sieve.lets_through(path, False) and _is_text(path):
                yield os.path.normpath(os.path.join(folder, name)), effective


def _is_text(path: str) -> bool:
    """Not a pipe or a device, which could be read for ever; of a link to nothing the reader says that there is nothing."""
    return os.path.isfile(path) or not os.path.exists(path)


@attrs.frozen
class _Sieve:
    """What is passed over in a directory: what `excludes` name, and what the last of `ignores` does that says anything."""

    excludes: tuple[Patterns, ...]
    ignores: tuple[Patterns, ...]

    def lets_through(self, path: str, directory: bool) -> bool:
        if any(one.say(path, directory) for one in self.excludes):
            return False
        said = (one.say(path, directory) for one in reversed(self.ignores))
        return not next((one for one in said if one is not None), False)
