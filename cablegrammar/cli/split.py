"""`cablegrammar split`: a long telegram in sections."""

from __future__ import annotations

from pathlib import Path

import attrs

from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.files import STDIN, deliver, failed, read
from cablegrammar.cli.terminal import complain
from cablegrammar.document import to_bytes
from cablegrammar.parsing import unparse
from cablegrammar.sectioning import split_sections
from cablegrammar.tree import shown


def split(file: str, lines: int, output: str) -> int:
    """Split the file into sections of `lines` lines; returns the exit code."""
    if output and not Path(output).is_dir():
        complain(f"cablegrammar: --output must name a directory: {shown(output)} is none")
        return FAILED
    name = "<stdin>" if file == STDIN else file
    document = read(file, name)
    if document is None:
        return FAILED
    path = Path("cable.txt" if file == STDIN else file)
    try:
        sections = split_sections(document.cable, lines)
        for cable in sections:
            to_bytes(unparse(cable), document.encoding, document.bom)
        for number, cable in enumerate(sections, 1):
            target = str(Path(output) / f"{path.stem}.{number:02}{path.suffix}") if output else ""
            deliver(attrs.evolve(document, cable=cable), name, target)
    except (OSError, ValueError) as error:
        failed(name, error)
        return FAILED
    return FINE
