"""`cablegrammar schema`: the JSON Schemas of cables as plain data, of settings, and of diagnostics."""

from __future__ import annotations

from cablegrammar.cli import FINE
from cablegrammar.cli.terminal import put
from cablegrammar.configuration import read_settings_schema
from cablegrammar.reporting.data import read_diagnostics_schema
from cablegrammar.schema import read_schema

_SCHEMAS = {"cable": read_schema, "settings": read_settings_schema, "diagnostics": read_diagnostics_schema}


def schema(of: str) -> int:
    """Print the JSON Schema `of` what is named; returns the exit code."""
    put(_SCHEMAS[of]())
    return FINE
