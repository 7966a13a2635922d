"""Reader of signs."""

from __future__ import annotations

from typing import Any

from cablegrammar.engine import Token
from cablegrammar.transform.base import READERS


def signs(children: list[Any], text: str) -> list[Token]:
    """The signs themselves."""
    return children


READERS["signs"] = signs
