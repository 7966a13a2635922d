"""Writer of references."""

from __future__ import annotations

from cablegrammar.model.references import References
from cablegrammar.writer.base import write, writes


@writes(References)
def references(value: References) -> str:
    """One reference a line, further ones under the first; a semicolon in front of one that has no letter; page lines at the end."""
    text = "REF:"
    for number, item in enumerate(value.items):
        letter = f"{item.letter}. " if item.letter else ""
        before = " " if number == 0 else "\n     " if letter else ";\n     "
        text += f"{before}{letter}{item.citation}".rstrip(" ")
    return " ".join((text, *map(write, value.page_lines)))
