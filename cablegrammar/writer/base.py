"""Writers: one function a class, from a value to its canonical text without the white space behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

V = TypeVar("V")

WRITERS: dict[type, Callable[[Any], str]] = {}


def writes(cls: type[V]) -> Callable[[Callable[[V], str]], Callable[[V], str]]:
    """Make the decorated function the writer of `cls`."""

    def register(function: Callable[[V], str]) -> Callable[[V], str]:
        if cls in WRITERS:
            raise RuntimeError(f"two writers for {cls.__name__}")
        WRITERS[cls] = function
        return function

    return register


def write(value: object) -> str:
    r"""The canonical text of one value.

    Lines are ended by `\n`; the last line has no end.
    """
    return WRITERS[type(value)](value)
