"""The tool that measures the start of the command line, and what a start for one file must not import."""

from __future__ import annotations

import gc
import json
import re
import subprocess
import sys

import pytest

from cablegrammar.cli import main
from tests.benchmarks import start
from tests.shared import ROOT, SEED

#: What only many files, patterns, terminals, corpora and data need.
NOT_NEEDED = ("cattrs", "concurrent.futures", "fsspec", "hypothesis", "multiprocessing", "pathspec", "pyarrow", "rich")


def test_one_file_is_checked_without_what_others_need() -> None:
    code = (
        "import json, sys; from cablegrammar.cli import main; main(['check', '--isolated', sys.argv[1]]); "
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SEED)], cwd=ROOT, capture_output=True, check=True)
    assert not set(NOT_NEEDED) & set(json.loads(done.stdout.splitlines()[-1]))


def test_a_command_leaves_the_garbage_collector_as_it_was(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before, within = gc.get_threshold(), []
    monkeypatch.setattr("cablegrammar.cli.flush", lambda: within.append(gc.get_threshold()))
    assert main(["check", "--isolated", str(SEED)]) == 0
    assert within[0][0] > before[0]
    assert gc.get_threshold() == before


def test_it_says_how_long_each_part_took(capsys: pytest.CaptureFixture[str]) -> None:
    start.main(["--rounds", "1"])
    out = capsys.readouterr().out
    assert re.search(r"^ratio +\d+\.\d\d ", out, re.MULTILINE)
    parts = re.findall(r"^  (\w.*?) +\d+\.\d{3} s +(\d+\.\d)%$", out, re.MULTILINE)
    assert [name for name, _ in parts] == ["imports", "tables", "pattern compilation", "the rest"]
    assert sum(float(share) for _, share in parts) == pytest.approx(100, abs=0.5)


def test_what_cannot_be_read_is_no_measure() -> None:
    with pytest.raises(SystemExit, match=r"nowhere\.txt"):
        start.main(["--rounds", "1", "nowhere.txt"])
