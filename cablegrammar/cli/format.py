"""`cablegrammar format`: cables in canonical form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import attrs

from cablegrammar.canonical import canonicalize
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.files import STDIN, failed, read, tell
from cablegrammar.cli.terminal import complain, put_bytes
from cablegrammar.document import save, to_bytes
from cablegrammar.parsing import unparse
from cablegrammar.tree import shown


def format(files: Sequence[str], check: bool, diff: bool, stdin_name: str) -> int:
    """Rewrite each file; with `check` or `diff` say what would change instead. Returns the exit code."""
    done = Counter(_format(file, stdin_name if file == STDIN else file, check, diff) for file in files)
    if files != [STDIN] or check:
        complain(_summary(done, would=check or diff))
    if done["failed"]:
        return FAILED
    return FOUND if check and done["reformatted"] else FINE


def _format(file: str, name: str, check: bool, diff: bool) -> str:
    """Format one file; returns what became of it."""
    document = read(file, name)
    if document is None:
        return "failed"
    tidy = attrs.evolve(document, cable=canonicalize(document.cable))
    for diagnostic in tidy.diagnostics:
        if diagnostic.code in ("CG003", "CG004"):
            tell(name, tidy, diagnostic)
    changed = unparse(tidy.cable) != unparse(document.cable)
    try:
        data = to_bytes(unparse(tidy.cable), tidy.encoding, tidy.bom)
        if changed and file != STDIN and not (check or diff):
            save(tidy)
    except (OSError, ValueError) as error:
        failed(name, error)
        return "failed"
    if changed and diff:
        show_difference(name, unparse(document.cable), unparse(tidy.cable), "canonical")
    if changed and check:
        complain(f"would reformat {shown(name)}")
    if file == STDIN and not (check or diff):
        put_bytes(data)
    return "reformatted" if changed else "unchanged"


def _summary(done: Counter[str], would: bool) -> str:
    """`1 file reformatted, 2 files left unchanged`."""

    def files(kind: str) -> str:
        return f"{done[kind]} file{'s' * (done[kind] != 1)}"

    said = {
        "reformatted": f"{files('reformatted')} {'would be ' * would}reformatted",
        "unchanged": f"{files('unchanged')} {'would be ' * would}left unchanged",
        "failed": f"{files('failed')} could not be formatted",
    }
    return ", ".join(text for kind, text in said.items() if done[kind])
