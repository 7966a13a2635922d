"""The signature."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Signature(Value):
    """The surname that ends the text (state-telegram.md, "Paragraphs"); `name` is one to three words.

    >>> Signature("VAN VOORST").name
    'VAN VOORST'
    >>> Signature("XXXXXXXXXXXX")
    Traceback (most recent call last):
    ...
    ValueError: Signature: ...
    """

    start_rule: ClassVar[str] = "signature"

    name: str
