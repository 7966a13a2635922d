"""The CORRECTED COPY line."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class CorrectedCopy(Value):
    """The telegram is sent again, corrected (state-telegram.md "Classification line").

    `reason`, words joined by one blank, `""` where none is given.

    >>> CorrectedCopy("GARBLED TEXT").reason
    'GARBLED TEXT'
    >>> CorrectedCopy(" GARBLED")
    Traceback (most recent call last):
    ...
    ValueError: CorrectedCopy: ...
    """

    start_rule: ClassVar[str] = "corrected_copy"

    reason: str = ""
