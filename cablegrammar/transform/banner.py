"""Reader of banners."""

from __future__ import annotations

from cablegrammar.model.banner import Banner
from cablegrammar.model.ordered import Level
from cablegrammar.transform.base import Parts, reads

_LEVELS = {str(level): level for level in Level}


@reads("banner")
def banner(parts: Parts) -> Banner:
    """CONFIDENTIAL."""
    return Banner(_LEVELS[parts.text("BANNER_WORD")])
