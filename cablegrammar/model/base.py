"""What all values have in common: they are frozen, compare by their parts, and can be written."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import ClassVar

import attrs

_trusting: ContextVar[bool] = ContextVar("trusting", default=False)


#: The class of each construct by the name of its start rule.
CONSTRUCTS: dict[str, type[Value]] = {}


@contextmanager
def trusting() -> Generator[None, None, None]:
    """Within this block constructors do not verify: the parts come from reading, so they can be written."""
    token = _trusting.set(True)
    try:
        yield
    finally:
        _trusting.reset(token)


@attrs.frozen
class Value:
    """A construct's meaning, free of layout and position.

    A class that is a construct bears the name of its start rule in `start_rule`. A constructor called by a program
    verifies that the value, written and read again, is the same value, and raises `ValueError` naming the part otherwise
    (guarantee G10).
    """

    start_rule: ClassVar[str] = ""

    def __init_subclass__(cls) -> None:
        # attrs makes a slotted class anew; the one that stays comes last
        rule = vars(cls).get("start_rule")
        if isinstance(rule, str):
            CONSTRUCTS[rule] = cls

    def __attrs_post_init__(self) -> None:
        if not _trusting.get():
            from cablegrammar.verify import verify  # the values know nothing of reading and writing

            verify(self)
