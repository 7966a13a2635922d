"""Readers: one function a grammar rule, from the rule's children to its value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cablegrammar.engine import Token

V = TypeVar("V")
Reader = Callable[[list[Any]], Any]

READERS: dict[str, Reader] = {}


def reads(rule: str) -> Callable[[Callable[[Parts], Any]], Callable[[Parts], Any]]:
    """Make the decorated function the reader of `rule`; it is given the rule's parts."""

    def register(function: Callable[[Parts], Any]) -> Callable[[Parts], Any]:
        if rule in READERS:
            raise RuntimeError(f"two readers for {rule}")
        READERS[rule] = lambda children: function(Parts(children))
        return function

    return register


class Unreadable(Exception):
    """A text has the form of its construct, but no value, such as the date 31 FEB; the message says why."""


class Parts:
    """The children of a rule, by the name of the terminal (tokens) or by class (values of sub-rules)."""

    __slots__ = ("_first", "children")

    def __init__(self, children: list[Any]) -> None:
        self.children = children
        first: dict[str, Token] = {}
        for child in children:
            if type(child) is Token:
                first.setdefault(child.type, child)
        self._first = first

    def text(self, name: str) -> str:
        """The text of the first token `name`, without the white space around it; `""` without one."""
        token = self._first.get(name)
        return "" if token is None else token.strip()

    def token(self, name: str) -> Token:
        """The first token `name`, which the rule requires."""
        return self._first[name]

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of all tokens `name`, without the white space around them."""
        return tuple(child.strip() for child in self.children if type(child) is Token and child.type == name)

    def has(self, name: str) -> bool:
        """Whether a token `name` is there."""
        return name in self._first

    def value(self, cls: type[V]) -> V | None:
        """The first value of class `cls`."""
        for child in self.children:
            if isinstance(child, cls):
                return child
        return None

    def required(self, cls: type[V]) -> V:
        """The first value of class `cls`, which the rule requires."""
        return next(child for child in self.children if isinstance(child, cls))

    def values(self, cls: type[V]) -> tuple[V, ...]:
        """All values of class `cls`."""
        return tuple(child for child in self.children if isinstance(child, cls))


def joined(*texts: str) -> str:
    """The words of `texts`, joined by one blank."""
    whole = " ".join(texts).strip()
    # no white space but single blanks, the common case: a list of the words of a line of megabytes costs more than all else in its reading
    return whole if whole.isprintable() and "  " not in whole else " ".join(whole.split())
