"""What a reference is: a cable, an e-mail, a telephone call ..."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class ReferenceKind(Value):
    """The kind of a reference (state-telegram.md "REF line"); `Reference.kind` reads it.

    `kind`: `cable`; `secto` and `tosec`, telegrams from and to the travelling Secretary; `airgram`; `date-time group`, a message of another
    agency; `e-mail`; `telcon`, a telephone call; `document`, anything else. `words`, what is referred to.

    >>> ReferenceKind("e-mail", "ROE-DOE EMAIL OF MAY 4").kind
    'e-mail'
    >>> ReferenceKind("telcon", "ROE-DOE EMAIL OF MAY 4")
    Traceback (most recent call last):
    ...
    ValueError: ReferenceKind: kind 'telcon' cannot be written: it would be read as 'e-mail'
    """

    start_rule: ClassVar[str] = "reference_kind"

    kind: str
    words: str
