"""Writer of the subject."""

from __future__ import annotations

from cablegrammar.model.subject import Subject
from cablegrammar.writer.base import write, writes
from cablegrammar.writer.lines import wrap


@writes(Subject)
def subject(value: Subject) -> str:
    """The label, the marking, the text; continuation lines flush left; page lines behind the text."""
    label = "SUBJECT:" if value.marking is None else f"SUBJECT: {write(value.marking)}"
    written = wrap(label, value.text.split(" ")) if value.text else label
    # on the same line: one of its own would end the subject
    return " ".join((written, *map(write, value.page_lines)))
