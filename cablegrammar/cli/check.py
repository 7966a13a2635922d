"""`cablegrammar check`: what is wrong with cables."""

from __future__ import annotations

import gc
import io
import json
import os
import signal
import sys
from collections import Counter, deque
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import redirect_stderr
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from cablegrammar.checking import check as checked
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.baseline import Baseline, baseline_file, gone_from, read_baseline
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.discovery import Found, discover
from cablegrammar.cli.files import STDIN, failed, pass_on, read
from cablegrammar.cli.options import Options, listed
from cablegrammar.cli.terminal import complain, console, put, put_bytes
from cablegrammar.configuration import ConfigurationError, as_toml
from cablegrammar.diagnostics import SAFE, UNSAFE
from cablegrammar.document import save, to_bytes, write_file
from cablegrammar.fixing import fix as fixed
from cablegrammar.parsing import unparse
from cablegrammar.reporting import RENDERERS, Report
from cablegrammar.reporting.text import full
from cablegrammar.rules import RuleError
from cablegrammar.settings import Settings, chosen
from cablegrammar.tree import shown

if TYPE_CHECKING:
    from concurrent.futures import Future

#: How many files a process may have before it, so that none waits and what is shown first is shown early.
_PENDING = 4
#: So many files are checked before other processes are started: for fewer it would not be worth while.
_FIRST = 20


def check(
    files: Sequence[str],
    profile: str,
    select: Sequence[str],
    extend_select: Sequence[str],
    ignore: Sequence[str],
    config: str,
    isolated: bool,
    show_settings: bool,
    include: Sequence[str],
    exclude: Sequence[str],
    extend_exclude: Sequence[str],
    respect_gitignore: bool | None,
    force_exclude: bool | None,
    show_files: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: str | None,
    write_baseline: str,
    output_format: str,
    output_file: str,
    statistics: bool,
    quiet: bool,
    exit_zero: bool,
    exit_non_zero_on_fix: bool,
    stdin_name: str,
    processes: int,
) -> int:
    """Check each file, and report what is found; returns the exit code."""
    lists = {
        "select": select,
        "extend_select": extend_select,
        "ignore": ignore,
        "include": include,
        "exclude": exclude,
        "extend_exclude": extend_exclude,
    }
    given: dict[str, Any] = {key: listed(words) for key, words in lists.items() if words}
    singles = {
        "profile": profile or None,
        "respect_gitignore": respect_gitignore,
        "force_exclude": force_exclude,
        "output_format": output_format or None,
        "baseline": baseline,
    }
    given |= {key: value for key, value in singles.items() if value is not None}
    try:
        # rules that another distribution brings may be wrong
        chosen(Settings())
        options = Options(given, config, isolated)
        if show_settings:
            _show_settings(files[0], stdin_name, options)
            return FINE
        if write_baseline and diff:
            raise ConfigurationError("--write-baseline: nothing is reported with --diff")
        if baseline and not write_baseline:
            read_baseline(baseline)
        output_format = options.effective(os.getcwd()).configuration.output_format
        if statistics and output_format not in _STATISTICS:
            raise ConfigurationError(f"--statistics: the form is one of {', '.join(_STATISTICS)}, not {output_format}")
    except (OSError, ValueError, RuleError) as error:
        _complain(error)
        return FAILED
    run = _Run(
        options,
        fix and not diff,
        diff,
        unsafe_fixes,
        stdin_name,
        processes or os.cpu_count() or 1,
        not write_baseline,
    )
    if show_files:
        for job in run.jobs(files):
            put(f"{job.name}\n")
        return FAILED if run.failed else FINE
    reports = run.reports(files)
    if write_baseline:
        return _write_baseline(write_baseline, reports, run, quiet)
    if diff:
        # each difference is shown when its file is read
        pieces: Iterator[str] = ("" for _ in reports)
    elif statistics:
        pieces = _STATISTICS[output_format](reports, (SAFE, UNSAFE) if unsafe_fixes else (SAFE,))
    else:
        terminal = None if output_file else console()
        if terminal is not None and output_format == "full":
            pieces = full(reports, True, terminal.width)
        else:
            pieces = RENDERERS[output_format](reports, terminal is not None)
    # standard output then has the text that was fixed
    beside = run.fix and STDIN in files
    if output_file:
        whole = "".join(pieces)
        try:
            write_file(Path(output_file), _encoded(whole))
        except OSError as error:
            failed(output_file, error)
            return FAILED
    else:
        for piece in pieces:
            if beside:
                complain(piece.removesuffix("\n"))
            else:
                put(piece)
    if not quiet:
        run.conclude()
    if run.failed:
        return FAILED
    if run.fix and run.made and exit_non_zero_on_fix:
        return FOUND
    found = run.changed if diff else run.found.total()
    return FOUND if found and not exit_zero else FINE


