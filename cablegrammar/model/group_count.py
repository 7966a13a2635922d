"""Format line 10: how long the text is."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class GroupCount(Value):
    """The group count (FL10; acp127.md FL10).

    `groups`, the number of groups in the text, or `None` where they were not counted (GRNC).

    >>> GroupCount(123).groups
    123
    >>> GroupCount(-1)
    Traceback (most recent call last):
    ...
    ValueError: GroupCount: ... cannot be written: ...
    """

    start_rule: ClassVar[str] = "group_count"

    groups: int | None
