"""Writer of headings."""

from __future__ import annotations

from cablegrammar.model.heading import Heading
from cablegrammar.writer.base import write, writes
from cablegrammar.writer.lines import fill, line_width


@writes(Heading)
def heading(value: Heading) -> str:
    """Underlined by a rule of its length; a heading of several lines stands between two rules; page lines before the last rule."""
    lines = fill(value.text.split())
    rule = "-" * min(line_width(), max(3, *(len(line) for line in lines), 0))
    return "\n".join([*([rule] if len(lines) > 1 else []), *lines, *map(write, value.page_lines), rule])
