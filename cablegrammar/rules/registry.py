"""Which rules there are, and which of them settings choose."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from cablegrammar.rules.base import Rule, RuleError

if TYPE_CHECKING:
    from importlib import metadata

#: Entry points of this group name a `Rule`, or a module that holds some.
GROUP = "cablegrammar.rules"
#: Modules of the package that hold no rules.
_MACHINERY = ("base", "context", "registry")
#: Selects every rule.
ALL = "ALL"
_DIGITS = "0123456789"


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code: those of this package and those that other distributions bring.

    Raises `RuleError` for an entry point that cannot be loaded, or is neither a rule nor a module with some, and for two rules of one code
    or name.
    """
    found: dict[str, Rule] = {}
    names: dict[str, Rule] = {}
    for rule in (*_own(), *_of_others()):
        for key, others in ((rule.code, found), (rule.name, names)):
            if (other := others.setdefault(key, rule)) is not rule:
                raise RuleError(f"there are two rules {key}: {_described(other)}, and {_described(rule)}")
    return tuple(found[code] for code in sorted(found))


def rule_of(code: str) -> Rule:
    """The rule `code`, or of that name; raises `ValueError` with what may have been meant.

    >>> rule_of("FL001").name
    'routing-precedence'
    >>> rule_of("FL0001")
    Traceback (most recent call last):
    ...
    ValueError: there is no rule 'FL0001'; did you mean FL001?
    """
    for rule in all_rules():
        if code in (rule.code, rule.name):
            return rule
    known = [name for rule in all_rules() for name in (rule.code, rule.name)]
    raise ValueError(f"there is no rule {code!r}{_meant(code, known)}")


def verify_selector(selector: str) -> None:
    """Raise `ValueError` where `selector` chooses nothing: it is `ALL`, a family (`FL`), or the beginning of a code (`FL0`)."""
    if selector == ALL or any(_length(selector, rule) is not None for rule in all_rules()):
        return
    known = {name for rule in all_rules() for name in (rule.code, rule.family)}
    raise ValueError(f"there is no rule or family {selector!r}{_meant(selector, sorted(known))}")


def best_match(selectors: tuple[str, ...], rule: Rule) -> int:
    """How long the longest of `selectors` that chooses `rule` is, -1 where none does; `ALL` has length 0."""
    lengths = (_length(selector, rule) for selector in selectors)
    return max((length for length in lengths if length is not None), default=-1)


def _length(selector: str, rule: Rule) -> int | None:
    if selector == ALL:
        return 0
    # C is no family, though CL and CAP begin with it
    family = selector.rstrip(_DIGITS)
    return len(selector) if family == rule.family and rule.code.startswith(selector) else None


def _meant(word: str, known: list[str]) -> str:
    close = get_close_matches(word.upper(), known, 1) or get_close_matches(word.lower(), known, 1)
    return f"; did you mean {close[0]}?" if close else ""


def _own() -> Iterator[Rule]:
    package = import_module("cablegrammar.rules")
    for module in pkgutil.iter_modules(package.__path__):
        if module.name not in _MACHINERY:
            yield from _rules_in(import_module(f"cablegrammar.rules.{module.name}"))


def _of_others() -> Iterator[Rule]:
    if not _are_brought():
        return
    from importlib import metadata

    for point in metadata.entry_points(group=GROUP):
        brought = f"the rules {point.name!r} ({point.value}) of {_distribution(point)}"
        try:
            loaded = point.load()
        except Exception as error:
            raise RuleError(f"{brought} cannot be loaded: {type(error).__name__}: {error}") from error
        rules = (loaded,) if isinstance(loaded, Rule) else tuple(_rules_in(loaded))
        if not rules:
            raise RuleError(f"{brought}: expected a module that holds rules, or a rule, not {_kind(loaded)}")
        yield from rules


def _are_brought() -> bool:
    """Whether any distribution may bring rules: what reads entry points takes longer to import than this looking for the group's name."""
    if any(hasattr(finder, "find_distributions") and finder is not PathFinder for finder in sys.meta_path):
        return True
    for folder in map(Path, sys.path):
        if folder.is_file():  # an archive, which importlib looks into
            return True
        for pattern in ("*.dist-info", "*.egg-info"):
            for points in folder.glob(f"{pattern}/entry_points.txt"):
                if GROUP.encode() in points.read_bytes():
                    return True
    return False


def _distribution(point: metadata.EntryPoint) -> str:
    return f"{point.dist.name} {point.dist.version}" if point.dist else "a distribution without a name"


def _kind(loaded: object) -> str:
    return "a module without any" if isinstance(loaded, ModuleType) else f"a {type(loaded).__name__}"


def _described(rule: Rule) -> str:
    return f"{rule.code} ({rule.name}) in {rule.origin}"


def _rules_in(module: object) -> Iterator[Rule]:
    # what a class holds is no module's
    for value in vars(module).values() if isinstance(module, ModuleType) else ():
        if isinstance(value, Rule):
            yield value
