"""What reading takes, counted by Valgrind's Cachegrind: it says the same on a quiet machine and on a busy one.

Run `python -m tests.benchmarks.counted`; it needs `valgrind`, and takes a few minutes. Each figure is what two passes over every fourth cable
of the sample take, less what one takes.
"""

from __future__ import annotations

import argparse
import gc
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import cablegrammar as cg
from cablegrammar.blocks import cut, remembered
from tests.benchmarks.bench import COPIES, yardstick
from tests.shared import cables, seed

#: What is counted, and the events of Cachegrind that make up each column.
WORK = ("line regex", "cut alone", "parse, warm", "parse, cold")
COLUMNS = {
    "instructions": ("Ir",),
    "code misses": ("I1mr",),
    "data misses": ("D1mr", "D1mw"),
    "branches": ("Bcm", "Bim"),
}


def passes(what: str, number: int) -> None:
    """Do the work `what` so many times."""
    texts = list(cables().values())[::4] or [seed()] * (COPIES // 4)
    classify = yardstick()
    work: Callable[[str], object] = cg.parse if "parse" in what else cut if "cut" in what or not classify else classify
    gc.disable()
    for _ in range(number):
        if what == "parse, cold":
            remembered.cache_clear()
        for text in texts:
            work(text)


def counted(what: str, number: int, folder: Path) -> dict[str, int]:
    """The events of so many passes, by their names."""
    out = folder / f"{what}-{number}"
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=yes", "--branch-sim=yes", f"--cachegrind-out-file={out}"]
    subprocess.run(
        [*command, sys.executable, "-m", "tests.benchmarks.counted", "--passes", str(number), "--of", what],
        check=True,
        capture_output=True,
    )
    lines = dict(line.split(":", 1) for line in out.read_text(errors="replace").splitlines() if ": " in line)
    return dict(zip(lines["events"].split(), map(int, lines["summary"].split()), strict=True))


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description="what reading takes, counted by Cachegrind, in millions")
    parser.add_argument("--of", choices=WORK)
    parser.add_argument("--passes", type=int, default=1)
    arguments = parser.parse_args()
    if arguments.of:
        passes(arguments.of, arguments.passes)
        return
    print(f"{'in millions':14}" + "".join(f"{name:>14}" for name in COLUMNS))
    with TemporaryDirectory() as folder:
        for what in WORK:
            once, twice = (counted(what, number, Path(folder)) for number in (1, 2))
            sums = (sum(twice[event] - once[event] for event in events) for events in COLUMNS.values())
            print(f"{what:14}" + "".join(f"{number / 1e6:14.1f}" for number in sums), flush=True)


if __name__ == "__main__":
    main()
