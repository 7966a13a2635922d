"""Writer of format line 10."""

from __future__ import annotations

from cablegrammar.model.group_count import GroupCount
from cablegrammar.writer.base import writes


@writes(GroupCount)
def group_count(value: GroupCount) -> str:
    """GR and the number, or GRNC."""
    return "GRNC" if value.groups is None else f"GR {value.groups}"
