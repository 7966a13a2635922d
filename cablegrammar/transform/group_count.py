"""Reader of format line 10."""

from __future__ import annotations

from cablegrammar.model.group_count import GroupCount
from cablegrammar.transform.base import Parts, reads


@reads("group_count")
def group_count(parts: Parts) -> GroupCount:
    """GR 123, or GRNC without a count."""
    return GroupCount(int(parts.text("GROUPS")) if parts.has("GROUPS") else None)
