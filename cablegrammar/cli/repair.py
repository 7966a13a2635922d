"""`cablegrammar repair`: proposals that would make damaged stretches regular."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import attrs

from cablegrammar.cli import FAILED, FINE, FOUND
from cablegrammar.cli.difference import show_difference
from cablegrammar.cli.files import STDIN, failed, read
from cablegrammar.cli.terminal import complain, put, put_bytes
from cablegrammar.diagnostics import LineIndex
from cablegrammar.document import Document, save, to_bytes
from cablegrammar.parsing import unparse
from cablegrammar.repairing import SAFE, Repair, apply_repairs, propose_repairs
from cablegrammar.tree import shown

#: One repair may bring to light the next; more rounds than this no damage needs.
_ROUNDS = 5


def repair(files: Sequence[str], form: str, apply: str, output: str, in_place: bool) -> int:
    """Propose repairs for each file, or with `apply` make those of the grade; returns the exit code."""
    if wrong := _wrong_use(files, apply, output, in_place):
        complain(f"cablegrammar: {wrong}")
        return FAILED
    codes = []
    listed: list[dict[str, object]] = []
    for file in files:
        name = "<stdin>" if file == STDIN else file
        document = read(file, name)
        if document is None:
            codes.append(FAILED)
        elif apply:
            codes.append(_apply(file, name, document, apply, output, in_place))
        else:
            proposed = propose_repairs(document.cable)
            codes.append(FOUND if proposed else FINE)
            if form == "json":
                index = LineIndex(unparse(document.cable))
                listed.extend({"file": name, **attrs.asdict(one), **_where(index, one)} for one in proposed)
            else:
                _propose(name, document, proposed)
    if form == "json" and not apply:
        put(json.dumps(listed, indent=2) + "\n")
    return max(codes)


def _wrong_use(files: Sequence[str], apply: str, output: str, in_place: bool) -> str:
    """Which options do not go together, `""` if all do."""
    if not apply and (output or in_place):
        return f"{'--output' if output else '--in-place'} says where to write, and without --apply nothing is written"
    if output and in_place:
        return "--output names another file than --in-place"
    if output and len(files) > 1:
        return f"--output names one file, and {len(files)} are to be repaired"
    return ""


def _where(index: LineIndex, proposed: Repair) -> dict[str, int]:
    where = index.place(proposed.span[0])
    return {"line": where.line, "column": where.column}


def _propose(name: str, document: Document, proposed: Sequence[Repair]) -> None:
    """Each proposal on a line with its place, grade and reason, then all of them as a difference."""
    index = LineIndex(unparse(document.cable))
    for one in proposed:
        where = _where(index, one)
        put(f"{shown(name)}:{where['line']}:{where['column']}: {one.grade}: {shown(one.reason)}\n")
    if proposed:
        repaired = unparse(apply_repairs(document.cable, proposed))
        show_difference(name, unparse(document.cable), repaired, "repaired")


def _apply(file: str, name: str, document: Document, grade: str, output: str, in_place: bool) -> int:
    """Make the repairs and write what comes of them; a file that needs none is not written."""
    cable, made = document.cable, 0
    for _ in range(_ROUNDS):
        proposed = [one for one in propose_repairs(cable) if grade == "all" or one.grade == SAFE]
        if not proposed:
            break
        cable, made = apply_repairs(cable, proposed), made + len(proposed)
    repaired = attrs.evolve(document, cable=cable)
    said = f"{made} repair{'s' * (made != 1)}"
    try:
        if output or file != STDIN:
            target = Path(output) if output else Path(file) if in_place else _beside(Path(file))
            if made and target.exists() and not in_place:
                raise FileExistsError(
                    f"{shown(str(target))} is there already; name another with --output, or --in-place"
                )
            if made:
                save(repaired, target)
            complain(
                f"{shown(name)}: {said} made, written to {shown(str(target))}" if made else f"{shown(name)}: {said}"
            )
        else:
            put_bytes(to_bytes(unparse(cable), document.encoding, document.bom))
            complain(f"{shown(name)}: {said} made")
    except (OSError, ValueError) as error:
        failed(name, error)
        return FAILED
    return FINE


def _beside(file: Path) -> Path:
    """`cable.repaired.txt` for `cable.txt`."""
    return file.with_name(f"{file.stem}.repaired{file.suffix}")
