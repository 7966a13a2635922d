"""Reader of the cut."""

from __future__ import annotations

from typing import Any

from cablegrammar.engine import Token
from cablegrammar.transform.base import READERS


def blocks(children: list[Any]) -> list[Token]:
    """The blocks themselves."""
    return children


READERS["blocks"] = blocks
