"""The text of a cable cut into pieces that each look one way: by fields, parts of fields, and diagnostics."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import attrs

from cablegrammar import model as m
from cablegrammar.cable import Cable
from cablegrammar.diagnostics import SEVERITIES, Diagnostic, Stretch
from cablegrammar.glossary import PART_KINDS, entry_of

#: What stands for characters that no page can hold: NUL and single surrogates.
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_NAMES = {"\0": "NUL", "\b": "BS", "\v": "VT", "\f": "FF", "\r": "CR", "\x1b": "ESC", "\x7f": "DEL", "\ufeff": "BOM"}


@attrs.frozen
class Piece:
    """A stretch of a field's `text` that looks one way.

    `part`, what it is in the grammar's words, `""` between parts; `kind`, where the part is of another one than its field; `severity` of the
    worst diagnostic that speaks of it, or `""`; `hidden`, the name of a character that is not shown, such as `U+202E`, or `""`: such a
    character is a piece of its own.
    """

    text: str
    part: str = ""
    kind: str = ""
    severity: str = ""
    hidden: str = ""


@attrs.frozen
class Strip:
    """A field on the sheet: the `field`, the `kind` that colours it, the `start` of its text, its `pieces`, whose texts joined are the
    field's, and the `diagnostics` that speak of it.
    """

    field: m.Field
    kind: str
    start: int
    pieces: tuple[Piece, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def severity(self) -> str:
        """The worst severity of its diagnostics, `""` without any."""
        return max((one.severity for one in self.diagnostics), key=SEVERITIES.index, default="")


def strips(cable: Cable, diagnostics: Sequence[Diagnostic] = ()) -> Iterator[Strip]:
    r"""The fields of `cable` with what there is to say about each.

    >>> import cablegrammar as cg
    >>> (strip,) = strips(cg.parse("FM AMEMBASSY LIMA\n"))
    >>> strip.kind, [(piece.text, piece.part) for piece in strip.pieces]
    ('address', [('FM ', ''), ('AMEMBASSY LIMA', 'PLAD'), ('\n', '')])
    """
    starts = [0, *accumulate(len(field.text) for field in cable.fields)]
    spoken: list[list[tuple[Stretch, Diagnostic]]] = [[] for _ in cable.fields]
    for one in diagnostics if cable.fields else ():
        start, end = _shown(one.span, starts[-1])
        for index in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
            spoken[index].append(((max(start, starts[index]), min(end, starts[index + 1])), one))
    for start, field, here in zip(starts, cable.fields, spoken, strict=False):
        marked = [(a - start, b - start, one.severity) for (a, b), one in here]
        pieces = tuple(_pieces(field, marked))
        yield Strip(field, entry_of(field.value).kind, start, pieces, tuple(one for _, one in here))


def by_letter(text: str) -> Iterator[Piece]:
    """The pieces of a text that only tell hidden characters from the rest."""
    names = _hidden_in(text)
    for start, end in pairwise(sorted({0, len(text), *(place for at in names for place in (at, at + 1))})):
        yield Piece(_held(text[start:end]), hidden=names.get(start, ""))


def _shown(span: Stretch, length: int) -> Stretch:
    """A stretch of one character at least: what is missing is shown where it should stand."""
    start, end = span
    if end > start:
        return span
    return (start, start + 1) if start < length else (max(0, length - 1), length)


def _pieces(field: m.Field, marked: Sequence[tuple[int, int, str]]) -> Iterator[Piece]:
    spans = field.spans()
    hidden = _hidden_in(field.text)
    cuts = {0, len(field.text)}
    cuts.update(at for span in spans for at in (span.start, span.end))
    cuts.update(at for start, end, _ in marked for at in (start, end))
    cuts.update(place for at in hidden for place in (at, at + 1))
    ends = [span.end for span in spans]
    places = sorted(cuts)
    worst = [-1] * len(places)
    for start, end, severity in marked:
        for number in range(bisect_left(places, start), bisect_left(places, end)):
            worst[number] = max(worst[number], SEVERITIES.index(severity))
    for (start, end), rank in zip(pairwise(places), worst, strict=False):
        number = bisect_left(ends, end)
        part = spans[number].part if number < len(spans) and spans[number].start <= start else ""
        severity = SEVERITIES[rank] if rank >= 0 else ""
        yield Piece(_held(field.text[start:end]), part, PART_KINDS.get(part, ""), severity, hidden.get(start, ""))


def _held(text: str) -> str:
    """A piece as a page can hold it; what it cannot is a piece of its own."""
    return _REPLACEMENT if text == "\0" or "\ud800" <= text <= "\udfff" else text


def seen(text: str) -> str:
    r"""`text` with the names of characters that are not shown in their place.

    >>> seen("LIMA\x00")
    'LIMA⟨NUL⟩'
    """
    if text.isprintable():
        return text
    return "".join(f"⟨{name}⟩" if (name := _hidden(letter)) else letter for letter in text)


def _hidden_in(text: str) -> dict[int, str]:
    """The names of the hidden characters in `text` by their places; CR before LF is half of a line end, `CR LF`."""
    if text.isprintable():
        return {}
    found = {at: name for at, letter in enumerate(text) if (name := _hidden(letter))}
    return found | {at: "CR LF" for at in found if text.startswith("\r\n", at)}


def _hidden(letter: str) -> str:
    """What a character is called that a page would not show, or obey; `""` for one that is seen, or is a blank."""
    if letter.isprintable() or letter in "\n\t" or unicodedata.category(letter) == "Zs":
        return ""
    return _NAMES.get(letter) or f"U+{ord(letter):04X}"
