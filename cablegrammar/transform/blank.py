"""Reader of blanks."""

from __future__ import annotations

from cablegrammar.model.blank import Blank
from cablegrammar.transform.base import Parts, reads


@reads("blank")
def blank(parts: Parts) -> Blank:
    """White space."""
    return Blank()
