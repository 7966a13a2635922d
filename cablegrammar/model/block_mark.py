"""What opens or closes a quoted text within a paragraph."""

from __future__ import annotations

from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@attrs.frozen
class BlockMark(Value):
    """BEGIN or END of a quoted text, a summary or the like (STATISTICS section 13); `Paragraph.block_marks` reads the lines, `Prose.closing`
    what is run on.

    `begins`, whether it opens or closes; `name`, the first word, and `addition`, none to three words behind it, as written; `before`, the
    words that an END is run on behind, `""` where it stands alone.

    >>> BlockMark(begins=False, name="SUMMARY").what
    'SUMMARY'
    >>> BlockMark(begins=True, name="1st")
    Traceback (most recent call last):
    ...
    ValueError: BlockMark: ... name '1st' cannot be written: ...
    """

    start_rule: ClassVar[str] = "block_mark"

    begins: bool
    name: str
    addition: str = ""
    before: str = ""

    @property
    def what(self) -> str:
        """What begins or ends: name and addition.

        >>> BlockMark(True, "TEXT", "OF NOTE").what
        'TEXT OF NOTE'
        """
        return f"{self.name} {self.addition}" if self.addition else self.name

    def closes(self, other: BlockMark) -> bool:
        """Whether this END is that of the BEGIN `other`: it has the same name.

        >>> BlockMark(False, "Text").closes(BlockMark(True, "TEXT", "OF NOTE"))
        True
        """
        return not self.begins and other.begins and self.name.upper() == other.name.upper()
