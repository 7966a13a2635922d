"""Writer of page lines."""

from __future__ import annotations

from cablegrammar.model.page_line import PageLine
from cablegrammar.writer.base import writes


@writes(PageLine)
def page_line(value: PageLine) -> str:
    """Two blanks before the page, as most lines have them with names of ten letters; the older form with its own order."""
    if not value.number:
        return f"PAGE {value.page:02} {value.post}"
    version = f".{value.version}" if value.version else ""
    return f"{value.post} {value.number}  {value.page:03}{version} OF {value.total:03}"
