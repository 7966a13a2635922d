"""`cablegrammar check`: what is wrong with cables."""

from __future__ import annotations

import io
import os
import signal
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import redirect_stderr
from multiprocessing import get_start_method
from pathlib import Path
from typing import Any

import attrs

from cablegrammar.blocks import engine
from cablegrammar.checking import RuleError
from cablegrammar.checking import check as checked
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.baseline import Baseline, baseline_file, read_baseline
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.discovery import Found, discover
from cablegrammar.cli.files import STDIN, failed, read
from cablegrammar.cli.options import Options, listed
from cablegrammar.cli.terminal import complain, console, put, put_bytes
from cablegrammar.configuration import ConfigurationError, as_toml
from cablegrammar.diagnostics import SAFE, UNSAFE, Diagnostic
from cablegrammar.document import save, to_bytes, write_file
from cablegrammar.fixing import fix as fixed
from cablegrammar.parsing import unparse
from cablegrammar.reporting import RENDERERS, Report
from cablegrammar.settings import Settings, chosen
from cablegrammar.tree import shown

#: How many files a process may have before it, so that none waits and what is shown first is shown early.
_PENDING = 4


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
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    baseline: str,
    write_baseline: str,
    output_format: str,
    output_file: str,
    statistics: bool,
    exit_zero: bool,
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
    singles = {"profile": profile, "respect_gitignore": respect_gitignore, "force_exclude": force_exclude}
    given |= {key: value for key, value in singles.items() if value not in (None, "")}
    try:
        options = Options(given, config, isolated)
        if show_settings:
            _show_settings(files[0], stdin_name, options)
            return FINE
        if write_baseline and diff:
            raise ConfigurationError("--write-baseline: nothing is reported with --diff")
        known = read_baseline(baseline) if baseline else None
        # rules that another distribution brings may be wrong
        chosen(Settings())
    except (OSError, ValueError) as error:
        _complain(error)
        return FAILED
    run = _Run(options, fix and not diff, diff, unsafe_fixes, stdin_name, processes or os.cpu_count() or 1, known)
    reports = run.reports(files)
    if write_baseline:
        return _write_baseline(write_baseline, reports, run)
    if diff:
        # each difference is shown when its file is read
        pieces: Iterator[str] = ("" for _ in reports)
    elif statistics:
        pieces = _statistics(reports)
    else:
        pieces = RENDERERS[output_format](reports, not output_file and console() is not None)
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
    complain(run.summary())
    if run.failed:
        return FAILED
    found = run.changed if diff else run.found.total()
    return FOUND if found and not exit_zero else FINE


def _complain(error: OSError | ValueError) -> None:
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
    put(as_toml(effective.configuration))


def _write_baseline(file: str, reports: Iterator[Report], run: _Run) -> int:
    """Write what is found as known; returns the exit code."""
    found = list(reports)
    complain(run.summary())
    if run.failed:
        complain(f"{shown(file)}: not written, it would lack what is in files that could not be checked")
        return FAILED
    try:
        write_file(Path(file), baseline_file(file, found))
    except OSError as error:
        failed(file, error)
        return FAILED
    complain(f"{shown(file)}: {_count(run.found.total(), 'finding')} known from now on")
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


def _outcomes(jobs: Iterator[_Job], processes: int) -> Iterator[_Outcome]:
    """What comes of each job, in their order; a few of them are always in work."""
    if processes == 1:
        yield from map(_work, jobs)
        return
    if get_start_method() == "fork":
        # a parser that is here already need not be built in each of them
        engine()
    with ProcessPoolExecutor(processes, initializer=_leave_interrupts) as pool:
        pending: deque[Future[_Outcome]] = deque()
        for job in jobs:
            if job.found.path == STDIN:
                # only this process has it
                here: Future[_Outcome] = Future()
                here.set_result(_work(job))
                pending.append(here)
            else:
                pending.append(pool.submit(_work, job))
            if len(pending) > _PENDING * processes:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def _leave_interrupts() -> None:
    """An interrupt is for the process that has the terminal: the others end with it."""
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
    baseline: Baseline | None
    files: int = 0
    failed: int = 0
    changed: int = 0
    made: int = 0
    known: int = 0
    found: Counter[str] = attrs.Factory(Counter)
    grades: Counter[str] = attrs.Factory(Counter)

    def reports(self, paths: Sequence[str]) -> Iterator[Report]:
        """The report of each file, as it is read."""
        for outcome in _outcomes(self._jobs(paths), self.processes):
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
            if self.baseline:
                new = self.baseline.new(report)
                self.known += len(report.diagnostics) - len(new.diagnostics)
                report = new
            for one in report.diagnostics:
                self.found[one.severity] += 1
                self.grades[one.fix.grade if one.fix else ""] += 1
            yield report

    def _jobs(self, paths: Sequence[str]) -> Iterator[_Job]:
        try:
            for one in discover(paths, self.options, self.stdin_name):
                name = self.stdin_name if one.path == STDIN else one.path
                yield _Job(one, name, self.fix or self.diff, self.unsafe, self.fix)
        except (OSError, ConfigurationError) as error:
            # a directory or a file of settings; what is wrong with a file is told where it is read
            _complain(error)
            self.failed += 1

    def summary(self) -> str:
        """`3 files: 2 errors, 1 hint; 1 can be fixed with --fix`."""
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


def _statistics(reports: Iterator[Report]) -> Iterator[str]:
    """How often each rule found something, a line each, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    for report in reports:
        counts.update(map(_named, report.diagnostics))
    width = len(str(max(counts.values(), default=0)))
    for (code, name), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        yield f"{count:{width}}  {code:6}  {name}\n"


def _named(one: Diagnostic) -> tuple[str, str]:
    return one.code, one.name


def _count(count: int, what: str, several: str = "") -> str:
    return f"{count} {what if count == 1 else several or what + 's'}"


def _encoded(text: str) -> bytes:
    """UTF-8, with U+FFFD for lone surrogates."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
