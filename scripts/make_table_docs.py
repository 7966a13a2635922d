"""Write the columns of the tables of a corpus into docs/corpora.md, from cablegrammar/corpora/tables.py.

Run `python scripts/make_table_docs.py` in the checkout after a change of a column, and commit what it writes; a test says when the page is
stale. A change that a query of old tables would not survive needs a new TABLES_VERSION.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "corpora.md"
BEGIN, END = "<!-- columns: made by scripts/make_table_docs.py -->\n", "<!-- end of columns -->\n"


def page() -> str:
    """The text of docs/corpora.md with the columns as they are now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    return before + BEGIN + _columns() + END + rest.partition(END)[2]


def _columns() -> str:
    from cablegrammar.corpora.arrow import table_schema
    from cablegrammar.corpora.tables import KEY, TABLES

    def lines(table: str, first: int) -> list[str]:
        schema = table_schema(table)
        return [
            f"| `{column.name}` | {schema.field(column.name).type} | {column.holds} |"
            for column in TABLES[table][first:]
        ]

    head = ["| column | Arrow type | holds |", "|---|---|---|"]
    parts = ["", "Each table begins with the key:", "", *head, *lines("cables", 0)[: len(KEY)]]
    for table in TABLES:
        parts += ["", f"### {table}", "", *head, *lines(table, len(KEY))]
    return "\n".join([*parts, "", ""])


def main() -> None:
    """Write the file."""
    sys.path.insert(0, str(ROOT))  # the checkout, whatever is installed
    PAGE.write_text(page(), encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
