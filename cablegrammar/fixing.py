"""Making fixes: edits that diagnostics offer, none over another, each read again."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

import attrs

from cablegrammar.cable import Cable
from cablegrammar.checking import check
from cablegrammar.diagnostics import SAFE, UNSAFE, Diagnostic, Edit, Stretch, edited
from cablegrammar.meanings import meaning
from cablegrammar.parsing import parse, unparse
from cablegrammar.settings import Settings

#: One fix may bring to light the next; more rounds than this no cable needs.
_ROUNDS = 10
#: How many fixes are tried one by one, each with a reading of the text, where all together would do harm.
_PATIENCE = 50


@attrs.frozen
class Fixed:
    """What fixing came to: `cable`, and the diagnostics whose fixes were `made`, in the order in which they were."""

    cable: Cable
    made: tuple[Diagnostic, ...] = ()


def fix(cable: Cable, settings: Settings | None = None, *, unsafe: bool = False) -> Fixed:
    r"""Check `cable` by `settings` and make the fixes, again and again until there is none left to make.

    Safe fixes keep the meaning; with `unsafe` also those are made that are likely what was meant.

    >>> import cablegrammar as cg
    >>> cable = cg.parse("PP RUEHPE\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\n")
    >>> cg.unparse(fix(cable, unsafe=True).cable)
    'OO RUEHPE\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\n'
    """
    made: list[Diagnostic] = []
    seen = {unparse(cable)}
    for _ in range(_ROUNDS):
        round_ = _round(cable, check(cable, settings), unsafe)
        text = unparse(round_.cable)
        if text in seen:
            break
        seen.add(text)
        cable = round_.cable
        made += round_.made
    return Fixed(cable, tuple(made))


def apply_fixes(cable: Cable, diagnostics: Iterable[Diagnostic], unsafe: bool = False) -> Cable:
    r"""`cable` with the fixes of `diagnostics` made in its text, once; `fix` goes on until none is left.

    Of fixes that overlap the first is made, of those that are for display none. The text is read again: a safe fix that would change the
    meaning, and any by which less is understood, is left out. Raises `ValueError` for diagnostics of another cable.

    >>> import cablegrammar as cg
    >>> cable = cg.parse("UNCLAS LIMA 000017\n\nSIPDIS\nSIPDIS\n\nTAGS: PREL, PREL\n")
    >>> found = cg.check(cable, cg.Settings(profile="drafting"))
    >>> cg.unparse(cg.apply_fixes(cable, found))
    'UNCLAS LIMA 000017\n\nSIPDIS\n\nTAGS: PREL, PREL\n'
    """
    return _round(cable, diagnostics, unsafe).cable


def _round(cable: Cable, diagnostics: Iterable[Diagnostic], unsafe: bool) -> Fixed:
    """The fixes that can be made together."""
    grades = (SAFE, UNSAFE) if unsafe else (SAFE,)
    taken = _apart([one for one in diagnostics if one.fix is not None and one.fix.grade in grades])
    if not taken:
        return Fixed(cable)
    if edits := [edit for one in taken for edit in _edits(one)]:
        end = sum(len(field.text) for field in cable.fields)
        if not all(0 <= edit.span[0] <= edit.span[1] <= end for edit in edits):
            raise ValueError("the diagnostics are of another cable: an edit is not within its text")
    # most often all of them are right, and a reading or two say so
    safe = [one for one in taken if _grade(one) == SAFE]
    changed = _edited(cable, safe) if safe else cable
    if not safe or _can_be(cable, changed, SAFE):
        if len(safe) < len(taken):
            changed = _edited(cable, taken)
        if _can_be(cable, changed, UNSAFE):
            return Fixed(changed, tuple(taken))
    made: list[Diagnostic] = []
    fixed = cable
    # each with those before it, in the text that all their places are of
    for one in taken[:_PATIENCE]:
        changed = _edited(cable, [*made, one])
        if _can_be(fixed, changed, _grade(one)):
            fixed = changed
            made.append(one)
    return Fixed(fixed, tuple(made))


def _apart(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Those whose edits do not touch an edit of one before; the same edit, asked for twice, is made once."""
    taken: list[Diagnostic] = []
    used: list[Stretch] = []
    for one in diagnostics:
        spans = [edit.span for edit in _edits(one)]
        if all(_free(used, span) for span in spans):
            taken.append(one)
            for span in spans:
                insort(used, span)
    return taken


def _free(used: Sequence[Stretch], span: Stretch) -> bool:
    """Whether `span` touches none of `used`, which are sorted and apart."""
    at = bisect_left(used, span)
    behind = at < len(used) and used[at][0] <= span[1]
    before = at > 0 and used[at - 1][1] >= span[0]
    return not behind and not before


def _edits(diagnostic: Diagnostic) -> tuple[Edit, ...]:
    return diagnostic.fix.edits if diagnostic.fix is not None else ()


def _grade(diagnostic: Diagnostic) -> str:
    return diagnostic.fix.grade if diagnostic.fix is not None else ""


def _edited(cable: Cable, diagnostics: Iterable[Diagnostic]) -> Cable:
    return parse(edited(unparse(cable), (edit for one in diagnostics for edit in _edits(one))))


def _can_be(cable: Cable, changed: Cable, grade: str) -> bool:
    """Whether as much is understood as before and, for safe fixes, the meaning is the same."""
    understood = len(changed.unparsed) <= len(cable.unparsed)
    return understood and (grade != SAFE or meaning(changed) == meaning(cable))
