"""Readers of the TAGS line."""

from __future__ import annotations

from cablegrammar.model.tags import Tag, Tags
from cablegrammar.transform.base import Parts, reads


@reads("tag")
@reads("tag_first")
@reads("tag_word")
def tag(parts: Parts) -> Tag:
    """PREL, OVIP (ROE, JANE B.), IRAQI FREEDOM."""
    first = str(parts.children[0]).strip()
    return Tag(
        code=" ".join((first, *parts.texts("TAG_PHRASE_WORD"))),
        name=" ".join(parts.texts("TAG_NAME_PART")),
    )


@reads("tags")
def tags(parts: Parts) -> Tags:
    """TAGS: PGOV, PREL, PK."""
    # most are a code alone, and no rule of their own
    return Tags(tuple(part if isinstance(part, Tag) else Tag(part.strip()) for part in parts.children))
