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
from cablegrammar.rules.presence import lacks

#: Each begins a tag, in the order of `Tags.tags`.
_CODES = ("tag code", "tag behind blank", "tag phrase", "tag phrase first")
#: The oldest telegram that has TAGS in a source, 1974 STATE 150591.
_TAGS_SINCE = 1974
_OF_PERSONS = ("OCON", "OEXC", "OREP", "OTRA", "OVIP")
#: How many letters the tags have that run together, and which kinds of tags come behind one of a kind. None begins with a country, and no
#: subject comes behind one: too many words are made of countries.
_LENGTHS = (4, 2)
_BEHIND = {
    "": ("subject", "program"),
    "subject": ("subject", "program", "geographic"),
    "program": ("subject", "program", "geographic"),
    "geographic": ("geographic",),
}


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


@rule("TAG003", "missing-tags", archive="hint", drafting="error", wire=None)
def missing_tags(context: Context) -> Iterator[Finding]:
    """A telegram has no TAGS line.

    ## What it does
    Finds telegrams with a classification line and text, and without TAGS. Those before 1974 are left out: the oldest source of TAGS is of
    that year.

    ## Why
    Telegrams are filed and routed by their tags: one without goes by hand, and is not found again.

    ## Source
    5 FAH-3 H-011; state-telegram.md "Order of the text", "TAGS line" (1974 STATE 150591).

    ## Example
    ```text
    UNCLAS LIMA 000017

    E.O. 12958: N/A
    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    E.O. 12958: N/A
    TAGS: EAGR, PE
    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: what it is about, a person must say.
    """
    line, year = context.first(m.ClassificationLine), context.cable.year
    if line is not None and lacks(context, m.Tags) and (year is None or year >= _TAGS_SINCE):
        yield Finding(line.span, "the telegram has no TAGS line")


@rule("TAG004", "no-subject-tag", archive="hint", drafting="error", wire=None)
def no_subject_tag(context: Context) -> Iterator[Finding]:
    """No tag says what the telegram is about.

    ## What it does
    Finds TAGS lines whose tags are all known, and none of them is a subject tag. An unknown one may be.

    ## Why
    Telegrams are distributed by subject: countries and programs alone do not say to whom.

    ## Source
    5 FAH-3 H-011; state-telegram.md "TAGS line": at least one subject tag [CDT]; tags.csv.

    ## Example
    ```text
    TAGS: KISL, PE
    ```

    ## Corrected
    ```text
    TAGS: PREL, KISL, PE
    ```

    ## Options
    None.

    ## Fix
    None: what it is about, a person must say.
    """
    fields = context.all(m.Tags)
    kinds = {tag.kind for field in fields for tag in field.value.tags}
    if kinds and "" not in kinds and "subject" not in kinds:
        yield Finding(fields[0].span, "there is no subject tag on the TAGS line")


@rule("TAG005", "missing-person", archive="hint", drafting="warning", wire=None)
def missing_person(context: Context) -> Iterator[Finding]:
    """A tag that is about a person stands without a name.

    ## What it does
    Finds OCON, OEXC, OREP, OTRA and OVIP on TAGS lines without a name in parentheses. A line with an unknown tag is left out: it may be the
    name.

    ## Why
    Visits and travels are filed under the persons.

    ## Source
    1974 STATE 150591 (the person's name must be on the line); 1977 STATE 017976: `OVIP (VANCE, CYRUS)`.

    ## Example
    ```text
    TAGS: OVIP, PREL, PE
    ```

    ## Corrected
    ```text
    TAGS: OVIP (ROE, JANE), PREL, PE
    ```

    ## Options
    None.

    ## Fix
    None: who it is, a person must say.
    """
    fields = context.all(m.Tags)
    if any(tag.name or not tag.kind for field in fields for tag in field.value.tags):
        return
    for field in fields:
        for nth, tag in enumerate(field.value.tags):
            if tag.code.upper() in _OF_PERSONS:
                yield Finding(field.part(*_CODES, nth=nth), f"{tag.code} has no name of a person behind it")


@rule("TAG006", "run-together-tags", archive="warning", drafting="warning", wire=None)
def run_together_tags(context: Context) -> Iterator[Finding]:
    """Tags stand together without a blank or comma.

    ## What it does
    Finds unknown tags that are subject and program tags one behind the other, and countries behind those.

    ## Why
    The telegram is filed under none of them.

    ## Source
    state-telegram.md "TAGS line": run-together tags (PTERPREL) occur; tags.csv.

    ## Example
    ```text
    TAGS: PTERPREL, PE
    ```

    ## Corrected
    ```text
    TAGS: PTER, PREL, PE
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes them apart.
    """
    for field in context.all(m.Tags):
        found = {
            nth: codes
            for nth, tag in enumerate(field.value.tags)
            if not tag.kind and (codes := _apart(tag.code.upper()))
        }
        if not found:
            continue
        tags: list[m.Tag] = []
        for nth, tag in enumerate(field.value.tags):
            *before, last = found.get(nth, (tag.code,))
            # a name belongs to the last of them
            tags += [*(m.Tag(code) for code in before), m.Tag(last, tag.name)]
        # one fix for all, so that a long line is written once
        fix = context.rewrite(field, "Write them apart", tags=tuple(tags))
        for nth, codes in found.items():
            said = f"{field.value.tags[nth].code} is {', '.join(codes[:-1])} and {codes[-1]} run together"
            yield Finding(field.part(*_CODES, nth=nth), said, fix=fix)


def _apart(code: str) -> tuple[str, ...]:
    """The tags that `code` is made of by the table of tags, a subject or program tag first; `()` where it is not made of tags."""
    start, kind = 0, ""
    found: list[str] = []
    while start < len(code):
        for length in _LENGTHS:
            part = code[start : start + length]
            kind_of_part = known_tags().get(part, ("", ""))[0]
            if len(part) == length and kind_of_part in _BEHIND[kind]:
                break
        else:
            return ()
        found.append(part)
        kind, start = kind_of_part, start + length
    return tuple(found) if len(found) > 1 else ()
