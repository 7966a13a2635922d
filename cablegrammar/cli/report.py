"""`cablegrammar report`: the tables of a corpus as a page of figures."""

from __future__ import annotations

import os
from pathlib import Path

from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.files import STDIN, failed
from cablegrammar.cli.terminal import complain, put_bytes
from cablegrammar.corpora.extras import ExtraMissing, needed
from cablegrammar.corpora.picturing import picture_corpus
from cablegrammar.corpora.writing import CorpusError
from cablegrammar.document import write_file


def report(tables: str, output: str) -> int:
    """Write the page of the corpus in `tables` to `output`, else to standard output; returns the exit code."""
    try:
        unreadable: type[Exception] = needed("duckdb", "report", "A report").Error
    except ExtraMissing as error:
        complain(f"cablegrammar: {error}")
        return FAILED
    try:
        page = picture_corpus(Path(tables)).encode("utf-8")
    except (CorpusError, ExtraMissing, OSError, unreadable) as error:
        complain(f"cablegrammar: {error}")
        return FAILED
    if output in ("", STDIN):
        put_bytes(page)
        return FINE
    try:
        write_file(Path(os.path.realpath(output)), page)
    except OSError as error:
        failed(output, error)
        return FAILED
    return FINE
