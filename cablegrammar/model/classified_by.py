"""Who classified the telegram, and why."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.officer import Officer
from cablegrammar.model.portion_marking import PortionMarking


@attrs.frozen
class Reason(Value):
    """A reason to classify: `section` of the executive order, 1.4 or 1.5, and `letter`, a small one.

    >>> str(Reason("1.4", "b"))
    '1.4(b)'
    >>> Reason("1.4", "x")
    Traceback (most recent call last):
    ...
    ValueError: Reason: section '1.4', letter 'x' cannot be written: ...
    """

    section: str
    letter: str

    def __str__(self) -> str:
        return f"{self.section}({self.letter})"


@attrs.frozen
class ClassifiedBy(Value):
    """The classifying officer and the reasons (5 FAH-1 H-246; state-telegram.md "Classified By / Reason").

    `classifier`, name and position as written; `reasons` in their order, none where none is recognised: then the whole
    sentence is the classifier; `addition`, what follows the reasons; `derived_from` and `declassify_on`, as written;
    `marking`, the portion marking in front. A part that is not there is `""`, `()` or `None`.

    >>> ClassifiedBy("Ambassador Jane Roe", (Reason("1.4", "b"), Reason("1.4", "d"))).reasons[1].letter
    'd'
    >>> ClassifiedBy("Ambassador  Jane Roe", (Reason("1.4", "b"),))
    Traceback (most recent call last):
    ...
    ValueError: ClassifiedBy: classifier 'Ambassador  Jane Roe' cannot be written: ...
    """

    start_rule: ClassVar[str] = "classified_by"

    classifier: str = ""
    reasons: tuple[Reason, ...] = ()
    addition: str = ""
    derived_from: str = ""
    declassify_on: str = ""
    marking: PortionMarking | None = None

    @property
    def officer(self) -> Officer | None:
        """The classifier's title, name and office, read on demand; `None` where nobody is named.

        >>> ClassifiedBy("Ambassador Jane Roe, Embassy Lima", (Reason("1.4", "b"),)).officer.office
        'Embassy Lima'
        """
        from cablegrammar.blocks import on_demand  # values know nothing of reading

        value = on_demand(self.classifier, "officer")
        return value if isinstance(value, Officer) else None

    @property
    def name(self) -> str:
        """The classifier's name, `""` where none is recognised."""
        return self.officer.name if self.officer else ""

    @property
    def title(self) -> str:
        """What else says who the classifier is: title and office, `""` without them."""
        parts = (self.officer.title, self.officer.office) if self.officer else ()
        return ", ".join(part for part in parts if part)