def _complain(error: OSError | ValueError | RuleError) -> None:
    """Tell what is wrong with options, or files that options name."""
    if isinstance(error, OSError):
        failed(str(error.filename), error)
        return
    for line in str(error).splitlines():
        complain(f"cablegrammar: {line}")


def _show_settings(file: str, stdin_name: str, options: Options) -> None:
    """All settings for one file, as the text of a cablegrammar.toml; raises as `Options` does."""
    name = stdin_name if file == STDIN else file
    effective = options.effective(name if os.path.isdir(name) else os.path.dirname(name))
    source = shown(str(effective.file)) if effective.file else "no file of settings"
    put(f"# {shown(name)}: {source}{', and the command line' if options.given else ''}\n")
    put(as_toml(effective.configuration, effective.origins()))


def _write_baseline(file: str, reports: Iterator[Report], run: _Run, quiet: bool) -> int:
    """Write what is found as known; returns the exit code."""
    found = list(reports)
    if not quiet:
        run.conclude()
    if run.failed:
        complain(f"{shown(file)}: not written, it would lack what is in files that could not be checked")
        return FAILED
    try:
        gone = gone_from(file, found) if os.path.isfile(file) else 0
    except (OSError, ValueError):
        # it is written anew whatever it was
        gone = 0
    try:
        write_file(Path(file), baseline_file(file, found))
    except OSError as error:
        failed(file, error)
        return FAILED
    if not quiet:
        before = f"; {gone} of those before {'is' if gone == 1 else 'are'} gone" if gone else ""
        complain(f"{shown(file)}: {_count(run.found.total(), 'finding')} known from now on{before}")
    return FINE


@attrs.frozen
class _Job:
    """A file and what is to be done with it."""

    found: Found
    name: str
    fix: bool
    unsafe: bool
    write: bool


@attrs.frozen
class _Outcome:
    """What came of a file: its `report`, `None` where it failed; `complaints`, for standard error; the text `before` fixes, how many were
    `made`, and the bytes for standard output.
    """

    name: str
    report: Report | None = None
    complaints: str = ""
    before: str = ""
    made: int = 0
    data: bytes = b""


def _work(job: _Job) -> _Outcome:
    """Do what is to be done with one file, in whatever process."""
    with redirect_stderr(io.StringIO()) as complaints:
        try:
            outcome = _done(job)
        except (OSError, ValueError) as error:
            failed(job.name, error)
            outcome = _Outcome(job.name)
        except RuleError as error:
            complain(f"{shown(job.name)}: {error}")
            outcome = _Outcome(job.name)
    return attrs.evolve(outcome, complaints=complaints.getvalue())


def _done(job: _Job) -> _Outcome:
    """Raises `RuleError`, and `OSError` and `ValueError` as `save` does."""
    document = read(job.found.path, job.name)
    if document is None:
        return _Outcome(job.name)
    before, made, data = unparse(document.cable), 0, b""
    if job.fix:
        done = fixed(document.cable, job.found.settings, unsafe=job.unsafe)
        document, made = attrs.evolve(document, cable=done.cable), len(done.made)
        data = to_bytes(unparse(document.cable), document.encoding, document.bom)
        if made and job.write and job.found.path != STDIN:
            save(document)
    report = Report(job.name, unparse(document.cable), checked(document, job.found.settings))
    return _Outcome(job.name, report, before=before, made=made, data=data if job.found.path == STDIN else b"")


