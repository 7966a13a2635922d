"""Reader of page lines."""

from __future__ import annotations

from cablegrammar.model.page_line import PageLine
from cablegrammar.transform.base import Parts, joined, memory, reads


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


def page_lines_of(parts: Parts, name: str) -> tuple[PageLine, ...]:
    """The page lines that the tokens `name` are, each read by its own construct."""
    if not parts.has(name):
        return ()
    found = (memory()(text, "page_line") for text in parts.texts(name))
    return tuple(value for value in found if isinstance(value, PageLine))
