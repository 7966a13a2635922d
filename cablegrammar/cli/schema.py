"""`cablegrammar schema`: the JSON Schema of cables as plain data."""

from __future__ import annotations

from cablegrammar.cli import FINE
from cablegrammar.cli.terminal import put
from cablegrammar.schema import read_schema


def schema() -> int:
    """Print the JSON Schema; returns the exit code."""
    put(read_schema())
    return FINE
