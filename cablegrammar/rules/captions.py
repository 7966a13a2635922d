"""Captions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from cablegrammar import model as m
from cablegrammar.diagnostics import SAFE, Fix, Label, Stretch
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed


@rule("CAP001", "doubled-caption", archive=None, drafting="warning", wire="warning")
def doubled_caption(context: Context) -> Iterator[Finding]:
    """A caption stands twice, the second right behind the first.

    ## What it does
    Finds captions that repeat the one before.

    ## Why
    The second says nothing. Public archives print SIPDIS twice in every third cable, so the profile `archive` has the rule off.

    ## Source
    5 FAH-2 H-442; state-telegram.md "Captions": SIPDIS is often printed twice, an archive artefact.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SIPDIS
    SIPDIS

    TAGS: PREL
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SIPDIS

    TAGS: PREL
    ```

    ## Options
    None.

    ## Fix
    Safe: takes the second away.
    """
    before: tuple[str, Stretch, int] | None = None
    for field in context.all(m.Captions):
        for nth, name in enumerate(field.value.names):
            at = field.part("caption word", nth=nth)
            # other fields between two captions make the second one of another place
            if before is not None and before[0] == name and field.index - before[2] <= 1:
                yield Finding(
                    at, f"{name} stands here again", (Label(before[1], "first here"),), fix=_fix(context, field)
                )
            before = (name, at, field.index)


def _fix(context: Context, field: Placed[m.Captions]) -> Fix:
    """The captions without those that repeat the one before them, in this field or in the one before."""
    before = context.cable.fields[field.index - 1].value if field.index else None
    last = before.names[-1:] if isinstance(before, m.Captions) else ()
    names = tuple(name for name, _ in groupby((*last, *field.value.names)))[len(last) :]
    if not names:
        return context.remove(field, "Take it away", SAFE)
    return context.rewrite(field, m.Captions(names), "Write each once", SAFE)
