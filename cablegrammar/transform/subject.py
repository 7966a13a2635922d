"""Reader of the subject."""

from __future__ import annotations

from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.subject import Subject
from cablegrammar.transform.base import Parts, joined, reads
from cablegrammar.transform.page_line import page_lines_of


@reads("subject")
def subject(parts: Parts) -> Subject:
    """SUBJECT: (C) TEXT."""
    return Subject(
        joined(*parts.texts("SUBJECT_WORDS")), parts.value(PortionMarking), page_lines_of(parts, "PAGE_IN_SUBJECT")
    )
