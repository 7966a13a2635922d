"""Readers: one function a grammar rule, from the rule's children to its value."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import cache
from typing import Any, TypeVar

from cablegrammar.transform.token import Found, Named, Token

V = TypeVar("V")
Reader = Callable[[list[Any], str], Any]
R = TypeVar("R", bound=Reader)

__all__ = [
    "READERS",
    "Found",
    "Named",
    "Parts",
    "Reader",
    "Token",
    "Unreadable",
    "is_on_first_line",
    "joined",
    "joined_lines",
    "memory",
    "reads",
    "reads_tokens",
]

READERS: dict[str, Reader] = {}


def reads(rule: str) -> Callable[[Callable[[Parts], Any]], Callable[[Parts], Any]]:
    """Make the decorated function the reader of `rule`; it is given the rule's parts."""

    def register(function: Callable[[Parts], Any]) -> Callable[[Parts], Any]:
        reads_tokens(rule)(lambda children, whole: function(Parts(children, whole)))
        return function

    return register


def reads_tokens(rule: str) -> Callable[[R], R]:
    """Make the decorated function the reader of `rule`; it is given the rule's children as they were found, and the text.

    For rules of which there are thousands.
    """

    def register(function: R) -> R:
        if rule in READERS:
            raise RuntimeError(f"two readers for {rule}")
        READERS[rule] = function
        return function

    return register


@cache
def memory() -> Callable[[str, str], object]:
    """What reads a part by its own construct, and remembers it."""
    from cablegrammar.blocks import remembered  # readers know nothing of cutting

    return remembered


class Unreadable(Exception):
    """A text has the form of its construct, but no value, such as the date 31 FEB; the message says why."""


def is_on_first_line(whole: str, offset: int) -> bool:
    """Whether no line ends before `offset`."""
    return whole.find("\n", 0, offset) < 0 and whole.find("\r", 0, offset) < 0


class Parts:
    """The children of a rule, by the name of the terminal (tokens) or by class (values of sub-rules)."""

    __slots__ = ("_found", "_words", "whole")

    def __init__(self, found: list[Any], whole: str) -> None:
        # of a token its terminal, start and end: many tokens are never asked for
        self._found = found
        self._words: dict[str, str] | None = None
        #: The text that the rule's text is part of.
        self.whole = whole

    @property
    def children(self) -> list[Any]:
        """The children in their order, tokens as `Token`."""
        whole = self.whole
        return [Token.of(child, whole) if type(child) is tuple else child for child in self._found]

    def tokens(self, names: Container[str]) -> list[Token]:
        """The tokens that are one of `names`."""
        return [Token.of(child, self.whole) for child in self._found if type(child) is tuple and child[0] in names]

    def words(self) -> dict[str, str]:
        """By the name of the terminal the text of the first token, without the white space around it."""
        words: dict[str, str] = {}
        for child in self._found:
            if type(child) is tuple:
                name, start, end = child
                if name not in words:
                    words[name] = self.whole[start:end].strip()
        self._words = words
        return words

    def exactly(self, name: str) -> str:
        """The text of the first token `name` to the character; `""` without one."""
        for child in self._found:
            if type(child) is tuple and child[0] == name:
                return self.whole[child[1] : child[2]]
        return ""

    def text(self, name: str) -> str:
        """The text of the first token `name`, without the white space around it; `""` without one."""
        return (self._words or self.words()).get(name, "")

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of all tokens `name`, without the white space around them."""
        return tuple(
            [
                self.whole[child[1] : child[2]].strip()
                for child in self._found
                if type(child) is tuple and child[0] == name
            ]
        )

    def has(self, name: str) -> bool:
        """Whether a token `name` is there."""
        return name in (self._words or self.words())

    def value(self, cls: type[V]) -> V | None:
        """The first value of class `cls`."""
        for child in self._found:
            if isinstance(child, cls):
                return child
        return None

    def required(self, cls: type[V]) -> V:
        """The first value of class `cls`, which the rule requires."""
        return next(child for child in self._found if isinstance(child, cls))

    def values(self, cls: type[V]) -> tuple[V, ...]:
        """All values of class `cls`."""
        return tuple([child for child in self._found if isinstance(child, cls)])


def joined(*texts: str) -> str:
    """The words of `texts`, joined by one blank."""
    whole = texts[0].strip() if len(texts) == 1 else " ".join(texts).strip()
    return _spaced(whole) if len(whole.splitlines()) < 2 else " ".join(whole.split())


def joined_lines(lines: Iterable[str]) -> str:
    """The words of `lines`, which `str.splitlines` has made, joined by one blank."""
    return _spaced(" ".join(lines).strip())


def _spaced(text: str) -> str:
    """The words of a text that is one line, as Python counts lines, joined by one blank."""
    if "\t" in text or "\x1f" in text or not (text.isascii() or text.isprintable()):
        return " ".join(text.split())
    # the common case: a list of the words of a line of megabytes costs more than all else in its reading
    while "  " in text:
        text = text.replace("  ", " ")
    return text
