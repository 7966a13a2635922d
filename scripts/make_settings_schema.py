"""Write cablegrammar/data/settings.schema.json, the JSON Schema of cablegrammar.toml and of `[tool.cablegrammar]`.

Run `python scripts/make_settings_schema.py` in the checkout after a change of `Configuration`, and commit what it writes; a test says when the
file is stale.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "cablegrammar" / "data" / "settings.schema.json"


def schema_file() -> str:
    """The text of cablegrammar/data/settings.schema.json."""
    from cablegrammar.configuration import make_settings_schema

    return json.dumps(make_settings_schema(), indent=2) + "\n"


def main() -> None:
    """Write the file."""
    sys.path.insert(0, str(ROOT))  # the checkout, whatever is installed
    SCHEMA.write_text(schema_file(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
