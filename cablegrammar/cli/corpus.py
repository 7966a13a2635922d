"""`cablegrammar corpus`: many cables into tables."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.files import failed
from cablegrammar.cli.terminal import complain
from cablegrammar.corpora.extras import ExtraMissing
from cablegrammar.corpora.progress import Bar, Lines, Tally
from cablegrammar.corpora.running import described, run
from cablegrammar.corpora.sources import find_sources
from cablegrammar.corpora.writing import REJECTS, Output
from cablegrammar.settings import Settings
from cablegrammar.tree import shown


def corpus(
    files: Sequence[str], output: str, form: str, layout: str, profile: str, check: bool, processes: int, resume: bool
) -> int:
    """Write the tables of all cables of `files`; returns the exit code."""
    settings = Settings(profile=profile) if check else None
    try:
        sources = find_sources(files, layout)
        written = Output.begin(Path(output), form, described(sources, layout, settings), resume=resume)
    except (ExtraMissing, OSError, ValueError) as error:
        _complain(error)
        return FAILED
    if written.manifest.complete:
        complain(f"{shown(output)}: complete already, nothing to do")
        return _code(written)
    if written.manifest.records:
        complain(f"{shown(output)}: {written.manifest.records:,} records are done, going on behind them")
    tally = Tally()
    progress = _bar(tally) or Lines(tally, complain)
    try:
        run(sources, layout, settings, written, processes or os.cpu_count() or 1, tally, progress)
    except KeyboardInterrupt:
        progress.close()
        complain(f"interrupted: {_done(written)} is written; the same command with --resume goes on behind it")
        raise
    except BrokenProcessPool:
        progress.close()
        complain(f"cablegrammar: a process was killed; {_done(written)} is written, --resume goes on behind it")
        return FAILED
    except (ExtraMissing, OSError) as error:
        progress.close()
        _complain(error)
        return FAILED
    progress.close()
    complain(f"{shown(output)}: {tally.summary()}")
    if tally.replaced:
        complain(f"{tally.replaced:,} cables had lone surrogates, which are U+FFFD in the tables")
    if tally.rejects:
        complain(f"what could not be taken stands in {shown(str(Path(output) / REJECTS))}")
    return _code(written)


def _bar(tally: Tally) -> Bar | None:
    """A bar, where standard error is a terminal."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return None
    from rich.console import Console

    return Bar(tally, Console(stderr=True))


def _code(written: Output) -> int:
    """Rejects of earlier runs count too: they are of the same corpus."""
    return FOUND if any(part.rejects for part in written.manifest.parts) else FINE


def _done(written: Output) -> str:
    return f"what came of {written.manifest.records:,} records"


def _complain(error: Exception) -> None:
    if isinstance(error, OSError) and error.filename is not None:
        failed(str(error.filename), error)
    else:
        complain(f"cablegrammar: {error}")
