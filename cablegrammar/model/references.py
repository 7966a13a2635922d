"""References: the telegrams and papers a telegram refers to."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.page_line import PageLine


@attrs.frozen
class Reference(Value):
    """One reference: a telegram, which has `post` and `number`, or free `text`, such as an e-mail.

    `letter`, a capital, or `""`; `year`, two or four digits as written, `""` for the year of the telegram itself;
    `post` and `number` as written; `also`, further numbers of the same post; `and_previous` with the telegrams before
    it; `remarks`, the words in parentheses, such as `NOTAL`. A letter with nothing behind it is a reference too.

    >>> Reference(letter="B", year="06", post="BOGOTA", number="5395", remarks=("NOTAL",)).citation
    '06 BOGOTA 5395 (NOTAL)'
    >>> Reference(post="BOGOTA", number="53-95")
    Traceback (most recent call last):
    ...
    ValueError: Reference: ... cannot be written: ...
    """

    letter: str = ""
    year: str = ""
    post: str = ""
    number: str = ""
    also: tuple[str, ...] = ()
    and_previous: bool = False
    remarks: tuple[str, ...] = ()
    text: str = ""

    @property
    def citation(self) -> str:
        """What is referred to, without the letter."""
        year = f"{self.year} " if self.year else ""
        telegram = f"{year}{self.post} {' AND '.join((self.number, *self.also))}" if self.post else self.text
        previous = " AND PREVIOUS" if self.and_previous else ""
        return f"{telegram}{previous}{''.join(f' ({remark})' for remark in self.remarks)}"


@attrs.frozen
class References(Value):
    """The references of a telegram (state-telegram.md "REF line"): `items` in their order; `page_lines` that cut them.

    >>> References((Reference(post="STATE", number="9008"), Reference(text="SMITH EMAIL"))).items[0].number
    '9008'
    >>> References(("STATE 9008",))
    Traceback (most recent call last):
    ...
    ValueError: References: items ('STATE 9008',) is not of type tuple[Reference, ...]
    """

    start_rule: ClassVar[str] = "references"

    items: tuple[Reference, ...]
    page_lines: tuple[PageLine, ...] = ()
