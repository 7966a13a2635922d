"""Lines that open or close a quoted text within a paragraph."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class BlockMark(Value):
    """BEGIN or END of a quoted text, a summary or the like (STATISTICS section 13); `Paragraph.block_marks` reads them.

    `begins`, whether it opens or closes; `what`, one to four words as written.

    >>> BlockMark(begins=False, what="SUMMARY").what
    'SUMMARY'
    >>> BlockMark(begins=True, what="of the matter, he said")
    Traceback (most recent call last):
    ...
    ValueError: BlockMark: what 'of the matter, he said' cannot be written: ...
    """

    start_rule: ClassVar[str] = "block_mark"

    begins: bool
    what: str
