"""`cablegrammar check`: what is wrong with cables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import attrs

from cablegrammar.checking import RuleError
from cablegrammar.checking import check as checked
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.discovery import discover
from cablegrammar.cli.files import STDIN, failed, read
from cablegrammar.cli.terminal import complain, console, put, put_bytes
from cablegrammar.diagnostics import SAFE, UNSAFE, Diagnostic
from cablegrammar.document import Document, save, to_bytes, write_file
from cablegrammar.fixing import fix as fixed
from cablegrammar.parsing import unparse
from cablegrammar.reporting import RENDERERS, Report
from cablegrammar.settings import Settings, chosen
from cablegrammar.tree import shown


def check(
    files: Sequence[str],
    profile: str,
    select: Sequence[str],
    extend_select: Sequence[str],
    ignore: Sequence[str],
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    output_format: str,
    output_file: str,
    statistics: bool,
    exit_zero: bool,
    stdin_name: str,
) -> int:
    """Check each file, and report what is found; returns the exit code."""
    try:
        settings = Settings(
            profile=profile, select=",".join(select), extend_select=",".join(extend_select), ignore=",".join(ignore)
        )
    except ValueError as error:
        option, _, said = str(error).partition(":")
        complain(f"cablegrammar: --{option.replace('_', '-')}:{said}")
        return FAILED
    try:
        chosen(settings)
    except ValueError as error:
        # rules that another distribution brings
        complain(f"cablegrammar: {error}")
        return FAILED
    run = _Run(settings, fix and not diff, diff, unsafe_fixes, stdin_name)
    reports = run.reports(files)
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


@attrs.define
class _Run:
    """What is to be done with each file, and what came of it."""

    settings: Settings
    fix: bool
    diff: bool
    unsafe: bool
    stdin_name: str
    files: int = 0
    failed: int = 0
    changed: int = 0
    made: int = 0
    found: Counter[str] = attrs.Factory(Counter)
    grades: Counter[str] = attrs.Factory(Counter)

    def reports(self, paths: Sequence[str]) -> Iterator[Report]:
        """The report of each file, as it is read."""
        try:
            for file in discover(paths):
                name = self.stdin_name if file == STDIN else file
                report = self._report(file, name)
                if report is None:
                    self.failed += 1
                    continue
                self.files += 1
                for one in report.diagnostics:
                    self.found[one.severity] += 1
                    self.grades[one.fix.grade if one.fix else ""] += 1
                yield report
        except OSError as error:
            # a directory; what is wrong with a file is told where it is read
            failed(str(error.filename), error)
            self.failed += 1

    def _report(self, file: str, name: str) -> Report | None:
        document = read(file, name)
        if document is None:
            return None
        try:
            if self.fix or self.diff:
                document = self._fix(file, name, document)
            return Report(name, unparse(document.cable), checked(document, self.settings))
        except (OSError, ValueError) as error:
            failed(name, error)
        except RuleError as error:
            complain(f"{shown(name)}: {error}")
        return None

    def _fix(self, file: str, name: str, document: Document) -> Document:
        """Make the fixes and write the file, or show what they would change; raises `OSError` and `ValueError` as `save` does."""
        done = fixed(document.cable, self.settings, unsafe=self.unsafe)
        new = attrs.evolve(document, cable=done.cable)
        data = to_bytes(unparse(new.cable), new.encoding, new.bom)
        if self.fix and file == STDIN:
            put_bytes(data)
        elif self.fix and done.made:
            save(new)
        if self.diff and done.made:
            show_difference(name, unparse(document.cable), unparse(new.cable), "fixed")
        self.changed += bool(done.made)
        self.made += len(done.made)
        return new

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
