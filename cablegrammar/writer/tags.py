"""Writers of the TAGS line."""

from __future__ import annotations

from cablegrammar.model.tags import Tag, Tags
from cablegrammar.writer.base import write, writes
from cablegrammar.writer.lines import line_width


@writes(Tag)
def tag(value: Tag) -> str:
    """The code, the name in parentheses behind a blank."""
    return f"{value.code} ({value.name})" if value.name else value.code


@writes(Tags)
def tags(value: Tags) -> str:
    """Comma and blank between two tags; a line that is full ends in the comma, which says that the next one goes on.

    A single tag of several words keeps a comma behind it: without one its words would be tags.
    """
    entries = [write(one) for one in value.tags]
    lines = ["TAGS:"]
    for number, entry in enumerate(entries, start=1):
        comma = "," if number < len(entries) or (len(entries) == 1 and " " in value.tags[0].code) else ""
        if len(lines[-1]) + 1 + len(entry) + len(comma) <= line_width() or number == 1:
            lines[-1] += f" {entry}{comma}"
        else:
            lines.append(entry + comma)
    return "\n".join(lines)
