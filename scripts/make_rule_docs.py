"""Write docs/rules: a page for each rule, of its docstring, and an index by family.

Run `python scripts/make_rule_docs.py` in the checkout after a change of a rule, and commit what it writes; a test says when a page is stale.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cablegrammar.rules import Rule

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "rules"
INDEX = "README.md"
#: Written by hand.
BY_HAND = ("clauses.md",)


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    from cablegrammar.cli.rule import page
    from cablegrammar.rules import FAMILIES, all_rules

    # others may be installed that bring rules of their own
    rules = [rule for rule in all_rules() if rule.find.__module__.startswith("cablegrammar.rules.")]
    written = {f"{rule.code}.md": f"{page(rule).rstrip()}\n\n[All rules]({INDEX})\n" for rule in rules}
    families = dict.fromkeys([*FAMILIES, *(rule.family for rule in rules)])
    written[INDEX] = _index({family: [rule for rule in rules if rule.family == family] for family in families})
    return written


def _index(families: dict[str, list[Rule]]) -> str:
    return "\n".join(_lines(families)) + "\n"


def _lines(families: dict[str, list[Rule]]) -> Iterator[str]:
    from cablegrammar.rules import FAMILIES, PROFILES

    yield "# Rules"
    yield ""
    yield "What `cablegrammar check` finds, by family. A rule is off in a profile where its severity is off, and on when it is selected."
    yield "[Clauses](clauses.md) says which clause of the format is checked by which rule."
    for family, rules in families.items():
        if not rules:
            continue
        about = f": {FAMILIES[family]}" if family in FAMILIES else ""
        yield from ("", f"## {family}{about}", "")
        yield _row(["Code", "Name", "What it finds", *PROFILES, "Fix"])
        yield _row(["---"] * (4 + len(PROFILES)))
        for rule in rules:
            severities = [rule.severity(profile) or "off" for profile in PROFILES]
            yield _row([f"[{rule.code}]({rule.code}.md)", rule.name, rule.summary, *severities, rule.fix_grade])


def _row(cells: list[str]) -> str:
    escaped = (cell.replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(escaped)} |"


def main() -> None:
    """Write the pages, and take those away that belong to no rule."""
    sys.path.insert(0, str(ROOT))  # the checkout, whatever is installed
    written = pages()
    FOLDER.mkdir(exist_ok=True)
    for file in FOLDER.glob("*.md"):
        if file.name not in (*written, *BY_HAND):
            file.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="")


if __name__ == "__main__":
    main()
