"""The classifying officer."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Officer(Value):
    """A classifying officer (5 FAH-1 H-246: name and position title).

    `title`, the words in front of the name, `name`, and `office`, the words behind it; as written, `""` where there are none.

    >>> Officer("Ambassador", "Jane Roe").name
    'Jane Roe'
    >>> Officer(name="Jane Roe, Lima")
    Traceback (most recent call last):
    ...
    ValueError: Officer: name 'Jane Roe, Lima' cannot be written: ...
    """

    start_rule: ClassVar[str] = "officer"

    title: str = ""
    name: str = ""
    office: str = ""
