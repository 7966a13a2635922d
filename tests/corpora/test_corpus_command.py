"""`cablegrammar corpus`: what it leaves, whatever ends it."""

from __future__ import annotations

import base64
import io
import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import cablegrammar as cg
from cablegrammar.cli import main
from cablegrammar.corpora.progress import Bar, Lines, Tally
from cablegrammar.corpora.tables import TABLES, rows
from cablegrammar.corpora.writing import read_manifest
from tests.corpora import invented
from tests.shared import ROOT

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}
#: Small parts and batches, so that little text makes many.
SMALL = "import sys; from cablegrammar.corpora import running; running.PART_RECORDS, running.BATCH_RECORDS = 12, 3; "
#: And so slow that there is time to end it.
SLOW = (
    "import time; add = running.Output.add; running.Output.add = lambda *given: (time.sleep(0.06), add(*given)); "
    "from cablegrammar.cli import main; sys.exit(main(['corpus', *sys.argv[1:]]))"
)
COMMAND = (sys.executable, "-c", SMALL + SLOW)

posix = pytest.mark.skipif(os.name != "posix", reason="signals are those of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with an invented collection."""
    monkeypatch.chdir(tmp_path)
    Path("cables.csv").write_bytes(invented.csv_file(20))
    return tmp_path


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cablegrammar.corpora.running.PART_RECORDS", 12)
    monkeypatch.setattr("cablegrammar.corpora.running.BATCH_RECORDS", 3)


def corpus(*arguments: str) -> int:
    return main(["corpus", "--no-check", "-j", "1", *arguments])


def lines(folder: str, table: str) -> list[dict[str, Any]]:
    """The rows of a table, in the order of the parts."""
    manifest = read_manifest(Path(folder))
    assert manifest is not None
    text = "".join(path.read_text("utf-8") for path in manifest.files(Path(folder), table))
    return [json.loads(line) for line in text.splitlines()]


def files(folder: str | Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in sorted(Path(folder).rglob("*")) if path.is_file()
    }


def rows_of(folder: str) -> dict[str, list[dict[str, Any]]]:
    return {table: lines(folder, table) for table in TABLES}


# ---- what comes of it --------------------------------------------------------------------------------------------------------


def test_tables_of_a_collection(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus("-o", "out", "--format", "ndjson", "cables.csv") == 0
    assert capsys.readouterr().err.startswith("out: 20 cables, 0 rejects, ")
    cables = lines("out", "cables")
    assert [(one["id"], one["position"]) for one in cables] == [(invented.entry(n)["id"], n) for n in range(1, 21)]
    assert {one["source"] for one in cables} == {"cables.csv"}
    keys = {(one["id"], one["source"], one["position"]) for one in cables}
    for table in TABLES:
        assert {(row["id"], row["source"], row["position"]) for row in lines("out", table)} <= keys


def test_parquet_says_the_same(folder: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet", reason="Parquet needs the extra corpus")
    assert corpus("-o", "lines", "--format", "ndjson", "cables.csv") == 0
    assert corpus("-o", "out", "cables.csv") == 0
    for table in TABLES:
        held = parquet.read_table(f"out/{table}/part-00000.parquet")
        rows = [json.loads(json.dumps(row, default=lambda value: value.isoformat())) for row in held.to_pylist()]
        assert rows == lines("lines", table)
        column = parquet.ParquetFile(f"out/{table}/part-00000.parquet").metadata.row_group(0).column(0)
        assert column.compression == "ZSTD"
        assert held.schema.metadata[b"cablegrammar.tables_version"] == b"1"


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize("form", ["parquet", "ndjson"])
def test_many_processes_write_the_same_bytes(folder: Path, form: str) -> None:
    assert main(["corpus", "-o", "one", "--format", form, "-j", "1", "cables.csv"]) == 0
    assert main(["corpus", "-o", "two", "--format", form, "-j", "2", "cables.csv"]) == 0
    assert files("one") == files("two")
    assert f"cables/part-00001.{form}" in files("one")


@pytest.mark.usefixtures("small_parts")
def test_what_breaks_goes_to_the_rejects_and_the_run_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing(record: cg.CorpusRecord, settings: object) -> object:
        if record.position == 7:
            raise RecursionError("too deep")
        return rows(record, None)

    monkeypatch.setattr("cablegrammar.corpora.running.rows", failing)
    whole = [invented.csv_file(1, number) for number in range(1, 21)]
    whole[9] = whole[9].replace(b'"10",', b"", 1)
    Path("cables.csv").write_bytes(b"".join(whole))
    assert corpus("-o", "out", "--format", "ndjson", "cables.csv") == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith("out: 18 cables, 2 rejects, ")
    assert said[1:] == ["what could not be taken stands in out/rejects.ndjson"]
    rejects = [json.loads(line) for line in Path("out/rejects.ndjson").read_text().splitlines()]
    assert [(one["source"], one["position"], one["reason"]) for one in rejects] == [
        ("cables.csv", 7, "RecursionError: too deep"),
        ("cables.csv", 10, "no row of the CSV layout: expected 8 fields, got 7"),
    ]
    assert [base64.b64decode(one["data"]) for one in rejects] == [whole[6], whole[9]]
    assert [one["position"] for one in lines("out", "cables")] == [n for n in range(1, 21) if n not in (7, 10)]
    # of a run that is complete nothing is done again, and it says the same
    assert corpus("-o", "out", "--format", "ndjson", "--resume", "cables.csv") == 1
    assert "complete already" in capsys.readouterr().err


def test_lone_surrogates_are_replaced_and_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text('{"text": "1. Poor \\ud800.", "origin": "\\udfff"}\n{"text": "ok"}\n')
    for form in ("ndjson", "parquet"):
        assert corpus("-o", form, "--format", form, "a.jsonl") == 0
        assert "1 cables had lone surrogates, which are U+FFFD in the tables" in capsys.readouterr().err
    (first, _) = lines("ndjson", "cables")
    assert (first["text"], first["record_origin"]) == ("1. Poor \ufffd.", "\ufffd")


def test_check_and_profiles(folder: Path) -> None:
    Path("a.txt").write_text("UNCLAS LIMA 000017\n\nTAGS: PGVO\nSUBJECT: RICE\n\n1. (C) Poor.\n")
    codes = {}
    for name, options in {"archive": [], "drafting": ["--profile", "drafting"], "none": ["--no-check"]}.items():
        assert main(["corpus", "-j", "1", "-o", name, "--format", "ndjson", *options, "a.txt"]) == 0
        codes[name] = {one["code"] for one in lines(name, "diagnostics")}
    assert codes["none"] == set()
    assert {"TAG001", "CL001"} <= codes["archive"] < codes["drafting"]


def test_standard_input(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = "".join(invented.text(number) for number in (1, 2, 3)).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    assert corpus("-o", "out", "--format", "ndjson", "-") == 0
    assert [(one["id"], one["source"]) for one in lines("out", "cables")] == [
        (invented.entry(number)["id"], "<stdin>") for number in (1, 2, 3)
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-o", "out", "absent.csv"], "absent.csv: No such file or directory"),
        (["-o", "full", "cables.csv"], "cablegrammar: full: expected a folder that is empty or absent"),
        (["-o", "cables.csv/out", "cables.csv"], "cables.csv/out: Not a directory"),
        (["-o", "out", "-", "-"], "cablegrammar: standard input can be read only once"),
    ],
)
def test_wrong_use(folder: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    Path("full").mkdir()
    Path("full/notes.txt").write_text("mine")
    assert corpus(*arguments) == 2
    assert said in capsys.readouterr().err
    assert not Path("out").exists()


def test_a_folder_may_hold_its_own_tables(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for resume in ((), ("--resume",)):
        assert corpus("-o", "out", "--format", "ndjson", *resume, ".") == 0
    assert "complete already" in capsys.readouterr().err
    assert {one["source"] for one in lines("out", "cables")} == {"cables.csv"}


def test_a_corpus_is_not_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert corpus("-o", "out", "--format", "ndjson", "cables.csv") == 0
    before = files("out")
    assert corpus("-o", "out", "--format", "ndjson", "cables.csv") == 2
    assert "there is a corpus already: --resume goes on with it" in capsys.readouterr().err
    Path("cables.csv").write_bytes(invented.csv_file(19))
    assert corpus("-o", "out", "--format", "ndjson", "--resume", "cables.csv") == 2
    assert "--resume needs what the corpus was begun with: names_and_sizes" in capsys.readouterr().err
    assert files("out") == before


# ---- when it ends before its time --------------------------------------------------------------------------------------------


@contextmanager
def running(*arguments: str) -> Generator[subprocess.Popen[bytes]]:
    process = subprocess.Popen([*COMMAND, *arguments], env=ENVIRONMENT, stderr=subprocess.PIPE, start_new_session=True)
    with process:
        try:
            yield process
        finally:
            process.kill()


def wait_for(condition: Callable[[], bool], process: subprocess.Popen[bytes] | None = None) -> bool:
    """Wait until it is so; `False` where the process ends before."""
    for _ in range(6000):
        if condition():
            return True
        if process is not None and process.poll() is not None:
            return False
        time.sleep(0.01)
    raise AssertionError("it takes more than a minute")


def parts(folder: str) -> int:
    manifest = read_manifest(Path(folder))
    return len(manifest.parts) if manifest is not None else 0


def alive(session: int) -> list[int]:
    """The processes of a session."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = stat.read_text().rpartition(")")[2].split()[:4]
        except (OSError, ValueError):
            continue
        if int(of) == session and state != "Z":
            found.append(int(stat.parent.name))
    return found


@posix
@pytest.mark.parametrize("processes", ["1", "2"])
def test_a_run_that_is_killed_goes_on_without_loss_or_doubles(folder: Path, processes: str) -> None:
    """Killed at random points, from the first moment to the last parts; in the end all is as if nothing had been."""
    Path("cables.csv").write_bytes(invented.csv_file(84))
    arguments = ("--format", "ndjson", "-j", processes, "cables.csv")
    assert subprocess.run([*COMMAND, "-o", "whole", *arguments], env=ENVIRONMENT, capture_output=True).returncode == 0
    chance = random.Random(processes)
    kills = 0
    while True:
        seen, more = parts("out"), chance.randint(0, 2)
        with running("-o", "out", "--resume", *arguments) as process:
            reached = wait_for(lambda seen=seen, more=more: parts("out") >= seen + more, process)  # type: ignore[misc]
            time.sleep(chance.random() * 0.2)
            if not reached or process.poll() is not None:
                assert process.wait() == 0
                break
            process.kill()
            kills += 1
            process.wait()
            if Path("/proc").is_dir():
                # those that it began end with it
                assert wait_for(lambda pid=process.pid: not alive(pid))  # type: ignore[misc]
    assert kills
    assert files("out") == files("whole")


@posix
@pytest.mark.parametrize("processes", ["1", "2"])
def test_an_interrupt_leaves_what_is_done_and_a_point_to_go_on_from(folder: Path, processes: str) -> None:
    Path("cables.csv").write_bytes(invented.csv_file(100))
    arguments = ("--format", "ndjson", "-j", processes, "cables.csv")
    with running("-o", "out", *arguments) as process:
        assert wait_for(lambda: parts("out") > 0, process)
        os.killpg(process.pid, signal.SIGINT)
        assert process.stderr is not None
        said = process.stderr.read().decode()
        assert process.wait() == 130
    assert said.splitlines()[-1].endswith("is written; the same command with --resume goes on behind it")
    assert "Traceback" not in said
    manifest = read_manifest(Path("out"))
    assert manifest is not None
    assert not manifest.complete
    done = lines("out", "cables")
    assert [one["position"] for one in done] == list(range(1, manifest.records + 1))
    assert not list(Path("out").rglob(".*"))
    assert (
        subprocess.run([*COMMAND, "-o", "out", "--resume", *arguments], env=ENVIRONMENT, capture_output=True).returncode
        == 0
    )
    assert corpus("-o", "whole", "--format", "ndjson", "cables.csv") == 0
    whole = rows_of("whole")
    # the run was checked, this one was not
    assert {**rows_of("out"), "diagnostics": []} == {**whole, "diagnostics": []}


def test_standard_input_goes_on_behind_what_is_done(
    folder: Path, monkeypatch: pytest.MonkeyPatch, small_parts: None
) -> None:
    from cablegrammar.corpora.writing import Output

    def give() -> None:
        data = "".join(invented.text(number) for number in range(1, 31)).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))

    def failing(output: Output) -> None:
        if output.manifest.parts:
            raise OSError("disk full")
        commit(output)

    commit = Output.commit
    with monkeypatch.context() as patch:
        patch.setattr(Output, "commit", failing)
        give()
        assert corpus("-o", "out", "--format", "ndjson", "-") == 2
    assert [one["position"] for one in lines("out", "cables")] == list(range(1, 13))
    give()
    assert corpus("-o", "out", "--format", "ndjson", "--resume", "-") == 0
    assert [one["position"] for one in lines("out", "cables")] == list(range(1, 31))


def test_a_process_that_is_killed_is_told(folder: Path) -> None:
    script = (
        f"{SMALL} import os\n"
        "work = running._work\n"
        "def dying(form, settings, batch):\n"
        "    return os._exit(9) if batch[0].position > 12 else work(form, settings, batch)\n"
        "running._work = dying\n"
        "from cablegrammar.cli import main\n"
        "sys.exit(main(['corpus', '--no-check', '-j', '2', '-o', 'out', '--format', 'ndjson', 'cables.csv']))"
    )
    if sys.platform != "linux" or sys.version_info >= (3, 14):
        pytest.skip("a function that is put in its place is known only to processes that are forked")
    done = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, capture_output=True, text=True)
    assert done.returncode == 2
    assert "a process was killed; what came of" in done.stderr
    assert "Traceback" not in done.stderr
    assert corpus("-o", "out", "--format", "ndjson", "--resume", "cables.csv") == 0
    assert [one["position"] for one in lines("out", "cables")] == list(range(1, 21))


def test_beside_threads_processes_are_not_forked(folder: Path) -> None:
    """As remote file systems have them: a fork would copy their locks."""
    Path("script.py").write_text(
        "import sys, threading, time\n"
        "from cablegrammar.cli import main\n"
        "from cablegrammar.corpora.running import _context\n"
        "if __name__ == '__main__':\n"
        "    threading.Thread(target=time.sleep, args=(600,), daemon=True).start()\n"
        "    print(_context().get_start_method())\n"
        "    sys.exit(main(['corpus', '--no-check', '-j', '2', '-o', 'out', '--format', 'ndjson', 'cables.csv']))\n"
    )
    done = subprocess.run([sys.executable, "script.py"], env=ENVIRONMENT, capture_output=True, text=True)
    assert (done.returncode, done.stdout.strip()) in ((0, "spawn"), (0, "forkserver"))
    assert [one["position"] for one in lines("out", "cables")] == list(range(1, 21))


@posix
@pytest.mark.parametrize("no_color", ["", "1"])
@pytest.mark.parametrize("columns", [80, 200])
def test_a_terminal_shows_a_bar(folder: Path, columns: int, no_color: str) -> None:
    pty: Any = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    arguments = ("--no-check", "-j", "1", "-o", "out", "--format", "ndjson", "cables.csv")
    environment = {key: value for key, value in ENVIRONMENT.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm", "COLUMNS": str(columns), **({"NO_COLOR": no_color} if no_color else {})}
    process = subprocess.Popen([*COMMAND, *arguments], env=environment, stderr=theirs)
    os.close(theirs)
    said = b""
    try:
        while piece := os.read(ours, 1 << 16):
            said += piece
    except OSError:
        # the end, on Linux
        pass
    os.close(ours)
    assert process.wait() == 0
    printed = said.decode("utf-8")
    assert ("\x1b[3" in printed) is not bool(no_color)
    drawn = re.split(r"\x1b\[[0-9;?]*[A-Za-ln-z]|[\r\n]", re.sub(r"\x1b\[[0-9;]*m", "", printed))
    bars = [line for line in drawn if "━" in line]
    # a whole bar: nothing swings to and fro
    assert re.fullmatch(r"━+ 20 cables, 0 rejects, [0-9,]+ a second, 100% read, 0:00 left", bars[-1].strip())
    assert max(map(len, bars)) <= columns


# ---- how it is told, and what it takes ---------------------------------------------------------------------------------------


def test_lines_come_now_and_then() -> None:
    now = 0.0
    tally = Tally(written=1200, rejects=3, read=30, size=100, started=0, now=lambda: now)
    said: list[str] = []
    progress = Lines(tally, said.append)
    for now in (4.0, 9.0, 12.0, 15.0, 20.0, 24.0):  # noqa: B007  the clock
        progress.update()
    progress.close()
    assert said == [
        "1,200 cables, 3 rejects, 100 a second, 30% read, 0:28 left",
        "1,200 cables, 3 rejects, 50 a second, 30% read, 0:56 left",
    ]


def test_what_is_not_known_is_not_said() -> None:
    tally = Tally(written=10, started=0, now=lambda: 10.0)
    assert tally.line() == "10 cables, 0 rejects, 1 a second"
    assert tally.summary() == "10 cables, 0 rejects, 1 a second, in 0:10"


def test_a_bar_on_a_terminal() -> None:
    from rich.console import Console

    console = Console(file=io.StringIO(), force_terminal=True, width=100, color_system=None)
    tally = Tally(written=10, read=30, size=100)
    bar = Bar(tally, console)
    bar.update()
    bar.close()
    assert isinstance(console.file, io.StringIO)
    assert "10 cables, 0 rejects, " in console.file.getvalue()
    assert "30% read" in console.file.getvalue()
    assert "━" in console.file.getvalue()


def test_lines_of_json_need_no_arrow(folder: Path) -> None:
    script = (
        "import sys\n"
        "for name in ('pyarrow', 'fsspec', 'zstandard', 'duckdb'): sys.modules[name] = None\n"
        "from cablegrammar.cli import main\n"
        "print(main(['corpus', '-j', '1', '-o', 'out', '--format', 'ndjson', 'cables.csv']))\n"
        "print(main(['corpus', '-j', '1', '-o', 'parquet', 'cables.csv']))\n"
        "print(main(['query', 'SELECT 1', 'out']))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "2", "2"]
    assert done.stderr.splitlines()[1:] == [
        "cablegrammar: Parquet (or take --format ndjson) needs pyarrow, which is not installed: pip install 'cablegrammar[corpus]'",
        "cablegrammar: SQL needs duckdb, which is not installed: pip install 'cablegrammar[query]'",
    ]
    assert not Path("parquet").exists()


def test_the_library_imports_none_of_them() -> None:
    script = (
        "import sys, cablegrammar as cg; cg.parse('UNCLAS LIMA 000017'); cg.read_corpus; cg.parse_batch; "
        "import cablegrammar.corpora.running, cablegrammar.corpora.querying, cablegrammar.cli.corpus, cablegrammar.cli.query; "
        "import cablegrammar.spark; "
        "assert not {'pyarrow', 'fsspec', 'zstandard', 'duckdb', 'rich', 'pyspark'} & set(sys.modules), 'imported'"
    )
    subprocess.run([sys.executable, "-c", script], env=ENVIRONMENT, check=True)


def test_memory_does_not_grow_with_the_corpus(folder: Path) -> None:
    """Peak memory of a process that takes 1,000 and 20,000 small cables; parts of 500, so that both have whole ones."""
    resource = pytest.importorskip("resource", reason="peak memory is asked of POSIX")
    assert resource
    script = (
        "import resource, sys; from cablegrammar.corpora import running; running.PART_RECORDS = 500\n"
        "from cablegrammar.cli import main\n"
        "code = main(['corpus', '--no-check', '-j', '1', '--format', 'ndjson', '-o', sys.argv[2], sys.argv[1]])\n"
        "print(code, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    peaks = {}
    for count in (1_000, 20_000):
        with open(f"{count}.jsonl", "w") as file:
            for number in range(count):
                file.write(json.dumps({"text": invented.small(number)}) + "\n")
        done = subprocess.run(
            [sys.executable, "-c", script, f"{count}.jsonl", f"out{count}"],
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=True,
        )
        code, peak = map(int, done.stdout.split())
        assert code == 0
        peaks[count] = peak
    # what is remembered of texts that come again fills up between the two
    assert peaks[20_000] < 1.35 * peaks[1_000]
