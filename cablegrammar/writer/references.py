"""Writer of references."""

from __future__ import annotations

from cablegrammar.model.references import References
from cablegrammar.writer.base import writes


@writes(References)
def references(value: References) -> str:
    """One reference a line, further ones under the first; a semicolon in front of one that has no letter."""
    text = "REF:"
    for number, item in enumerate(value.items):
        letter = f"{item.letter}. " if item.letter else ""
        before = " " if number == 0 else "\n     " if letter else ";\n     "
        text += f"{before}{letter}{item.citation}".rstrip(" ")
    return text
