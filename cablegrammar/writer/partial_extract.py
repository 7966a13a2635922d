"""Writer of the notice of a partial extract."""

from __future__ import annotations

from cablegrammar.model.partial_extract import PartialExtract
from cablegrammar.writer.base import writes


@writes(PartialExtract)
def partial_extract(value: PartialExtract) -> str:
    """The publisher's two sentences on one line."""
    return (
        "This record is a partial extract of the original cable. The full text of the original cable is not available."
    )