def _outcomes(jobs: Iterator[_Job], processes: int) -> Iterator[tuple[_Job, _Outcome]]:
    """Each job with what comes of it, in their order; a few of them are always in work."""
    if processes == 1:
        yield from map(_worked, jobs)
        return
    # of processes that are forked each has what was built here by then: the parser, and what it remembers of the first files
    yield from map(_worked, islice(jobs, _FIRST))
    following = next(jobs, None)
    if following is None:
        return
    # one file is checked sooner without these
    from concurrent.futures import Future, ProcessPoolExecutor
    from multiprocessing import get_context

    context = get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(processes, context, initializer=_begin) as pool:
        pending: deque[tuple[_Job, Future[_Outcome]]] = deque()
        for job in chain([following], jobs):
            if job.found.path == STDIN:
                # only this process has it
                here: Future[_Outcome] = Future()
                here.set_result(_work(job))
                pending.append((job, here))
            else:
                pending.append((job, pool.submit(_work, job)))
            if len(pending) > _PENDING * processes:
                yield _result(*pending.popleft())
        while pending:
            yield _result(*pending.popleft())


def _worked(job: _Job) -> tuple[_Job, _Outcome]:
    return job, _work(job)


def _result(job: _Job, outcome: Future[_Outcome]) -> tuple[_Job, _Outcome]:
    return job, outcome.result()


def _begin() -> None:
    """An interrupt is for the process that has the terminal: the others end with it. What was built before need not be looked through again
    for what can be thrown away.
    """
    gc.freeze()
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@attrs.define
class _Run:
    """What is to be done with each file, and what came of it."""

    options: Options
    fix: bool
    diff: bool
    unsafe: bool
    stdin_name: str
    processes: int
    with_baseline: bool
    files: int = 0
    failed: int = 0
    changed: int = 0
    made: int = 0
    known: int = 0
    stopped: bool = False
    found: Counter[str] = attrs.Factory(Counter)
    grades: Counter[str] = attrs.Factory(Counter)
    baselines: dict[str, Baseline] = attrs.Factory(dict)
    paths: Sequence[str] = ()

    def reports(self, paths: Sequence[str]) -> Iterator[Report]:
        """The report of each file, as it is read."""
        self.paths = paths
        # a program that sends a text to be fixed wants it back, also where it is excluded
        to_pass_on = self.fix and STDIN in paths
        for job, outcome in _outcomes(self.jobs(paths), self.processes):
            to_pass_on = to_pass_on and job.found.path != STDIN
            if outcome.complaints:
                complain(outcome.complaints.removesuffix("\n"))
            report = outcome.report
            if report is None:
                self.failed += 1
                continue
            if outcome.data and self.fix:
                put_bytes(outcome.data)
            if self.diff and outcome.made:
                show_difference(outcome.name, outcome.before, report.text, "fixed")
            self.changed += bool(outcome.made)
            self.made += outcome.made
            self.files += 1
            baseline = self.baselines.get(job.found.baseline)
            if baseline:
                new = baseline.new(report, {rule.code for rule, _ in chosen(job.found.settings)})
                self.known += len(report.diagnostics) - len(new.diagnostics)
                report = new
            for one in report.diagnostics:
                self.found[one.severity] += 1
                self.grades[one.fix.grade if one.fix else ""] += 1
            yield report
        if to_pass_on and not self.stopped:
            pass_on()

    def jobs(self, paths: Sequence[str]) -> Iterator[_Job]:
        """What is to be done, as files are found."""
        try:
            for one in discover(paths, self.options, self.stdin_name, self._fail):
                if self.with_baseline and one.baseline and one.baseline not in self.baselines:
                    self.baselines[one.baseline] = read_baseline(one.baseline)
                name = self.stdin_name if one.path == STDIN else one.path
                yield _Job(one, name, self.fix or self.diff, self.unsafe, self.fix)
        except (OSError, ValueError) as error:
            # of settings, or of a baseline that they name: what they hold for cannot be checked
            self._fail(error)
            self.stopped = True

    def _fail(self, error: OSError | ValueError) -> None:
        _complain(error)
        self.failed += 1

    def conclude(self) -> None:
        """Tell what came of it all, on standard error."""
        if self.stopped and not self.files:
            return
        if not self.files and not self.failed:
            complain(f"cablegrammar: no files to check: {self._where()}")
            return
        complain(self.summary())
        for name, baseline in self.baselines.items():
            if gone := baseline.gone():
                are = "finding is" if gone == 1 else "findings are"
                complain(f"{shown(name)}: {gone} known {are} gone; --write-baseline forgets them")

    def _where(self) -> str:
        """Which files would have been checked."""
        top = next((path for path in self.paths if os.path.isdir(path)), "")
        if not top:
            return "all that were named are excluded"
        names = " ".join(self.options.effective(top).configuration.include)
        return f"in directories those are checked that fit {names}, and are neither excluded nor named by a .gitignore"

    def summary(self) -> str:
        """`3 files: 2 errors, 1 hint; 1 can be fixed with --fix`."""
        if not self.files:
            return f"no file was checked{self._failures()}"
        said = _count(self.files, "file")
        if self.diff:
            would = f"{_count(self.changed, 'file')} would be changed, {_count(self.made, 'fix', 'fixes')}"
            return f"{said}: {would if self.made else 'nothing to fix'}{self._failures()}"
        by_severity = ", ".join(_count(self.found[one], one) for one in ("error", "warning", "hint") if self.found[one])
        said += f": {by_severity or 'nothing found'}"
        if self.fix:
            said += f"; {_count(self.made, 'fix', 'fixes')} made"
        elif self.grades[SAFE]:
            said += f"; {self.grades[SAFE]} can be fixed with --fix"
        if self.grades[UNSAFE] and not self.unsafe:
            said += f"; {self.grades[UNSAFE]} with --fix --unsafe-fixes"
        if self.known:
            said += f"; {self.known} known"
        return said + self._failures()

    def _failures(self) -> str:
        return f"; {self.failed} could not be checked" if self.failed else ""


