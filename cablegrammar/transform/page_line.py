"""Reader of page lines."""

from __future__ import annotations

from cablegrammar.model.page_line import PageLine
from cablegrammar.transform.base import Parts, joined, reads


@reads("page_line")
def page_line(parts: Parts) -> PageLine:
    """ISLAMABAD 00002184  002 OF 002, or PAGE 02 and words."""
    if parts.has("PAGE_WORD"):
        return PageLine(post=joined(parts.text("PAGE_REST")), page=int(parts.text("PAGE_NUMBER_OLD")))
    return PageLine(
        post=parts.text("PAGE_POST"),
        number=parts.text("PAGE_MESSAGE"),
        page=int(parts.text("PAGE_NUMBER")),
        total=int(parts.text("PAGE_TOTAL")),
        version=parts.text("PAGE_VERSION"),
    )
