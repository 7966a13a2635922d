"""The TAGS line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

import attrs

from cablegrammar import model as m
from cablegrammar.diagnostics import DISPLAY_ONLY, Fix, Label, Stretch
from cablegrammar.model.tags import known_tags
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed

#: Each begins a tag, in the order of `Tags.tags`.
_CODES = ("tag code", "tag behind blank", "tag phrase", "tag phrase first")


@rule("TAG001", "unknown-tag", archive="hint", drafting="warning", wire=None)
def unknown_tag(context: Context) -> Iterator[Finding]:
    """A tag is in no list of tags.

    ## What it does
    Looks each code up in the table of subject, program, organization and geographic tags, and names the nearest one.

    ## Why
    Telegrams are filed and routed by their tags: a misspelt one leads nowhere. New tags came and old ones went, and names of persons and
    organizations may stand there too, so an unknown one is not wrong for certain.

    ## Source
    5 FAH-3 H-011, H-111; tags.csv.

    ## Example
    ```text
    TAGS: PREL, PGVO, PE
    ```

    ## Corrected
    ```text
    TAGS: PREL, PGOV, PE
    ```

    ## Options
    None.

    ## Fix
    Display-only: writes the nearest tag.
    """
    for field in context.all(m.Tags):
        for nth, tag in enumerate(field.value.tags):
            if tag.kind:
                continue
            # a code has four letters, a country two: a third mistake makes another word of it
            close = get_close_matches(tag.code.upper(), known_tags(), 1, 0.75) if len(tag.code) > 2 else []
            meant = f"; did you mean {close[0]}?" if close else ""
            fix = _with(context, field, nth, close[0]) if close else None
            yield Finding(field.part(*_CODES, nth=nth), f"{tag.code} is no known tag{meant}", fix=fix)


def _with(context: Context, field: Placed[m.Tags], nth: int, code: str) -> Fix:
    """The line with another code for the `nth` tag."""
    tags = list(field.value.tags)
    tags[nth] = attrs.evolve(tags[nth], code=code)
    return context.rewrite(field, m.Tags(tuple(tags)), f"Write {code}", DISPLAY_ONLY)


@rule("TAG002", "doubled-tag", archive="warning", drafting="warning", wire=None)
def doubled_tag(context: Context) -> Iterator[Finding]:
    """A tag stands twice.

    ## What it does
    Finds codes that were on the TAGS line before, with the same name behind them.

    ## Why
    The second says nothing, and often stands where another was meant.

    ## Source
    5 FAH-3 H-011; state-telegram.md "TAGS line".

    ## Example
    ```text
    TAGS: PREL, PGOV, PREL, PE
    ```

    ## Corrected
    ```text
    TAGS: PREL, PGOV, PE
    ```

    ## Options
    None.

    ## Fix
    Unsafe: takes the later ones away.
    """
    for field in context.all(m.Tags):
        first: dict[tuple[str, str], Stretch] = {}
        for nth, tag in enumerate(field.value.tags):
            at = field.part(*_CODES, nth=nth)
            if first.setdefault((tag.code.upper(), tag.name), at) == at:
                continue
            once = {(one.code.upper(), one.name): one for one in reversed(field.value.tags)}
            kept = m.Tags(tuple(one for one in field.value.tags if once.pop((one.code.upper(), one.name), None)))
            label = Label(first[tag.code.upper(), tag.name], "first here")
            fix = context.rewrite(field, kept, "Write each tag once")
            yield Finding(at, f"the tag {tag.code} is there already", (label,), fix=fix)
