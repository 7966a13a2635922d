"""Readers of the TAGS line."""

from __future__ import annotations

from cablegrammar.model.tags import Tag, Tags
from cablegrammar.transform.base import Parts, reads


@reads("tag")
@reads("tag_first")
@reads("tag_word")
def tag(parts: Parts) -> Tag:
    """PREL, OVIP (ROE, JANE B.), IRAQI FREEDOM."""
    first = parts.text("TAG_CODE") or parts.text("TAG_PHRASE") or parts.text("TAG_PHRASE_FIRST")
    return Tag(
        code=" ".join((first, *parts.texts("TAG_PHRASE_WORD"))),
        name=" ".join(parts.texts("TAG_NAME_PART")),
    )


@reads("tags")
def tags(parts: Parts) -> Tags:
    """TAGS: PGOV, PREL, PK."""
    return Tags(tags=parts.values(Tag))
