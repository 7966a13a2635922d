"""References: the telegrams and papers a telegram refers to."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.posts import spelled
from cablegrammar.model.reference_kind import ReferenceKind


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
        return f"{self._cited}{''.join(f' ({remark})' for remark in self.remarks)}"

    @property
    def _cited(self) -> str:
        year = f"{self.year} " if self.year else ""
        telegram = f"{year}{self.post} {' AND '.join((self.number, *self.also))}" if self.post else self.text
        return f"{telegram} AND PREVIOUS" if self.and_previous else telegram

    @property
    def kind(self) -> str:
        """What is referred to: `cable`, `secto`, `tosec`, `airgram`, `date-time group`, `e-mail`, `telcon` or `document`; `""` for a letter
        with nothing behind it. Read on demand; see `ReferenceKind`.

        >>> Reference(post="STATE", number="9008").kind, Reference(text="ROE-DOE TELCON").kind
        ('cable', 'telcon')
        """
        from cablegrammar.blocks import on_demand  # values know nothing of reading

        value = on_demand(self._cited, "reference_kind")
        return value.kind if isinstance(value, ReferenceKind) else ""

    def ids(self, year: int | None) -> tuple[str, ...]:
        """The ids of the telegrams referred to, as `Cable.reference_id` spells them; `year`, that of the telegram that refers.

        A reference without a year is to a telegram of the same year (state-telegram.md "REF line"). Nothing else is guessed: a telegram of
        January that means one of December and leaves the year out is taken at its word. `also` numbers have an id each; what is meant by
        AND PREVIOUS is not known. `()` for what is no cable with post and number: an airgram or TOSEC number is of another series.

        >>> Reference(post="SECSTATE", number="094757", also=("94760",)).ids(2009)
        ('09STATE94757', '09STATE94760')
        >>> Reference(year="06", post="KL", number="12").ids(2009), Reference(text="ROE EMAIL").ids(2009)
        (('06KUALALUMPUR12',), ())
        """
        of_year = int(self.year) if self.year else year
        if of_year is None or not self.post or self.kind not in ("cable", "secto"):
            return ()
        return tuple(spelled(of_year, self.post, number) for number in (self.number, *self.also))


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
