"""Writer of banners."""

from __future__ import annotations

from cablegrammar.model.banner import Banner
from cablegrammar.writer.base import writes


@writes(Banner)
def banner(value: Banner) -> str:
    """The handbook's word."""
    return str(value.level)
