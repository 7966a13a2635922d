"""The classification of a paragraph or of the subject."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value
from cablegrammar.model.ordered import Level


@attrs.frozen
class PortionMarking(Value):
    """A portion marking (5 FAH-1 H-246.2; state-telegram.md "Paragraphs").

    `level`, comparable with the level of the classification line; `sensitive` for SBU, which is UNCLASSIFIED and
    sensitive; `controls` in their order, such as `NF` (NOFORN means the same and is read as `NF`), `FOUO`, `FGI` or
    `REL TO USA, FVEY`, the countries as written; `entire_text` if it holds for all paragraphs. `separators` is layout: what stands before
    each control, `/`, `//`, `-` or a blank; equal markings may differ in it, and canonical text has a slash.

    >>> marking = PortionMarking(Level.SECRET, controls=("NF",))
    >>> marking.level <= Level.CONFIDENTIAL
    False
    >>> PortionMarking(Level.SECRET, controls=("CT",))
    Traceback (most recent call last):
    ...
    ValueError: PortionMarking: controls 'CT' cannot be written: ...
    """

    start_rule: ClassVar[str] = "portion_marking"

    level: Level
    sensitive: bool = False
    controls: tuple[str, ...] = ()
    entire_text: bool = False
    separators: tuple[str, ...] = attrs.field(default=(), eq=False)
