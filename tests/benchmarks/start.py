"""How long the command line takes for one file, beside a Python that only imports what the library cannot do without.

Run `make start`, or `python -m tests.benchmarks.start --rounds 3 cable.txt`. `cablegrammar check FILE` and `python -c "import lark, attrs"` are
started in turn, each round both; what counts is the median of the wall times, as a person waits. Then the parts of such a run, in processor
time, each the median of processes of its own: Python itself is left out, and so is its end.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib import import_module
from statistics import median
from typing import Any
from unittest import mock

from tests.shared import ROOT, SEED

YARDSTICK = ["-c", "import lark, attrs"]


def seconds(words: Sequence[str]) -> float:
    """How long a Python with `words` takes, from its start to its end."""
    begin = time.perf_counter()
    # an installed library has its bytecode beside it
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run([sys.executable, *words], cwd=ROOT, env=settings, capture_output=True, check=False)
    took = time.perf_counter() - begin
    # what is found in the file is no failure
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        raise SystemExit(done.stderr.decode(errors="replace"))
    return took


def parts(file: str) -> dict[str, float]:
    """The processor time of each part of checking `file`, in this process, which must not have imported the library."""
    found: dict[str, float] = dict.fromkeys(("imports", "tables", "pattern compilation", "the rest"), 0.0)

    def timing(part: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*given: Any) -> Any:
            begin, inner = time.process_time(), sum(found.values())
            made = function(*given)
            # without the parts that were measured within it
            found[part] += time.process_time() - begin - (sum(found.values()) - inner)
            return made

        return timed

    # the command line lets Python look for what can be thrown away so seldom that a short run does without
    gc.disable()
    compiler: Any = import_module("re._compiler" if sys.version_info >= (3, 11) else "sre_compile")

    def imported() -> None:
        import_module("cablegrammar.cli.check")
        import_module("cablegrammar.rules.registry").all_rules()

    with (
        mock.patch.object(compiler, "compile", timing("pattern compilation", compiler.compile)),
        redirect_stdout(io.StringIO()),
        redirect_stderr(io.StringIO()),
    ):
        timing("imports", imported)()
        blocks = import_module("cablegrammar.blocks")
        with mock.patch.object(blocks, "Engine", timing("tables", blocks.Engine)):
            timing("the rest", import_module("cablegrammar.cli").main)(["check", file])
    return found


def main(argv: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="how long the command line takes for one file")
    parser.add_argument("file", nargs="?", default=str(SEED), help="the file to check (default: the seed)")
    parser.add_argument("--rounds", type=int, default=9, help="how many times everything is measured (default: 9)")
    parser.add_argument("--parts", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    if given.parts:
        print(json.dumps(parts(given.file)))
        return
    check = ["-m", "cablegrammar", "check", given.file]
    seconds(check)  # keeps the tables, if there are none yet
    rounds = [(seconds(YARDSTICK), seconds(check)) for _ in range(given.rounds)]
    base, ours = (median(times) for times in zip(*rounds, strict=True))
    ratios = [one / other for other, one in rounds]
    print(f"python -c 'import lark, attrs'  {base:7.3f} s")
    print(f"cablegrammar check FILE         {ours:7.3f} s")
    print(f"ratio                           {ours / base:7.2f}     ({min(ratios):.2f} to {max(ratios):.2f})\n")
    print(f"Of it, in processor time, the median of {given.rounds}:")
    words = [sys.executable, "-m", "tests.benchmarks.start", "--parts", given.file]
    runs = [
        json.loads(subprocess.run(words, cwd=ROOT, capture_output=True, check=True).stdout) for _ in range(given.rounds)
    ]
    took = {name: median(run[name] for run in runs) for name in runs[0]}
    for name, time_of_it in took.items():
        print(f"  {name:30}{time_of_it:7.3f} s {time_of_it / sum(took.values()):7.1%}")


if __name__ == "__main__":
    main()
