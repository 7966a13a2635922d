"""Write cablegrammar/data/cable.schema.json, the JSON Schema of cables as plain data.

Run `python scripts/make_schema.py` in the checkout after a change of a class of the model, and commit what it writes; a test says when the
file is stale. A change that a reader of the old form would not understand needs a new SCHEMA_VERSION, in cablegrammar/export.py.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "cablegrammar" / "data" / "cable.schema.json"


def schema_file() -> str:
    """The text of cablegrammar/data/cable.schema.json."""
    from cablegrammar.schema import make_schema

    return json.dumps(make_schema(), indent=2) + "\n"


def main() -> None:
    """Write the file."""
    sys.path.insert(0, str(ROOT))  # the checkout, whatever is installed
    SCHEMA.write_text(schema_file(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
