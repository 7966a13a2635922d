"""`cablegrammar join`: sections that were received separately."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import attrs

from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.files import STDIN, deliver, failed, read
from cablegrammar.cli.terminal import complain
from cablegrammar.sectioning import join_sections
from cablegrammar.tree import shown


def join(files: Sequence[str], output: str) -> int:
    """Join the sections in the files; returns the exit code."""
    if output and Path(output).is_dir():
        # a file in it, named as the first section is, might be that section
        complain(f"cablegrammar: --output must name a file: {shown(output)} is a directory")
        return FAILED
    names = ["<stdin>" if file == STDIN else file for file in files]
    documents = [read(file, name) for file, name in zip(files, names, strict=True)]
    found = [document for document in documents if document is not None]
    if len(found) < len(files):
        return FAILED
    try:
        whole = join_sections(document.cable for document in found)
    except ValueError as error:
        complain(f"cablegrammar: {error}")
        for number, name in enumerate(names, 1):
            complain(f"  cable {number} is {shown(name)}")
        return FAILED
    try:
        deliver(attrs.evolve(found[0], cable=whole), names[0], output)
    except (OSError, ValueError) as error:
        failed(output or names[0], error)
        return FAILED
    return FINE
