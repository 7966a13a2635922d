"""Twin test of grammar/group_count.lark."""

from __future__ import annotations

from cablegrammar.model import GroupCount
from tests.grammar.twin import twin

TestGroupCount = twin(
    "group_count",
    {
        "GR 123": GroupCount(123),
        "GR123\n": GroupCount(123),
        "GR  0012 \r\n": GroupCount(12),
        "GR 0": GroupCount(0),
        " GRNC\n\n": GroupCount(None),
        "GRNC\r": GroupCount(None),
    },
    ["", "GR", "GR NONE", "GR 12345", "GR 12 34", "GRNC 12", "GR NC", "gr 123", "GR -1"],
)
