"""What is different between two cables, by what they say."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise
from typing import Any, TypeGuard

import attrs

from cablegrammar import model as m
from cablegrammar.alignment import Alignment, in_order, rising
from cablegrammar.cable import ADDRESSEES, HEAD_FIELDS, WIRE, Cable
from cablegrammar.meanings import meaning_by_field
from cablegrammar.tree import shown
from cablegrammar.writer import write

#: Where a change stands, in the order of the telegram.
HEADER, HEAD, BODY, OTHER_COPY = PLACES = ("header", "head", "body", "other copy")

_HEADER = (*WIRE, m.Record)
_BODY = (m.Text, m.Heading, m.Paragraph, m.Signature, m.Trailer, m.Validation, m.EndOfMessage)
#: Values of running text, of which a cable has many: one is another one changed if their words are alike.
_RUNNING = (m.Paragraph, m.Text, m.Heading, m.Passing, m.Trailer, m.PublisherLine, m.Drafting, m.Unparsed)

#: Attributes that are lists of items, each of which can come, go or change; what one item is called. Other tuples are one part.
_ITEMS = {
    "tags": "tag",
    "names": "caption",
    "items": "reference",
    "reasons": "reason",
    "indicators": "indicator",
    "operating_signals": "operating signal",
    "offices": "office",
}
#: Items that need not say what they are part of.
_WELL_KNOWN = ("tag", "caption", "reference")

#: How much of a text a line shows: words around a change, words and characters of the change itself, places of change.
_CONTEXT = 3
_MOST_WORDS = 12
_MOST_CHARACTERS = 80
_MOST_HUNKS = 3


@attrs.frozen
class Change:
    """One thing that is different between two cables.

    `kind` is `added`, `removed`, `changed` or `moved`; `part`, what it is, by the names of the model: `info addressee`, `tag`, `subject`,
    `paragraph 3`, `paragraph 3 marking`; `before` and `after`, its value or the part of the value, `None` where it is absent. What stands
    elsewhere among the same neighbours is `moved`, with `before` and `after` saying behind what it stands. `place` is `header`, `head`,
    `body` or `other copy`.

    `str()` is the change on one line, in which long texts are cut.

    >>> str(Change("changed", "station serial", "2184", "2185", "header"))
    'changed station serial: 2184 -> 2185'
    """

    kind: str
    part: str
    before: Any = None
    after: Any = None
    place: str = BODY

    def __str__(self) -> str:
        return shown(f"{self.kind} {self.part}{self._values()}")

    def _values(self) -> str:
        before, after = self.before, self.after
        if isinstance(before, ADDRESSEES) and isinstance(after, ADDRESSEES):
            return f" from {before.start_rule} to {after.start_rule}"
        if self.kind in ("added", "removed"):
            value = _inline(after if self.kind == "added" else before)
            is_item = self.part.endswith((*_ITEMS.values(), "addressee"))
            return f"{'' if is_item or not value else ':'} {value}".rstrip()
        return f": {before} -> {after}" if self.kind == "moved" else f": {_from_to(before, after)}"


def diff(a: Cable, b: Cable) -> tuple[Change, ...]:
    r"""What is different between `a` and `b`, in the order of the telegram; `()` exactly if both have the same `meaning`.

    The layout is no difference. Addressees are recognised by their designators, tags by their codes, references by what they cite, paragraphs
    by their text and number: a paragraph put in between is one that was added, and numbers that changed. What has a partner is named as
    in `a`. Exchanging `a` and `b` exchanges `added` and `removed`, `before` and `after`.

    >>> import cablegrammar as cg
    >>> text = "UNCLAS LIMA 000017\nTAGS: PREL PE\nSUBJECT: RICE\n\n1. (C) A poor harvest.\n\n2. (U) Post agrees.\n"
    >>> new = text.replace("PREL ", "").replace("poor", "rich").replace("(U)", "(SBU)")
    >>> print(*cg.diff(cg.parse(text), cg.parse(new)), sep="\n")
    removed tag PREL
    changed paragraph 1 text: "A poor harvest." -> "A rich harvest."
    changed paragraph 2 marking: (U) -> (SBU)
    """
    one, other = _said(a), _said(b)
    pairs, moved = _aligned(one, other)
    partners, taken = dict(pairs), {j for _, j in pairs}
    # what is gone stands behind what it stood behind
    found: list[tuple[int, int, int, Change]] = []
    at = -1
    for i, was in enumerate(one):
        if i in partners:
            at = partners[i]
        else:
            found.append((PLACES.index(was.place), at, 1, Change("removed", was.name, was.value, None, was.place)))
    for j, new in enumerate(other):
        if j not in taken:
            found.append((PLACES.index(new.place), j, 0, Change("added", new.name, None, new.value, new.place)))
    for i, j in pairs:
        was, new = one[i], other[j]
        if (i, j) in moved:
            said = (f"behind {one[i - 1].title}" if i else "first", f"behind {other[j - 1].title}" if j else "first")
            found.append((PLACES.index(new.place), j, 0, Change("moved", was.title, *said, new.place)))
        found += [(PLACES.index(new.place), j, 0, change) for change in _changes(was, new)]
    return tuple(change for *_, change in sorted(found, key=lambda one: one[:3]))


# ---- what is compared -------------------------------------------------------------------------------------------------------------


@attrs.frozen
class _Said:
    """One value of a cable's meaning: `value`, and the `place` of the telegram in which it stands."""

    value: m.Value
    place: str

    @property
    def name(self) -> str:
        """What it is, for the name of a part."""
        value, of = self.value, "other copy " if self.place == OTHER_COPY else ""
        if isinstance(value, ADDRESSEES):
            return f"{of}{value.start_rule} addressee"
        if isinstance(value, m.Paragraph):
            return f"{of}paragraph {value.number}"
        if isinstance(value, m.Unparsed):
            return f"{of}unparsed {'text' if value.construct == 'unknown' else value.construct.replace('_', ' ')}"
        if isinstance(value, m.Distribution | m.Drafting):
            return f"{of}{value.start_rule} {value.role if isinstance(value, m.Distribution) else value.label}"
        return of + ("unnumbered text" if isinstance(value, m.Text) else value.start_rule.replace("_", " "))

    @property
    def title(self) -> str:
        """What it is, told from others of its kind."""
        if isinstance(self.value, ADDRESSEES):
            return f"{self.name} {self.value.address.plad}"
        if isinstance(self.value, _RUNNING) and not isinstance(self.value, m.Paragraph):
            return f"{self.name} {_inline(self.value)}"
        return self.name

    @property
    def family(self) -> Hashable:
        """Values of one family can be one changed into the other."""
        value = self.value
        kind = (
            value.construct
            if isinstance(value, m.Unparsed)
            else value.role
            if isinstance(value, m.Distribution)
            else ""
        )
        kind = value.label if isinstance(value, m.Drafting) else kind
        cls = ADDRESSEES if isinstance(value, ADDRESSEES) else type(value)
        return self.place == OTHER_COPY, cls, kind


