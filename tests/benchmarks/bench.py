"""How fast cables are read and written, beside the least work that looks at every line.

Run `make bench`, or `python -m tests.benchmarks.bench --rounds 3` for a quick look. Everything is timed in turn in one
process, round by round, and the median of the rounds counts; ratios say more than seconds, which depend on the machine.
"Cold" begins each round with an empty memory of read texts, "warm" with what the same cables left there.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
import time
import tracemalloc
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from statistics import median
from typing import Any

import cablegrammar as cg
from cablegrammar.blocks import cut, engine, read_or_keep, remembered
from cablegrammar.model.base import trusting
from tests.shared import SHARED, cables, seed

#: How many copies of the seed stand in for the sample where that is absent.
COPIES = 100


def yardstick() -> Callable[[str], object] | None:
    """`classify` of the yardstick, one expression that names the kind of every line; `None` where it is absent."""
    path = SHARED / "bench" / "line_regex.py"
    spec = importlib.util.spec_from_file_location("line_regex", path)
    if not path.is_file() or spec is None or spec.loader is None:
        return None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    classify: Callable[[str], object] = module.classify
    return classify


def seconds(work: Callable[[Any], object], items: Iterable[Any]) -> float:
    """How long `work` takes for all of `items`."""
    gc.collect()
    start = time.perf_counter()
    for item in items:
        work(item)
    return time.perf_counter() - start


def bytes_held(texts: list[str]) -> int:
    """What the parsed cables of `texts` hold in memory, beside the texts themselves."""
    remembered.cache_clear()
    gc.collect()
    tracemalloc.start()
    kept = [cg.parse(text) for text in texts]
    gc.collect()
    held = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return held


def by_construct(texts: list[str]) -> list[tuple[str, int, float]]:
    """The constructs with their number of blocks and the time to read these, each block anew; the slowest first."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for construct, block in cut(text):
            blocks[construct].append(block)
    with trusting():
        took = [
            (construct, len(found), seconds(partial(read_or_keep, construct=construct), found))
            for construct, found in blocks.items()
        ]
    return sorted(took, key=lambda row: -row[2])


def rounds(texts: list[str], number: int) -> dict[str, list[float]]:
    """The times of each round: the yardstick, a cold and a warm reading, the cut alone, and formatting."""
    classify = yardstick()
    engine()
    times: dict[str, list[float]] = defaultdict(list)
    for _ in range(number):
        if classify is not None:
            times["line regex"].append(seconds(classify, texts))
        remembered.cache_clear()
        times["parse, cold"].append(seconds(cg.parse, texts))
        times["parse, warm"].append(seconds(cg.parse, texts))
        times["cut alone"].append(seconds(cut, texts))
        times["format"].append(seconds(cg.canonicalize, [cg.parse(text) for text in texts]))
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how fast cables are read and written")
    parser.add_argument("--rounds", type=int, default=9, help="how many times everything is measured (default: 9)")
    number: int = parser.parse_args().rounds
    texts = list(cables().values()) or [seed()] * COPIES
    size = sum(map(len, texts))
    what = "cables of the sample" if cables() else "copies of the seed, because the sample is absent"
    print(f"{len(texts)} {what}, {size} characters, median of {number} rounds\n")
    times = rounds(texts, number)
    base = times.get("line regex", [])
    print(f"{'':14}{'seconds':>9}{'cables/s':>10}" + ("   times the line regex (lowest to highest)" if base else ""))
    for name, took in times.items():
        line = f"{name:14}{median(took):9.3f}{len(texts) / median(took):10.0f}"
        if base:
            ratios = [one / other for one, other in zip(took, base, strict=True)]
            line += f"{median(took) / median(base):9.2f}   ({min(ratios):.2f} to {max(ratios):.2f})"
        print(line)
    parse, alone = median(times["parse, cold"]), median(times["cut alone"])
    print(f"\nOf the cold reading {alone / parse:.0%} is the cut and {1 - alone / parse:.0%} the constructs.")
    print(f"Parsed cables hold {bytes_held(texts) / size:.1f} bytes a character, the source text not counted.")
    print("\nReading every block anew, by construct:")
    constructs = by_construct(texts)
    whole = sum(row[2] for row in constructs)
    for construct, blocks, time_of_it in constructs:
        share = f"{time_of_it / whole:6.1%} of the time"
        print(f"  {construct:22}{blocks:7} blocks {1e6 * time_of_it / blocks:8.0f} µs each {share}")


if __name__ == "__main__":
    main()
