"""Layout: canonical text, field by field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cablegrammar.canonical import canonical_texts
from cablegrammar.diagnostics import SAFE, Edit, Fix, name_of
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, alike

#: So much of a text is quoted.
_QUOTED = 40


@rule("LAY001", "not-canonical", archive=None, drafting=None, wire=None)
def not_canonical(context: Context) -> Iterator[Finding]:
    """A field is not written as canonical text has it.

    ## What it does
    Compares the text of each field, with the line ends behind it, with its canonical text at this place. It is off in every profile:
    `cablegrammar format --check` says the same of a whole file.

    ## Why
    Texts that are written in one way can be compared, searched and kept in a version control system without noise.

    ## Source
    5 FAH-1 H-240, 5 FAH-2 H-320; canonical-form.md of this documentation has the clause or the count for each field.

    ## Example
    ```text
    UNCLAS LIMA 000017

    TAGS: PREL PE
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    TAGS: PREL, PE
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Safe: writes the canonical text of the field. All of them together keep the meaning; where a few would not, `--fix` leaves them out.
    """
    texts = canonical_texts(context.cable)
    for field, start, text in zip(context.cable.fields, context.starts, texts, strict=True):
        if field.text != text:
            edit = _least(field.text, text, start)
            fix = Fix((edit,), SAFE, "Write it as canonical text")
            yield Finding(edit.span, _difference(name_of(field), field.text, text), fix=fix)


def _least(own: str, text: str, start: int) -> Edit:
    """The least edit that makes `text` of `own`, which stands at `start`. What they have in common at the end is looked for first: edits of
    neighbours do not touch then.
    """
    behind = alike(own[::-1], text[::-1])
    own, text = own[: len(own) - behind], text[: len(text) - behind]
    before = alike(own, text)
    return Edit((start + before, start + len(own)), text[before:])


def _difference(name: str, own: str, text: str) -> str:
    """What differs, in a sentence."""
    if not text:
        return f"canonical text leaves the {name} out here"
    words, canonical = own.split(), text.split()
    if words == canonical:
        ends, expected = (len(one[len(one.rstrip()) :].splitlines()) for one in (own, text))
        if own.rstrip() == text.rstrip() and ends != expected:
            return f"canonical text has {_count(expected)} behind the {name}, not {_count(ends)}"
        return f"canonical text has other blanks or line breaks in the {name}"
    said, meant = _middles(words, canonical)
    if not said:
        return f"canonical text has {meant!r} more in the {name}"
    if not meant:
        return f"canonical text has no {said!r} in the {name}"
    return f"canonical text has {meant!r} in the {name}, not {said!r}"


def _count(line_ends: int) -> str:
    return f"{line_ends} line end{'' if line_ends == 1 else 's'}" if line_ends else "no line end"


def _middles(one: Sequence[str], other: Sequence[str]) -> tuple[str, str]:
    """The words in which two texts differ, without those that they have in common before and behind."""
    before = alike(one, other)
    one, other = one[before:], other[before:]
    behind = alike(one[::-1], other[::-1])
    said, meant = (" ".join(words[: len(words) - behind]) for words in (one, other))
    return _cut(said), _cut(meant)


def _cut(words: str) -> str:
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 3]}..."
