"""What holds for a file: the nearest file of settings, and the command line, which counts more."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import attrs

from cablegrammar.cli.patterns import Patterns
from cablegrammar.configuration import (
    PROJECT,
    TABLE,
    Configuration,
    ConfigurationError,
    Located,
    configuration_in,
    read_configuration,
    wrong_pattern,
)
from cablegrammar.rules.registry import all_rules, best_match
from cablegrammar.settings import Settings


@attrs.frozen(eq=False)
class Effective:
    """What holds in a directory: the `configuration` with what the command line says, the one `held` by the `file`, without what is `given`,
    and its patterns.
    """

    configuration: Configuration
    held: Configuration
    settings: Settings
    file: Path | None
    include: Patterns
    excludes: tuple[Patterns, ...]
    per_file: tuple[tuple[Patterns, tuple[str, ...]], ...]
    given: Mapping[str, Any]

    def origins(self) -> dict[str, str]:
        """By its name where each setting comes from that is not what it is by default: a file, the command line, or both."""
        default, both = Configuration(), ("extend_select", "ignore", "extend_exclude")
        found = {}
        for name in attrs.fields_dict(Configuration):
            if getattr(self.held, name) != getattr(default, name) and (name not in self.given or name in both):
                found[name] = self.file.name if self.file else ""
            if name in self.given:
                found[name] = f"{found[name]} and the command line" if name in found else "the command line"
        return found

    def settings_of(self, path: str) -> Settings:
        """The settings for one file, with what is ignored in it."""
        absolute = os.path.abspath(path)
        codes = {code for patterns, rules in self.per_file if patterns.say(absolute) for code in _codes(rules)}
        return attrs.evolve(self.settings, ignore=(*self.settings.ignore, *sorted(codes))) if codes else self.settings


@attrs.define
class Options:
    """The command line: `given` has what it says of settings, by their names; `file` is the one file of settings to use, `isolated` means none.

    Raises `ConfigurationError`, by `OPTION: what is wrong`, and as `read_configuration` does.
    """

    given: Mapping[str, Any] = attrs.field(factory=dict)
    file: str = ""
    isolated: bool = False
    _cwd: str = attrs.field(init=False, factory=os.getcwd)
    _one: Located | None = attrs.field(init=False, default=None)
    _known: dict[str, Effective] = attrs.field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        try:
            Settings(**{key: self.given[key] for key in ("select", "extend_select", "ignore") if key in self.given})
        except ValueError as error:
            option, _, said = str(error).partition(":")
            raise ConfigurationError(f"--{option.replace('_', '-')}:{said}") from None
        if self.isolated and self.file:
            raise ConfigurationError("--isolated: no file of settings is used, so --config cannot name one")
        for key in ("include", "exclude", "extend_exclude"):
            for said in filter(None, map(wrong_pattern, self.given.get(key, ()))):
                raise ConfigurationError(f"--{key.replace('_', '-')}: {said}")
        if self.isolated:
            self._one = Located(Configuration(), None, self._cwd)
        elif self.file:
            found = read_configuration(self.file)
            if found is None:
                raise ConfigurationError(f"{self.file}: there is no [{TABLE}] in this {PROJECT}")
            self._one = Located(found, Path(self.file), self._cwd)

    def effective(self, directory: str) -> Effective:
        """What holds for the files of a directory."""
        folder = os.path.abspath(directory)
        if folder not in self._known:
            self._known[folder] = self._find(folder)
        return self._known[folder]

    def _find(self, folder: str) -> Effective:
        located = self._one or configuration_in(folder)
        if located is None and (above := os.path.dirname(folder)) != folder:
            return self.effective(above)
        return self._over(located or Located(Configuration(), None, self._cwd))

    def _over(self, located: Located) -> Effective:
        """The command line over a file of settings. Patterns of the command line are seen from the working directory."""
        held, given, root = located.configuration, self.given, located.root
        rules = _rules(held, given)
        configuration = attrs.evolve(held, **{**given, **rules})
        configuration = attrs.evolve(
            configuration, extend_exclude=(*held.extend_exclude, *given.get("extend_exclude", ()))
        )

        def patterns(key: str) -> Patterns:
            return Patterns(self._cwd, given[key]) if key in given else Patterns(root, getattr(held, key))

        if held.baseline and "baseline" not in given:
            configuration = attrs.evolve(configuration, baseline=self._from_here(os.path.join(root, held.baseline)))
        return Effective(
            configuration,
            held,
            configuration.settings,
            located.file,
            patterns("include"),
            (
                patterns("exclude"),
                Patterns(root, held.extend_exclude),
                Patterns(self._cwd, given.get("extend_exclude", ())),
            ),
            tuple((Patterns(root, (pattern,)), names) for pattern, names in held.per_file_ignores.items()),
            given,
        )

    def _from_here(self, path: str) -> str:
        """A path as it is seen from the working directory, where that is possible."""
        try:
            return os.path.relpath(path, self._cwd)
        except ValueError:
            # on another drive
            return path


def _rules(held: Configuration, given: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Which rules, of a file of settings and the command line.

    `--select` begins anew. `--extend-select` and `--ignore` count more than what the file says, whatever is longer: they are spelt out, rule
    by rule, where the file would have something against them.
    """
    select, extend, ignore = (given.get(key, ()) for key in ("select", "extend_select", "ignore"))
    if select:
        return {"select": select, "extend_select": extend, "ignore": ignore}
    before = (*held.select, *held.extend_select)
    ignored = _codes(held.ignore, over=before, but=extend) if extend and held.ignore else held.ignore
    if ignore and before:
        ignore = _codes(ignore, over=extend)
    return {"extend_select": (*held.extend_select, *extend), "ignore": (*ignored, *ignore)}


@lru_cache(maxsize=256)
def _codes(selectors: tuple[str, ...], over: tuple[str, ...] = (), but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The codes of the rules that `selectors` choose, none by a shorter name than `over`, and none that `but` chooses."""
    return tuple(
        rule.code
        for rule in all_rules()
        if best_match(selectors, rule) >= max(best_match(over, rule), 0) and best_match(but, rule) < 0
    )


def listed(words: Sequence[str]) -> tuple[str, ...]:
    """What an option says that may be given again, and with commas."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())
