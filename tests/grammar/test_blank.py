"""Twin test of grammar/blank.lark."""

from __future__ import annotations

from cablegrammar.model import Blank
from tests.grammar.twin import twin

TestBlank = twin(
    "blank",
    {"\n": Blank(), " \n": Blank(), "\r\n\r\n": Blank(), "\r": Blank(), "   ": Blank(), "\u2028\n": Blank()},
    ["", "x", " x", "\n-", "."],
)