def _said(cable: Cable) -> list[_Said]:
    """The meaning of `cable`, value by value; what may stand anywhere belongs to the place of what it follows."""
    said: list[_Said] = []
    place = HEADER
    for index, value in meaning_by_field(cable.fields):
        cls = m.CONSTRUCTS.get(value.construct, m.Unparsed) if isinstance(value, m.Unparsed) else type(value)
        for classes, name in ((_HEADER, HEADER), (HEAD_FIELDS, HEAD), (_BODY, BODY)):
            place = name if issubclass(cls, classes) else place
        said.append(_Said(value, place if index in cable.primary else OTHER_COPY))
    return said


# ---- which is which ---------------------------------------------------------------------------------------------------------------


def _aligned(one: Sequence[_Said], other: Sequence[_Said]) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs, and which of them stand elsewhere than the others."""
    differing = next(((was, new) for was, new in zip(one, other, strict=False) if was.value != new.value), None)
    if repr(differing[1].value) < repr(differing[0].value) if differing else len(other) < len(one):
        # where it cannot be told which of two things was moved, it is the same one both ways round
        pairs, moved = _aligned(other, one)
        return sorted((i, j) for j, i in pairs), {(i, j) for j, i in moved}
    alignment = Alignment(len(one), len(other))
    numbers: dict[Hashable, int] = {}
    alignment.exact(*(_numbered([(said.family, said.value) for said in side], numbers) for side in (one, other)))
    for key in (_as_it_is, _same_address, _same_role, _same_designator, _same_text):
        alignment.by_turns(list(map(key, one)), list(map(key, other)))
    features = [
        [_features(said) if i in left else frozenset() for i, said in enumerate(side)]
        for side, left in ((one, set(alignment.only_a)), (other, set(alignment.only_b)))
    ]
    alignment.by_likeness(*features)
    alignment.by_turns(list(map(_same_number, one)), list(map(_same_number, other)))
    alignment.by_place(list(map(_same_family, one)), list(map(_same_family, other)))
    alignment.by_turns(list(map(_same_line, one)), list(map(_same_line, other)))
    announced = {(i, j) for i, j in alignment.pairs if type(one[i].value) is not type(other[j].value)}
    return alignment.pairs, alignment.moved(without=announced)


def _numbered(keys: Sequence[Hashable], numbers: dict[Hashable, int]) -> list[int]:
    """A number for each key, the same for equal ones: long texts are hashed once."""
    return [numbers.setdefault(key, len(numbers)) for key in keys]


def _as_it_is(said: _Said) -> Hashable:
    return said.family, said.value


def _same_address(said: _Said) -> Hashable:
    return (said.family, said.value.address) if isinstance(said.value, ADDRESSEES) else None


def _same_role(said: _Said) -> Hashable:
    value = said.value
    return (said.family, type(value), value.address.plad) if isinstance(value, ADDRESSEES) else None


def _same_designator(said: _Said) -> Hashable:
    return (said.family, said.value.address.plad) if isinstance(said.value, ADDRESSEES) else None


def _same_text(said: _Said) -> Hashable:
    return (said.family, said.value.blocks) if isinstance(said.value, m.Paragraph | m.Text) else None


def _same_number(said: _Said) -> Hashable:
    return (said.family, said.value.number) if isinstance(said.value, m.Paragraph) else None


def _same_family(said: _Said) -> Hashable:
    return None if isinstance(said.value, (*ADDRESSEES, m.Paragraph)) else said.family


def _same_line(said: _Said) -> Hashable:
    return None if isinstance(said.value, (*ADDRESSEES, *_RUNNING)) else said.family


def _features(said: _Said) -> frozenset[Hashable]:
    """What running text is recognised by: its words, two by two."""
    if not isinstance(said.value, _RUNNING):
        return frozenset()
    words = ["", *said.value.text.split(), ""]
    return frozenset((said.family, *two) for two in pairwise(words))


# ---- the parts of a value ---------------------------------------------------------------------------------------------------------


def _changes(was: _Said, new: _Said) -> Iterator[Change]:
    """What is different between two values that are one and the same field."""
    before, after = was.value, new.value
    name = was.name
    if isinstance(before, ADDRESSEES) and isinstance(after, ADDRESSEES):
        name = was.title
        if type(before) is not type(after):
            copy = "other copy " if was.place == OTHER_COPY else ""
            name = f"{copy}addressee {before.address.plad}"
            yield Change("moved", name, before, after, new.place)
        before, after = before.address, after.address
    yield from _parts(name, before, after, new.place)


def _parts(name: str, before: m.Value, after: m.Value, place: str) -> Iterator[Change]:
    for attribute in attrs.fields(type(before)):
        x, y = getattr(before, attribute.name), getattr(after, attribute.name)
        if x == y:
            continue
        if attribute.name in _ITEMS and _is_tuple(x) and _is_tuple(y):
            yield from _items(name, _ITEMS[attribute.name], x, y, place)
        elif attribute.name == "blocks":
            yield from _blocks(name, before, after, place)
        elif attribute.name == "text":
            # the name of the field says it already; an empty text is one nevertheless
            yield Change("changed", name, x, y, place)
            if isinstance(before, m.Unparsed):
                return  # what was expected follows from the text
        else:
            yield _change(f"{name} {attribute.name.replace('_', ' ')}", x, y, place)


def _change(part: str, before: Any, after: Any, place: str) -> Change:
    before, after = (None if side is None or side in ("", ()) else side for side in (before, after))
    kind = "added" if before is None else "removed" if after is None else "changed"
    return Change(kind, part, before, after, place)


def _items(name: str, noun: str, before: Sequence[Any], after: Sequence[Any], place: str) -> Iterator[Change]:
    """Items that came, went or changed; then their order."""
    part = noun if noun in _WELL_KNOWN else f"{name} {noun}"
    part = f"other copy {noun}" if noun in _WELL_KNOWN and place == OTHER_COPY else part
    alignment = Alignment(len(before), len(after))
    alignment.exact(before, after)
    for key in (_itself, _cited, _identity, _letter):
        alignment.by_turns(list(map(key, before)), list(map(key, after)))
    for i in alignment.only_a:
        yield Change("removed", part, before[i], None, place)
    for j in alignment.only_b:
        yield Change("added", part, None, after[j], place)
    for i, j in alignment.pairs:
        x, y = before[i], after[j]
        if x != y:
            yield from _parts(f"{part} {_known_as(x, y)}", x, y, place)
    if len(rising(alignment.pairs)) < len(alignment.pairs):
        yield Change("changed", f"{name} order", before, after, place)


def _itself(item: Hashable) -> Hashable:
    return item


def _cited(item: Any) -> Hashable:
    if not isinstance(item, m.Reference):
        return None
    return tuple(getattr(item, attribute.name) for attribute in attrs.fields(m.Reference) if attribute.name != "letter")


def _identity(item: Any) -> str | tuple[str, ...] | None:
    """What an item is known by, whatever else it says."""
    if isinstance(item, m.Tag):
        return item.code
    if isinstance(item, m.OfficeCopies):
        return item.office
    return (item.post, item.number, item.text) if isinstance(item, m.Reference) else None


def _letter(item: Any) -> Hashable:
    return (item.letter or None) if isinstance(item, m.Reference) else None


def _known_as(before: Any, after: Any) -> str:
    if isinstance(before, m.Reference):
        same_letter = before.letter and before.letter == after.letter
        return before.letter if same_letter else f"{before.post} {before.number}".strip() or _cut(before.text)
    return str(_identity(before))


def _blocks(name: str, before: m.Value, after: m.Value, place: str) -> Iterator[Change]:
    """The words of a text, and how the words that stayed are laid out."""
    if not isinstance(before, m.Paragraph | m.Text) or not isinstance(after, m.Paragraph | m.Text):
        return
    one, other = _laid_out_words(before.blocks), _laid_out_words(after.blocks)
    words, others = ([word for word, _, _ in side] for side in (one, other))
    if words != others:
        part = f"{name} text" if isinstance(before, m.Paragraph) else name
        yield Change("changed", part, before.text, after.text, place)
        if _laid_out_otherwise(one, other, in_order(words, others)) is None:
            return
    yield Change("changed", f"{name} layout", before.blocks, after.blocks, place)


def _laid_out_words(blocks: Sequence[m.Block]) -> list[tuple[str, str, str]]:
    """Each word with what stands before it, and whether it is in prose."""
    found: list[tuple[str, str, str]] = []
    before = ""
    for block in blocks:
        kind = type(block).__name__
        for line in block.lines if isinstance(block, m.LaidOut) else (block.text,):
            rest = line
            for word in line.split():
                blanks, _, rest = rest.partition(word)
                found.append((word, before + blanks, kind))
                before = ""
            before += rest + "\n"
        before += "\n"
    return found


def _laid_out_otherwise(
    one: Sequence[tuple[str, str, str]], other: Sequence[tuple[str, str, str]], pairs: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """The first words that are followed by the same word in both texts, but in another way; `None` where there are none."""
    for (p, q), (i, j) in pairwise(pairs):
        if (p + 1, q + 1) == (i, j) and one[i][1:] != other[j][1:]:
            return p, q
    return None


# ---- in words ---------------------------------------------------------------------------------------------------------------------


def _from_to(before: Any, after: Any) -> str:
    if _is_blocks(before) or _is_blocks(after):
        return _layouts(before, after)
    if isinstance(before, str) and isinstance(after, str) and any(map(_is_text, (before, after))):
        return _hunks(before, after)
    return f"{_inline(before)} -> {_inline(after)}"


def _is_text(text: str) -> bool:
    return len(text.split()) != 1 or not text.isprintable()


def _is_blocks(part: Any) -> TypeGuard[tuple[m.Block, ...]]:
    return _is_tuple(part) and any(isinstance(block, m.Prose | m.LaidOut) for block in part)


def _layouts(before: Sequence[m.Block], after: Sequence[m.Block]) -> str:
    """Where the same words are laid out otherwise: ` / ` between lines, ` // ` between blocks."""
    one, other = _laid_out_words(before), _laid_out_words(after)
    pairs = in_order([word for word, _, _ in one], [word for word, _, _ in other])
    p, q = _laid_out_otherwise(one, other, pairs) or (0, 0)
    said = [_slashed(one, p), _slashed(other, q)]
    if said[0] == said[1]:
        # one line alone, or lines that differ in nothing but in being kept
        said = [f"{text} ({' and '.join(_kinds(blocks))})" for text, blocks in zip(said, (before, after), strict=True)]
    return " -> ".join(said)


def _kinds(blocks: Sequence[m.Block]) -> list[str]:
    return ["laid out" if isinstance(block, m.LaidOut) else "prose" for block in blocks]


def _slashed(words: Sequence[tuple[str, str, str]], start: int) -> str:
    """Some words from `start` on, with the blanks between them."""
    some = words[start : start + 2 * _MOST_WORDS]
    text = "".join(before + word for word, before, _ in some)[len(some[0][1]) if some else 0 :]
    text = text.replace("\n\n", " // ").replace("\n", " / ")
    return _quoted(f"{'... ' if start else ''}{_cut(text)}")


def _hunks(before: str, after: str) -> str:
    """Where two texts differ, each time with a few words around."""
    one, other = before.split(), after.split()
    if one == other:
        return " -> ".join(_quoted(_cut(text)) for text in _differing(before, after))
    ends = [(-1, -1), *in_order(one, other), (len(one), len(other))]
    gaps = [[p + 1, i, q + 1, j] for (p, q), (i, j) in pairwise(ends) if (p + 1, q + 1) != (i, j)]
    hunks = gaps[:1]
    for gap in gaps[1:]:
        if gap[0] - hunks[-1][1] <= 2 * _CONTEXT:
            hunks[-1][1], hunks[-1][3] = gap[1], gap[3]
        else:
            hunks.append(gap)
    said = [f"{_around(one, p, i)} -> {_around(other, q, j)}" for p, i, q, j in hunks[:_MOST_HUNKS]]
    more = len(hunks) - _MOST_HUNKS
    return "; ".join(said) + (f"; and {more} more place{'s' * (more > 1)}" if more > 0 else "")


def _around(words: Sequence[str], start: int, end: int) -> str:
    """The words from `start` to `end` with some around, in quotes."""
    first, last = max(0, start - _CONTEXT), min(len(words), end + _CONTEXT)
    within = list(words[start:end])
    if len(within) > _MOST_WORDS:
        within = [*within[: _MOST_WORDS // 2], "...", *within[-_MOST_WORDS // 2 :]]
    shown_words = (
        ["..."] * (first > 0) + [*words[first:start], *within, *words[end:last]] + ["..."] * (last < len(words))
    )
    return _quoted(" ".join(shown_words))


def _differing(before: str, after: str) -> tuple[str, str]:
    """Two texts from a little before the first character that differs."""
    same = next(
        (at for at, (x, y) in enumerate(zip(before, after, strict=False)) if x != y), min(len(before), len(after))
    )
    start = max(0, same - _MOST_CHARACTERS // 3)
    lead = "..." if start else ""
    return lead + before[start:], lead + after[start:]


def _quoted(text: str) -> str:
    return f'"{text}"'


def _cut(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 3].rstrip()}..."


def _inline(part: Any) -> str:
    """A value or a part of one on one line."""
    if part is None:
        return "nothing"
    if isinstance(part, bool):
        return "yes" if part else "no"
    if isinstance(part, str):
        return _quoted(_cut(part)) if _is_text(part) else _cut(part)
    if _is_tuple(part):
        return _cut(", ".join(map(_inline, part))) or "nothing"
    return _shown(part) if isinstance(part, m.Value) else str(part)


def _shown(value: m.Value) -> str:
    """A value on one line: the words that make it up, or its canonical text."""
    if isinstance(value, ADDRESSEES):
        return _addressee(value.address)
    if isinstance(value, m.Paragraph | m.Text):
        marking = f"{write(value.marking)} " if value.marking else ""
        return f"{marking}{_quoted(_cut(' '.join(value.text.split())))}"
    if isinstance(value, m.Captions | m.Tags | m.References):
        (items, *_) = (getattr(value, attribute.name) for attribute in attrs.fields(type(value)))
        return _cut((", " if not isinstance(value, m.References) else "; ").join(map(_item, items)))
    if isinstance(value, m.Tag | m.Reference | m.OfficeCopies | m.Reason):
        return _cut(_item(value))
    if isinstance(value, m.Section):
        return f"{'FINAL ' * value.final}{value.number} of {value.total}"
    if isinstance(value, (*_RUNNING, m.Subject)):
        return _quoted(_cut(value.text))
    return "" if not attrs.fields(type(value)) else _cut(" ".join(write(value).split()))


def _addressee(address: m.Address) -> str:
    indicator = f" ({address.routing_indicator})" if address.routing_indicator else ""
    offices = f" //{'/'.join(address.offices)}//" if address.offices else ""
    more = [str(address.precedence)] if address.precedence else []
    more += ["-".join(address.numbers)] if address.numbers else []
    more += ["delivered by other means"] if address.delivered else []
    return ", ".join([f"{address.plad}{offices}{indicator}", *more])


def _item(item: Any) -> str:
    if isinstance(item, m.Reference):
        return f"{f'{item.letter}. ' if item.letter else ''}{item.citation}".strip()
    if isinstance(item, m.OfficeCopies):
        return f"{item.office}-{item.copies:02}"
    return write(item) if isinstance(item, m.Tag) else str(item)


def _is_tuple(part: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(part, tuple)
