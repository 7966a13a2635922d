"""Twin test of grammar/separation.lark."""

from __future__ import annotations

from cablegrammar.model import Separation
from tests.grammar.twin import twin

TestSeparation = twin(
    "separation",
    {text: Separation() for text in ("BT", "BT\n", "BT \r\n\r\n", " BT", "BT\r")},
    ["", "B", "BTT", "bt", "BT UNCLAS", "BT\nBT", "//BT"],
)
