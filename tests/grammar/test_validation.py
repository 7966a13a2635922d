"""Twin test of grammar/validation.lark."""

from __future__ import annotations

from cablegrammar.model import Validation
from tests.grammar.twin import twin

TestValidation = twin(
    "validation",
    {
        "#2184": Validation("2184"),
        "#0000\n": Validation("0000"),
        "#0001 \r\n\r\n": Validation("0001"),
        " #0012\r": Validation("0012"),
        "#190": Validation("190"),
    },
    ["", "#", "2184", "#21", "#21845", "# 2184", "#190)", "#2184/01", "#2184\nNNNN"],
)
