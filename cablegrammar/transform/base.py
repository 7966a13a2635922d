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

    __slots__ = ("children",)

    def __init__(self, children: list[Any]) -> None:
        self.children = children

    def text(self, name: str) -> str:
        """The text of the first token `name`, `""` without one."""
        for child in self.children:
            if type(child) is Token and child.type == name:
                return str(child)
        return ""

    def token(self, name: str) -> Token:
        """The first token `name`, which the rule requires."""
        return next(child for child in self.children if type(child) is Token and child.type == name)

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of all tokens `name`."""
        return tuple(str(child) for child in self.children if type(child) is Token and child.type == name)

    def has(self, name: str) -> bool:
        """Whether a token `name` is there."""
        return any(type(child) is Token and child.type == name for child in self.children)

    def value(self, cls: type[V]) -> V | None:
        """The first value of class `cls`."""
        for child in self.children:
            if isinstance(child, cls):
                return child
        return None

    def values(self, cls: type[V]) -> tuple[V, ...]:
        """All values of class `cls`."""
        return tuple(child for child in self.children if isinstance(child, cls))


def joined(*texts: str) -> str:
    """The words of `texts`, joined by one blank."""
    return " ".join(" ".join(texts).split())