@attrs.frozen
class _Rate:
    """How often a rule found something, and how many of these can be fixed."""

    code: str
    name: str
    count: int
    fixable: int


def _rates(reports: Iterator[Report], grades: Collection[str]) -> list[_Rate]:
    """The most frequent first; those can be fixed whose fix has one of `grades`."""
    counts: Counter[tuple[str, str]] = Counter()
    fixable: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for one in report.diagnostics:
            counts[one.code, one.name] += 1
            fixable[one.code, one.name] += one.fix is not None and one.fix.grade in grades
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [_Rate(*key, count, fixable[key]) for key, count in ordered]


def _as_text(reports: Iterator[Report], grades: Collection[str]) -> Iterator[str]:
    rates = _rates(reports, grades)
    width = len(str(max((rate.count for rate in rates), default=0)))
    starred = any(rate.fixable for rate in rates)
    for rate in rates:
        star = ("[*]  " if rate.fixable == rate.count else "[-]  " if rate.fixable else "     ") if starred else ""
        yield f"{rate.count:{width}}  {rate.code:6}  {star}{rate.name}\n"


def _as_json(reports: Iterator[Report], grades: Collection[str]) -> Iterator[str]:
    yield json.dumps([attrs.asdict(rate) for rate in _rates(reports, grades)], indent=2) + "\n"


def _as_jsonl(reports: Iterator[Report], grades: Collection[str]) -> Iterator[str]:
    for rate in _rates(reports, grades):
        yield json.dumps(attrs.asdict(rate)) + "\n"


#: The forms of statistics.
_STATISTICS: dict[str, Callable[[Iterator[Report], Collection[str]], Iterator[str]]] = {
    "full": _as_text,
    "concise": _as_text,
    "json": _as_json,
    "jsonl": _as_jsonl,
}


def _count(count: int, what: str, several: str = "") -> str:
    return f"{count} {what if count == 1 else several or what + 's'}"


def _encoded(text: str) -> bytes:
    """UTF-8, with U+FFFD for lone surrogates."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
