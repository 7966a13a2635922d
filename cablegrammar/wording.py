"""Values in words: what the tree and the annotated page show of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TypeGuard

import attrs

from cablegrammar import model as m
from cablegrammar.writer import WRITERS, write


def pairs(value: m.Value) -> Iterator[tuple[str, str]]:
    """The attributes of `value` that say something: names with blanks, `""` for the text of a text, and values in words.

    A value that has but one part, and that a value, is told by that one's. References are told one by one, the name with the first.

    >>> list(pairs(m.Action(m.Address("SECSTATE WASHDC", "RUEHC"))))
    [('plad', 'SECSTATE WASHDC'), ('routing indicator', 'RUEHC')]
    """
    parts = [(attribute.name, getattr(value, attribute.name)) for attribute in attrs.fields(type(value))]
    if len(parts) == 1 and isinstance(parts[0][1], m.Value):
        yield from pairs(parts[0][1])
        return
    for name, part in parts:
        # a zero says something, unlike False
        if part is None or part is False or part in ("", ()):
            continue
        words = "" if name == "text" else name.replace("_", " ")
        if _is_tuple(part) and any(isinstance(item, m.Reference) for item in part):
            for number, item in enumerate(part):
                yield words if number == 0 else "", phrase(item)
        else:
            yield words, phrase(part)


def phrase(part: object) -> str:
    """A part of a value in one piece: constructs as they are written, numbers and dates as people write them.

    >>> phrase(m.Section(1, 2)), phrase((m.Reason("1.4", "b"), m.Reason("1.4", "d")))
    ('1 of 2', '1.4 (b), 1.4 (d)')
    """
    if _is_tuple(part):
        return ", ".join(map(phrase, part))
    if isinstance(part, datetime):
        return part.strftime("%Y-%m-%d %H:%M ") + (part.strftime("%z") if part.utcoffset() else "UTC")
    if isinstance(part, m.Section):
        return f"{part.number} of {part.total}{', final' if part.final else ''}"
    if isinstance(part, m.OfficeCopies):
        return f"{part.office} {part.copies}"
    if isinstance(part, m.Reference):
        return f"{part.letter}. {part.citation}".rstrip() if part.letter else part.citation
    if isinstance(part, m.LaidOut):
        return "\n".join(part.lines)
    if isinstance(part, m.Value):
        return write(part) if type(part) in WRITERS else ", ".join(words for _, words in pairs(part))
    return "yes" if part is True else str(part)


def _is_tuple(part: object) -> TypeGuard[tuple[object, ...]]:
    return isinstance(part, tuple)
