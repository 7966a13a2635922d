"""What stands between two neighbouring fields in the sample: nothing, a line end, or blank lines.

Run `python -m tests.corpus.adjacency`. Canonical form follows these counts where no handbook speaks
(docs/canonical-form.md).
"""

from __future__ import annotations

import argparse
from collections import Counter
from itertools import pairwise

import cablegrammar as cg
from tests.shared import cables

KINDS = ("same line", "next line", "blank line")


def between(text: str) -> str:
    """What the white space at the end of a field says."""
    ends = text[len(text.rstrip()) :].replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return KINDS[min(ends, 2)]


def counts() -> dict[tuple[str, str], Counter[str]]:
    """For each pair of constructs that are neighbours in a primary copy, how often which white space parts them."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for text in cables().values():
        cable = cg.parse(text)
        for before, after in pairwise(cable.fields[index] for index in cable.primary):
            if not isinstance(before.value, cg.Unparsed) and not isinstance(after.value, cg.Unparsed):
                pair = before.value.start_rule, after.value.start_rule
                found.setdefault(pair, Counter())[between(before.text)] += 1
    return found


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description="what stands between neighbouring fields in the sample")
    parser.add_argument("--least", type=int, default=10, help="leave out pairs that are rarer (default: 10)")
    least: int = parser.parse_args().least
    print(f"{'':40}{'pairs':>8}" + "".join(f"{kind:>12}" for kind in KINDS))
    for (before, after), found in sorted(counts().items(), key=lambda item: -item[1].total()):
        if found.total() >= least:
            shares = "".join(f"{found[kind] / found.total():12.0%}" for kind in KINDS)
            print(f"{f'{before}, {after}'.replace('_', ' '):40}{found.total():8}{shares}")


if __name__ == "__main__":
    main()
