"""`cablegrammar format`: cables in canonical form."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff

import attrs

from cablegrammar.canonical import canonicalize
from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.files import STDIN, failed, read, tell
from cablegrammar.cli.terminal import complain, console, put, put_bytes
from cablegrammar.document import Document, save, to_bytes
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
        _show(name, document, tidy)
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


def _show(name: str, before: Document, after: Document) -> None:
    """The difference, in colours on a terminal."""
    terminal = console()
    for line in _diff(name, unparse(before.cable), unparse(after.cable)):
        if terminal is None:
            put(line)
            continue
        colours = {"-": "red", "+": "green", "@": "cyan"}
        style = "bold" if line.startswith(("---", "+++")) else colours.get(line[0], "")
        terminal.print(line, style=style, end="", markup=False, highlight=False, soft_wrap=True)


def _diff(name: str, before: str, after: str) -> Iterator[str]:
    # lines end as Python's files say, at CR LF, LF and CR; str.splitlines knows many more
    one, other = (list(io.StringIO(text, newline="")) for text in (before, after))
    for line in unified_diff(one, other, shown(name), f"{shown(name)} (canonical)"):
        if line.endswith("\n"):
            yield line
        elif line.endswith("\r"):
            yield f"{line[:-1]}\n"
        else:
            yield f"{line}\n\\ No newline at end of file\n"
