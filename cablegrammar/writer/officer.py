"""Writer of the classifying officer."""

from __future__ import annotations

from cablegrammar.model.officer import Officer
from cablegrammar.writer.base import writes


@writes(Officer)
def officer(value: Officer) -> str:
    """Title and name, then a comma and the office; what stands in parentheses takes no comma."""
    who = " ".join(part for part in (value.title, value.name) if part)
    if not value.office:
        return who
    return f"{who} {value.office}" if value.office.startswith("(") else f"{who}, {value.office}"
