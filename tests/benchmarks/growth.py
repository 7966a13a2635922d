"""How the time to read a text grows with its length, for texts that would show it.

Run `make growth`, or `python -m tests.benchmarks.growth --only digits --scale 0.1` for a quick look. The families are those of
`tests/test_growth.py`, read by `cg.parse`, or checked and fixed where it is rules that would show it, and larger ones. Each family is
read at four sizes, each twice the one before, in a process of its own, with limits of processor time and memory. What counts is processor
time, the best of three, with the garbage collector off and nothing remembered. A slope above the limit is measured once more, and the best
of all six counts: what else the machine does only adds time. The exit status is 1 where a family grows faster than the limit, or breaks one
of the other two.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from cablegrammar.blocks import remembered
from tests.shared import ROOT, cables
from tests.test_growth import DOUBLINGS, FAMILIES, FAULTY, HEAD, HEADER, SENTENCE, SLOPE, fitted

SAMPLE = "the sample in one file"
#: Families whose largest text is larger than a test can afford.
LARGE: dict[str, tuple[str, str, str, int]] = {
    "one line of 10 MB": (SENTENCE, "", "", 10_000_000 // len(SENTENCE)),
    "1,000,000 blank lines": ("\n", "", "", 1_000_000),
    "100,000 addressees": ("RUEHLO/AMEMBASSY LONDON 1261\n", HEADER + "INFO ", "", 100_000),
    "100,000 paragraphs": ("1. (C) Post agrees.\n\n", HEAD, "", 100_000),
    "a subject of 10 MB": ("RICE AND ", "SUBJECT: ", "", 1_100_000),
    "everything unclosed": ('(["//BEGIN TEXT: ', HEAD + "1. ", "", 100_000),
}
EVERY = LARGE | FAMILIES
#: A text is read again and again for so many seconds, for a clock may tick seldom.
LEAST = 0.05
RUNS = 3

_GIGABYTE = 2**30
#: Memory that was given back is kept for the next text (GNU libc). Otherwise larger pieces come from the system each time, which takes longer
#: to hand out many of them: a step in the times of texts of which nothing else is asked, such as one long word, up to a slope of 1.2.
_ENVIRONMENT = {
    "MALLOC_MMAP_THRESHOLD_": str(32 * 2**20),
    "MALLOC_TRIM_THRESHOLD_": str(4 * 10**9),
    "MALLOC_TOP_PAD_": str(256 * 2**20),
}


def texts(family: str, scale: float) -> list[str]:
    """The texts of a family, from the smallest to the largest; each is about twice as long as the one before."""
    steps = range(DOUBLINGS, -1, -1)
    if family == SAMPLE:
        # every eighth cable, then every fourth, so that small texts are like the large one
        sample = list(cables().values())
        sample = sample[: max(2**DOUBLINGS, int(len(sample) * scale))]
        return ["\n\n".join(sample[:: 2**step]) for step in steps]
    unit, before, behind, units = EVERY[family]
    return [before + unit * int(units * scale * 0.5**step) + behind for step in steps]


def measure(family: str, read: Callable[[str], object], scale: float) -> list[tuple[int, float]]:
    """The size and the seconds of each text, read in this process."""
    points: list[tuple[int, float]] = []
    read(HEAD)  # builds the parser
    found = texts(family, scale)
    gc.collect()
    gc.disable()
    while True:
        times = [min(_seconds(read, text) for _ in range(RUNS)) for text in found]
        if points:
            return [(size, min(before, now)) for (size, before), now in zip(points, times, strict=True)]
        points = list(zip(map(len, found), times, strict=True))
        if fitted(points) <= SLOPE:
            return points


def _seconds(read: Callable[[str], object], text: str) -> float:
    """How long one reading takes, of as many as `LEAST` needs."""
    begin, count, took = time.process_time(), 0, 0.0
    while took < LEAST:
        remembered.cache_clear()
        read(text)
        count += 1
        took = time.process_time() - begin
    return took / count


def limited(family: str, reader: str, scale: float, seconds: int, memory: float) -> list[tuple[int, float]] | str:
    """The points of a family, measured in another process, or what became of that."""
    words = [sys.executable, "-m", "tests.benchmarks.growth", "--measure", "--only", family, "--scale", str(scale)]
    words += ["--reader", reader, "--seconds", str(seconds), "--memory", str(memory)]
    done = subprocess.run(words, cwd=ROOT, env=os.environ | _ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode == -signal.SIGXCPU:
        return f"not done in {seconds} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1]
    return [(size, took) for size, took in json.loads(done.stdout)]


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description="how the time to read a text grows with its length")
    parser.add_argument("--only", metavar="FAMILY", action="append", help="measure this family; may be repeated")
    parser.add_argument("--scale", type=float, default=1, help="a share of the full sizes (default: 1)")
    parser.add_argument("--seconds", type=int, default=240, help="processor time that a family may take (default: 240)")
    parser.add_argument("--memory", type=float, default=6, help="gigabytes that a family may take (default: 6)")
    parser.add_argument("--reader", help="what reads (default: cablegrammar:parse, or tests.test_growth:checked)")
    parser.add_argument("--measure", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    families = [*([SAMPLE] if cables() else []), *EVERY]
    if unknown := [name for name in given.only or [] if name not in families]:
        parser.error(f"there is no family {', '.join(unknown)}; there are {', '.join(families)}")
    if given.measure:
        resource.setrlimit(resource.RLIMIT_CPU, (given.seconds, given.seconds + 1))
        most = int(given.memory * _GIGABYTE)
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
        module, _, name = given.reader.partition(":")
        print(json.dumps(measure(given.only[0], getattr(import_module(module), name), given.scale)))
        return 0
    above = 0
    sizes = "characters, smallest and largest"
    print(f"{'family':36}{sizes:>34}   {'seconds, at four sizes':36}{'slope':>6}", flush=True)
    for family in given.only or families:
        reader = given.reader or ("tests.test_growth:checked" if family in FAULTY else "cablegrammar:parse")
        points = limited(family, reader, given.scale, given.seconds, given.memory)
        if isinstance(points, str):
            above += 1
            print(f"{family:36}{points}", flush=True)
            continue
        slope = fitted(points)
        above += slope > SLOPE
        seconds = "".join(f"{took:9.3f}" for _, took in points)
        mark = "  above the limit" if slope > SLOPE else ""
        print(f"{family:36}{points[0][0]:17,}{points[-1][0]:17,}   {seconds}{slope:6.2f}{mark}", flush=True)
    print(f"\n{above} of {len(given.only or families)} families above a slope of {SLOPE}, or beyond a limit")
    return 1 if above else 0


if __name__ == "__main__":
    sys.exit(main())
