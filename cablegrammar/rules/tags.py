"""The TAGS line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from cablegrammar import model as m
from cablegrammar.diagnostics import DISPLAY_ONLY, Edit, Fix, Label, Stretch
from cablegrammar.model.tags import known_tags
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed


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
        places: tuple[Stretch, ...] = ()
        for nth, tag in enumerate(field.value.tags):
            if tag.kind:
                continue
            # a code has four letters, a country two: a third mistake makes another word of it
            close = _nearest(tag.code.upper()) if len(tag.code) > 2 else ""
            meant = f"; did you mean {close}?" if close else ""
            places = places or _places(field)
            fix = Fix((Edit(places[nth], close),), DISPLAY_ONLY, f"Write {close}") if close else None
            yield Finding(places[nth], f"{tag.code} is no known tag{meant}", fix=fix)


@lru_cache(maxsize=1024)
def _nearest(code: str) -> str:
    return next(iter(get_close_matches(code, known_tags(), 1, 0.75)), "")


def _places(field: Placed[m.Tags]) -> tuple[Stretch, ...]:
    """Where each tag stands; of one of several words, the first."""
    return field.parts("tag code", "tag behind blank", "tag phrase", "tag phrase first")


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
        keys = [(tag.code.upper(), tag.name) for tag in field.value.tags]
        first = {key: nth for nth, key in reversed(list(enumerate(keys)))}
        if len(first) == len(keys):
            continue
        places = _places(field)
        kept = tuple(tag for nth, tag in enumerate(field.value.tags) if first[keys[nth]] == nth)
        fix = context.rewrite(field, "Write each tag once", tags=kept)
        for nth, key in enumerate(keys):
            if first[key] != nth:
                label = Label(places[first[key]], "first here")
                said = f"the tag {field.value.tags[nth].code} is there already"
                yield Finding(places[nth], said, (label,), fix=fix)
