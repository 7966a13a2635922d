"""What the rules find in the sample, and what checking costs.

Run `python -m tests.corpus.findings`, with `--verbose` to see where, and which rules cost most. A rule's severity in the profile `archive`
follows these counts.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections import Counter
from collections.abc import Callable

import cablegrammar as cg
from cablegrammar.blocks import remembered
from cablegrammar.model.field import spans_of
from cablegrammar.rules import PROFILES, Context, all_rules
from cablegrammar.settings import chosen
from tests.shared import cables

#: How often everything is measured; the median counts.
_ROUNDS = 7
#: How many rules are named as the costliest.
_COSTLIEST = 10


def sound(cable: cg.Cable) -> bool:
    """Whether everything in a cable is understood. A missing line break is no fault here: the flat record has one in nearly every cable."""
    return not cable.unparsed


def seconds(action: Callable[[], object]) -> float:
    """The process time that something takes; what there is already is not gone through by the collector of garbage meanwhile."""
    gc.collect()
    gc.freeze()
    begin = time.process_time()
    action()
    took = time.process_time() - begin
    gc.unfreeze()
    return took


def parsed_anew() -> list[cg.Cable]:
    """The sample, parsed by a parser that remembers nothing of it."""
    remembered.cache_clear()
    spans_of.cache_clear()
    return list(map(cg.parse, cables().values()))


def ratios() -> dict[str, float]:
    """By profile the time of checking over that of parsing right before it, the median of some rounds.

    A round takes the profiles in turn, so that what else the machine does is shared out among them. Each is given cables that were just
    parsed, because cables and parser remember what was asked.
    """
    found: dict[str, list[float]] = {profile: [] for profile in PROFILES}
    for _ in range(_ROUNDS):
        for profile, of_profile in found.items():
            parsed: list[cg.Cable] = []
            parsing = seconds(lambda into=parsed: into.extend(parsed_anew()))  # type: ignore[misc]
            settings = cg.Settings(profile=profile)
            checking = seconds(lambda given=parsed, by=settings: [cg.check(cable, by) for cable in given])  # type: ignore[misc]
            of_profile.append(checking / parsing)
    return {profile: statistics.median(of_profile) for profile, of_profile in found.items()}


def costs(profile: str) -> Counter[str]:
    """The process time of each rule of a profile, in nanoseconds. What several rules ask for, the first of them pays, by code."""
    spent: Counter[str] = Counter()
    rules = chosen(cg.Settings(profile=profile))
    for cable in parsed_anew():
        context = Context(cable)
        for rule, _ in rules:
            begin = time.process_time_ns()
            for _ in rule(context):
                pass
            spent[rule.code] += time.process_time_ns() - begin
    return spent


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
    cost = ratios()
    for profile in PROFILES:
        settings = cg.Settings(profile=profile)
        clean = sum(not cg.check(parsed[name], settings) for name in good)
        print(
            f"{profile:10} {clean / len(good):6.1%} of the sound cables without a finding; "
            f"checking over parsing {cost[profile]:.2f}"
        )
        if verbose:
            spent = costs(profile)
            costliest = (f"{code} {took / spent.total():.0%}" for code, took in spent.most_common(_COSTLIEST))
            print(f"    the costliest of {spent.total() / 1e9:.2f} s: {', '.join(costliest)}")


if __name__ == "__main__":
    main()
