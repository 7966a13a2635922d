"""Who drafted, approved and cleared a telegram."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class Drafting(Value):
    """A drafting line (state-telegram.md "1970s telegrams").

    `label`, DRAFTED BY, APPROVED BY, CLEARED BY or SOURCE, also without BY, or DESIRED DISTRIBUTION; `text`, its words joined by one
    blank, with the clearances on the lines below it, `""` where nobody in particular is to have it.

    >>> Drafting("APPROVED BY", "PA:JROE L/M:KROE").text
    'PA:JROE L/M:KROE'
    >>> Drafting("TYPED BY", "ROE")
    Traceback (most recent call last):
    ...
    ValueError: Drafting: label 'TYPED BY' cannot be written: ...
    """

    start_rule: ClassVar[str] = "drafting"

    label: str
    text: str
