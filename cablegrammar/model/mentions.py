"""Where a text names other telegrams."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.references import Reference


@attrs.frozen
class Mention(Value):
    """One place of a text that names other telegrams.

    `kind`: `ref`, references of the REF line; `septel`, a telegram that is sent separately; `telegram`, a telegram by post and number.
    `letters`, capitals, of a `ref`, ranges spelt out; without letters it means the only reference, or all. `telegram`, of a `telegram`, else
    `None`.

    >>> Mention("ref", ("A", "C"))
    Mention(kind='ref', letters=('A', 'C'), telegram=None)
    >>> Mention("septel", ("A",))
    Traceback (most recent call last):
    ...
    ValueError: Mention: letters ('A',) cannot be written: it would be read as ()
    """

    kind: str
    letters: tuple[str, ...] = ()
    telegram: Reference | None = None


@attrs.frozen
class Mentions(Value):
    """The mentions of a text, at least one (state-telegram.md "REF line"): `items` in their order; `Paragraph.mentions` reads them.

    >>> Mentions((Mention("ref", ("A", "C")), Mention("septel"))).items[1].kind
    'septel'
    >>> Mentions(())
    Traceback (most recent call last):
    ...
    ValueError: Mentions: ... cannot be written: ...
    """

    start_rule: ClassVar[str] = "mentions"

    items: tuple[Mention, ...]
