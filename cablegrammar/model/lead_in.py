"""The words that say what a paragraph is."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class LeadIn(Value):
    """The opening of a paragraph (5 FAH-1 H-246.3): `kind` in lower case, `summary`, `comment`, `action request` ...; `rest`, what follows.

    >>> LeadIn("summary", ": Post agrees.").kind
    'summary'
    >>> LeadIn("weather", ": fair")
    Traceback (most recent call last):
    ...
    ValueError: LeadIn: kind 'weather', rest ': fair' cannot be written: ...
    """

    start_rule: ClassVar[str] = "lead_in"

    kind: str
    rest: str = ""
