"""Twin test of grammar/end_of_message.lark."""

from __future__ import annotations

from cablegrammar.model import EndOfMessage
from tests.grammar.twin import twin

TestEndOfMessage = twin(
    "end_of_message",
    {text: EndOfMessage() for text in ("NNNN", "NNNN\n", "NNNN//", " NNNN \r\n\r\n", "NNNN\r")},
    ["", "NNN", "NNNNN", "NNNN/", "nnnn", "NNNN UNCLASSIFIED", "NNNN\nNNNN"],
)
