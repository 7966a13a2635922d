"""What stands behind the signature."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Trailer(Value):
    """A line that publishers or message centres left behind the text, such as `CABLE ENDS` or database columns (STATISTICS 15); `text` as it
    stands.

    >>> Trailer("NNNN").text
    'NNNN'
    >>> Trailer("End comment.")
    Traceback (most recent call last):
    ...
    ValueError: Trailer: ...
    """

    start_rule: ClassVar[str] = "trailer"

    text: str
