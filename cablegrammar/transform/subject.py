"""Reader of the subject."""

from __future__ import annotations

from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.subject import Subject
from cablegrammar.transform.base import Parts, joined, reads


@reads("subject")
def subject(parts: Parts) -> Subject:
    """SUBJECT: (C) TEXT."""
    from cablegrammar.blocks import remembered  # a page line is read by its own construct

    found = (remembered(text, "page_line") for text in parts.texts("PAGE_IN_SUBJECT"))
    return Subject(
        text=joined(*parts.texts("SUBJECT_WORDS")),
        marking=parts.value(PortionMarking),
        page_lines=tuple(value for value in found if isinstance(value, PageLine)),
    )
