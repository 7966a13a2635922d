"""Lines that publishers put around a telegram."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class PublisherLine(Value):
    r"""A publisher's date, database row or list entry (STATISTICS 2.3); `text` as it stands, without the white space around it.

    >>> PublisherLine("Wednesday, 10 June 2009, 13:42").text
    'Wednesday, 10 June 2009, 13:42'
    >>> PublisherLine("two\nlines")
    Traceback (most recent call last):
    ...
    ValueError: PublisherLine: ...
    """

    start_rule: ClassVar[str] = "publisher_line"

    text: str
