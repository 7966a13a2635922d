"""Canonical form: fields regenerated from their values, and never at the price of their meaning."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import attrs

from cablegrammar import model as m
from cablegrammar.cable import WIRE, Cable
from cablegrammar.diagnostics import Diagnostic, name_of
from cablegrammar.layout import line_ends_between
from cablegrammar.meanings import meaning, meaning_by_field
from cablegrammar.parsing import parse, unparse
from cablegrammar.writer import write
from cablegrammar.writer.address import write_address
from cablegrammar.writer.lines import WIDTH, wrapped_at

#: How often neighbours of a field that would be read otherwise are given their own text back before the whole text is.
_PATIENCE = 12


#: The widths at which wrapped lines are read as prose again: narrower ones are not told from a list, and longer ones were never wrapped.
WIDTHS = range(55, 81)


def format(text: str, *, width: int = WIDTH) -> str:
    """The canonical form of `text`, its prose wrapped at `width` columns; see `canonicalize`.

    >>> print(format("UNCLAS LIMA 000017 SIPDIS E.O. 12958: N/A TAGS: PREL PE SUBJECT: VISIT"), end="")
    UNCLAS LIMA 000017
    <BLANKLINE>
    SIPDIS
    <BLANKLINE>
    E.O. 12958: N/A
    TAGS: PREL, PE
    SUBJECT: VISIT
    """
    return unparse(canonicalize(parse(text), width=width))


def canonicalize(cable: Cable, *, width: int = WIDTH) -> Cable:
    """The cable with every text regenerated from its value; docs/canonical-form.md says how each looks.

    Lines are wrapped at `width` columns, 55 (5 FAH-1 H-246.1) to 80: canonical form has 69; raises `ValueError` for another width.

    The meaning stays (G4), and canonical text is canonical again (G5). `Unparsed` and copies that are not primary keep their text. Where
    a regenerated field would be read otherwise, its neighbourhood keeps its text, at last the whole text does, with diagnostic CG003 in
    `notes`; beside the width nothing makes it raise. A text without a classification line is no State telegram and stays as it is.
    """
    if width not in WIDTHS:
        raise ValueError(f"width: expected {WIDTHS[0]} to {WIDTHS[-1]} columns, got {width!r}")
    with wrapped_at(width):
        return _canonicalized(cable)


def _canonicalized(cable: Cable) -> Cable:
    if not any(isinstance(field.value, m.ClassificationLine) for field in cable.fields):
        return cable
    meant = meaning(cable)
    now = cable
    for _ in range(3):
        pieces, notes = _regenerate(now)
        text = "".join(pieces)
        again = parse(text)
        if meaning(again) != meant:
            break
        if text == unparse(now) or "".join(_regenerate(again)[0]) == text:
            return attrs.evolve(again, notes=notes)
        now = again
    return attrs.evolve(cable, notes=_notes([(field, field.text) for field in cable.fields], range(len(cable.fields))))


def _notes(written: Sequence[tuple[m.Field, str]], left: Collection[int]) -> tuple[Diagnostic, ...]:
    """A note for each field that had to keep its text, where it stands in the text written."""
    notes = []
    start = 0
    for index, (field, text) in enumerate(written):
        if index in left:
            message = f"left as it was ({name_of(field)}): written anew, it would be read otherwise"
            notes.append(Diagnostic("CG003", "hint", (start, start + len(text)), message))
        start += len(text)
    return tuple(notes)


def canonical_texts(cable: Cable) -> tuple[str, ...]:
    r"""The canonical text of each field of `cable`, with the line ends behind it; `""` where canonical text leaves the field out or joins it to
    the one before. They are the fields' own texts where `canonicalize` leaves the text as it is.

    >>> canonical_texts(parse("UNCLAS LIMA 000017\n\nTAGS: PREL PE\nSUBJECT:  RICE\n"))
    ('UNCLAS LIMA 000017\n\n', 'TAGS: PREL, PE\n', 'SUBJECT: RICE\n')
    """
    if unparse(canonicalize(cable)) == unparse(cable):
        return tuple(field.text for field in cable.fields)
    return tuple(_regenerate(cable)[0])


def _regenerate(cable: Cable) -> tuple[list[str], tuple[Diagnostic, ...]]:
    """Canonical text with the same meaning, a piece a field, and notes on the fields that kept their text because they had to."""
    meant = meaning_by_field(cable.fields)
    # the header and record of a preview are those of the whole cable, where that has none of its own
    shared = () if any(isinstance(cable.fields[index].value, WIRE) for index in cable.primary) else (*WIRE, m.Record)
    verbatim = {
        index
        for index, field in enumerate(cable.fields)
        if isinstance(field.value, m.Unparsed) or (index not in cable.primary and not isinstance(field.value, shared))
    }
    left: set[int] = set()
    for _ in range(_PATIENCE):
        pieces = _render(cable, dict(meant), verbatim | left)
        text = "".join(pieces)
        again = meaning_by_field(parse(text).fields)
        wrong = _first_difference([value for _, value in meant], [value for _, value in again])
        if wrong is None:
            return pieces, _notes(list(zip(cable.fields, pieces, strict=True)), left)
        around = {meant[near][0] for near in (wrong - 1, wrong, wrong + 1) if 0 <= near < len(meant)}
        if around <= verbatim | left:
            break
        left |= around - verbatim
    own = [field.text for field in cable.fields]
    return own, _notes([(field, field.text) for field in cable.fields], range(len(cable.fields)))


def _first_difference(one: Sequence[m.Value], other: Sequence[m.Value]) -> int | None:
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return None if len(one) == len(other) else min(len(one), len(other))


def write_values(values: Sequence[m.Value]) -> str:
    """The canonical text of `values` in this order, as the fields of one cable."""
    pieces: list[str] = []
    for place, value in enumerate(values):
        before = values[place - 1] if place else None
        after = values[place + 1] if place + 1 < len(values) else None
        pieces.append(_write_field(before, value, after))
    return "".join(pieces)


def read_back(values: Sequence[m.Value]) -> tuple[Cable, int | None]:
    """The cable of `values` in canonical form, and the index of the first value that is read otherwise there, `None` without one."""
    cable = parse(write_values(values))
    return cable, _first_difference(values, [field.value for field in cable.fields])


def _write_field(before: m.Value | None, value: m.Value, after: m.Value | None) -> str:
    """A field as it stands between its neighbours, with the line ends behind it."""
    return write_behind(before, value) + "\n" * line_ends_between(value, after)


def write_behind(before: m.Value | None, value: m.Value) -> str:
    """The canonical text of `value` behind another field: TO, INFO and XMT stand before the first addressee only. `Unparsed` keeps its own."""
    if isinstance(value, m.Unparsed):
        return value.text
    if isinstance(value, m.Action | m.Info | m.Exempted) and type(value) is type(before):
        return write_address(value.address)
    return write(value)


def _render(cable: Cable, meant: dict[int, m.Value], verbatim: Collection[int]) -> list[str]:
    """A text a field: `verbatim` fields as they are, the others written from their meaning, `""` where they have none."""
    newline = first_line_end(unparse(cable))
    texts = [""] * len(cable.fields)
    shown = [index for index in range(len(cable.fields)) if index in meant or index in verbatim]
    before: m.Value | None = None
    for index, following in zip(shown, [*shown[1:], None], strict=False):
        field = cable.fields[index]
        if index in verbatim:
            texts[index] = field.text
            before = field.value
            continue
        value = meant[index]
        after = None if following is None else meant.get(following, cable.fields[following].value)
        texts[index] = _write_field(before, value, after).replace("\n", newline)
        before = value
    return texts


def first_line_end(text: str) -> str:
    r"""The first line end of `text`, `\n` without one."""
    at = min((place for place in (text.find("\n"), text.find("\r")) if place >= 0), default=-1)
    if at < 0:
        return "\n"
    return "\r\n" if text.startswith("\r\n", at) else text[at]
