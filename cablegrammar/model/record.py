"""The first lines of the flat record: what the archive says about a cable."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Level


@attrs.frozen
class Record(Value):
    """The archive's record of a cable (corpus README, "the flat record").

    `id`, year, post and number in one word; `subject` on one line, `""` if the text has none; `created`, aware,
    midnight Central European time; `level` and `control`, which is `NOFORN`, `FOR OFFICIAL USE ONLY` or `""`; `origin`,
    the post.

    >>> from datetime import timedelta, timezone
    >>> created = datetime(2009, 9, 10, tzinfo=timezone(timedelta(hours=2)))
    >>> Record("09ISLAMABAD2184", "TALKS", created, Level.SECRET, "NOFORN", "Embassy Islamabad").classification
    'SECRET//NOFORN'
    >>> Record("ISLAMABAD2184", "TALKS", created, Level.SECRET, "NOFORN", "Embassy Islamabad")
    Traceback (most recent call last):
    ...
    ValueError: Record: id 'ISLAMABAD2184' cannot be written: ...
    """

    start_rule: ClassVar[str] = "record"

    id: str
    subject: str
    created: datetime
    level: Level
    control: str
    origin: str

    @property
    def classification(self) -> str:
        """Level and control as the record writes them, such as `SECRET//NOFORN`."""
        return f"{self.level}//{self.control}" if self.control else str(self.level)
