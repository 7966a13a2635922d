"""Writer of the distribution list."""

from __future__ import annotations

from cablegrammar.model.distribution import Distribution
from cablegrammar.writer.base import writes

#: Seven offices a line, nine columns each, as the Department printed them.
OFFICES, COLUMNS = 7, 9


@writes(Distribution)
def distribution(value: Distribution) -> str:
    """The role, then seven offices a line; the total at the end."""
    entries = [f"{one.office}-{one.copies:02}" for one in value.offices]
    entries += [f"({value.also})"] if value.also else []
    entries += [f"/{value.total} {value.series}"] if value.total else []
    rows = (entries[start : start + OFFICES] for start in range(0, len(entries), OFFICES))
    lines = ["".join(entry.ljust(COLUMNS) for entry in row).rstrip() for row in rows]
    return "\n      ".join([f"{value.role:5} {lines[0]}", *lines[1:]])
