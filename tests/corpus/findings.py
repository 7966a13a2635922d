"""What the rules find in the sample, and what checking costs.

Run `python -m tests.corpus.findings`, with `--verbose` to see where. A rule's severity in the profile `archive` follows these counts.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections import Counter
from collections.abc import Callable

import cablegrammar as cg
from cablegrammar.blocks import remembered
from cablegrammar.rules import PROFILES, all_rules
from tests.shared import cables

_RUNS = 5


def sound(cable: cg.Cable) -> bool:
    """Whether everything in a cable is understood. A missing line break is no fault here: the flat record has one in nearly every cable."""
    return not cable.unparsed


def seconds(action: Callable[[], object]) -> float:
    """The process time that something takes."""
    begin = time.process_time()
    action()
    return time.process_time() - begin


def cost(settings: cg.Settings) -> float:
    """The time of checking over that of parsing, the median of a few runs."""
    ratios = []
    for _ in range(_RUNS):
        remembered.cache_clear()
        parsed: list[cg.Cable] = []
        parsing = seconds(lambda into=parsed: into.extend(map(cg.parse, cables().values())))  # type: ignore[misc]
        ratios.append(seconds(lambda given=parsed: [cg.check(cable, settings) for cable in given]) / parsing)  # type: ignore[misc]
    return statistics.median(ratios)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description="what the rules find in the sample")
    parser.add_argument("--verbose", action="store_true", help="name the cables and what was found")
    verbose: bool = parser.parse_args().verbose
    parsed = {name: cg.parse(text) for name, text in cables().items()}
    good = {name for name, cable in parsed.items() if sound(cable)}
    print(f"{len(parsed)} cables, {len(good)} of them sound")
    counts: Counter[str] = Counter()
    said: dict[str, list[str]] = {}
    for name, cable in parsed.items():
        found = {one.code: one for one in reversed(cg.check(cable, cg.Settings(select="ALL")))}
        for code, one in found.items():
            said.setdefault(code, []).append(f"    {name}: {one.message}")
            counts[code] += name in good
    print(f"\n{'rule':36}{'cables':>8}{'sound':>8}{'share':>8}  " + "".join(f"{name:10}" for name in PROFILES))
    for rule in all_rules():
        severities = "".join(f"{severity or 'off':10}" for _, severity in rule.severities)
        share = counts[rule.code] / len(good)
        found_in = len(said.get(rule.code, ()))
        print(
            f"{rule.code} {rule.name:{35 - len(rule.code)}}{found_in:8}{counts[rule.code]:8}{share:8.1%}  {severities}"
        )
        if verbose:
            print(*said.get(rule.code, ()), sep="\n")
    print()
    for profile in PROFILES:
        settings = cg.Settings(profile=profile)
        clean = sum(not cg.check(parsed[name], settings) for name in good)
        print(
            f"{profile:10} {clean / len(good):6.1%} of the sound cables without a finding; checking over parsing {cost(settings):.2f}"
        )


if __name__ == "__main__":
    main()
