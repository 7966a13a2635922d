"""Captions."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice, pairwise

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
    captions = [(name, field, nth) for field in context.all(m.Captions) for nth, name in enumerate(field.value.names)]
    # asked for field by field, and only where something is found
    places: dict[int, tuple[Stretch, ...]] = {}
    fixes: dict[int, Fix | None] = {}
    for (before, first, at), (name, field, nth) in pairwise(captions):
        # other fields between two captions make the second one of another place
        if name != before or field.index - first.index > 1:
            continue
        for one in (first, field):
            if one.index not in places:
                places[one.index], fixes[one.index] = _places(one), _fix(context, one)
        label = Label(places[first.index][at], "first here")
        yield Finding(places[field.index][nth], f"{name} stands here again", (label,), fix=fixes[field.index])


def _places(field: Placed[m.Captions]) -> tuple[Stretch, ...]:
    """Where each caption stands; the grammar has a part for each of its words."""
    parts = iter(field.field.spans())
    places = []
    for name in field.value.names:
        words = list(islice(parts, name.count(" ") + 1))
        places.append((field.start + words[0].start, field.start + words[-1].end))
    return tuple(places)


def _fix(context: Context, field: Placed[m.Captions]) -> Fix | None:
    """The captions without those that repeat the one before them, in this field or in the one before."""
    before = context.cable.fields[field.index - 1].value if field.index else None
    last = before.names[-1:] if isinstance(before, m.Captions) else ()
    names = tuple(name for name, _ in groupby((*last, *field.value.names)))[len(last) :]
    if not names:
        return context.remove(field, "Take it away", SAFE)
    return context.rewrite(field, "Write each once", SAFE, names=names)
