"""What a cable says, without what carries no meaning."""

from __future__ import annotations

from itertools import groupby

import attrs

from cablegrammar import model as m
from cablegrammar.cable import CUT_BY_PAGES, Cable


def meaning(cable: Cable) -> tuple[m.Value, ...]:
    """The values of a cable in order, without exactly this: blank lines; page lines, also inside paragraphs, headings, subjects and
    references; a caption that repeats the one right before it.

    Formatting keeps this (guarantee G4).
    """
    return tuple(value for _, value in meaning_by_field(cable.fields))


def meaning_by_field(fields: tuple[m.Field, ...]) -> list[tuple[int, m.Value]]:
    """The meaning as pairs of the field's index and the value that is left of it."""
    kept: list[tuple[int, m.Value]] = []
    with m.trusting():
        for index, field in enumerate(fields):
            value = field.value
            if isinstance(value, m.Blank | m.PageLine):
                continue
            if isinstance(value, CUT_BY_PAGES) and value.page_lines:
                value = attrs.evolve(value, page_lines=())
            if isinstance(value, m.Captions):
                before = kept[-1][1] if kept else None
                names = (*before.names, *value.names) if isinstance(before, m.Captions) else value.names
                value = m.Captions(tuple(name for name, _ in groupby(names)))
                if isinstance(before, m.Captions):
                    index, _ = kept.pop()
            kept.append((index, value))
    return kept
