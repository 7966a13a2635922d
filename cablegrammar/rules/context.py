"""What a rule is given: the cable, its fields with their places, and how a fix is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, takewhile
from typing import Generic, TypeVar, cast

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import lead_in, on_demand
from cablegrammar.cable import Cable, Replacement
from cablegrammar.canonical import first_line_end, write_behind
from cablegrammar.diagnostics import UNSAFE, Diagnostic, Edit, Fix, LazyFix, Stretch, edited, syntax
from cablegrammar.document import Document
from cablegrammar.meanings import meaning
from cablegrammar.parsing import parse, unparse

V = TypeVar("V", bound=m.Value)
V_co = TypeVar("V_co", bound=m.Value, covariant=True)

#: A field whose words are prose.
Worded = m.Subject | m.Text | m.Paragraph


@attrs.frozen
class Placed(Generic[V_co]):
    """A field of a cable: its `value`, the `field` itself, its `index` among the fields, and the offset where it starts."""

    value: V_co
    field: m.Field
    index: int
    start: int

    @property
    def span(self) -> Stretch:
        """Where it stands, without the white space around it."""
        text = self.field.text
        words = text.strip()
        start = self.start + (len(text) - len(text.lstrip()) if words else 0)
        return (start, start + len(words))

    def part(self, *names: str, nth: int = 0) -> Stretch:
        """Where a part of it stands: the `nth` of those that the grammar calls by one of `names`, see `Field.spans`.

        A part may be missing, because one construct is spelled in several ways; then it is the whole field.

        >>> import cablegrammar as cg
        >>> line = Context(cg.parse("O R 101215Z SEP 09")).first(cg.DateTimeLine)
        >>> line.part("prosign", nth=1), line.part("weather")
        ((2, 3), (0, 18))
        """
        found = self.parts(*names)
        return found[nth] if nth < len(found) else self.span

    def parts(self, *names: str) -> tuple[Stretch, ...]:
        """Where all of those stand. The field is read again for it, once, however many rules ask.

        >>> import cablegrammar as cg
        >>> Context(cg.parse("O R 101215Z SEP 09")).first(cg.DateTimeLine).parts("prosign")
        ((0, 1), (2, 3))
        """
        found = self._by_names.get(names)
        if found is None:
            found = tuple((self.start + span.start, self.start + span.end) for span in self.spans if span.part in names)
            self._by_names[names] = found
        return found

    @cached_property
    def _by_names(self) -> dict[tuple[str, ...], tuple[Stretch, ...]]:
        """What `parts` found."""
        return {}

    @cached_property
    def spans(self) -> tuple[m.Span, ...]:
        """`Field.spans`, with offsets in the field's text."""
        return self.field.spans()


class Context:
    r"""A cable as rules see it. `all` and `first` give the fields of a class among those that the cable's properties read: of the primary copy.

    >>> import cablegrammar as cg
    >>> context = Context(cg.parse("UNCLAS LIMA 000017\nTAGS: PREL\nSUBJECT: RICE\n"))
    >>> context.first(cg.Subject).span, context.first(cg.Record)
    ((30, 43), None)
    """

    def __init__(
        self, cable: Cable, document: Document | None = None, options: Mapping[str, Mapping[str, int]] | None = None
    ) -> None:
        self.cable = cable
        #: the file's document, `None` for a cable without one
        self.document = document
        #: what settings say of the options of rules, by code and name; `Rule.option` reads it
        self.options = options or {}
        self._all: dict[type[m.Value], tuple[Placed[m.Value], ...]] = {}
        self._by_identity: dict[type[m.Value], Mapping[int, Placed[m.Value]]] = {}
        self._mentions: dict[int, tuple[m.Mention, ...]] = {}

    @cached_property
    def text(self) -> str:
        """The cable's text."""
        return unparse(self.cable)

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The offset of each field."""
        lengths = (len(field.text) for field in self.cable.fields)
        return tuple(accumulate(lengths, initial=0))[:-1]

    @cached_property
    def syntax(self) -> tuple[Diagnostic, ...]:
        """What reading had to say."""
        return tuple(syntax(self.cable.fields))

    def all(self, cls: type[V]) -> tuple[Placed[V], ...]:
        """The fields whose values are of `cls`, in the order of the text."""
        found = self._all.get(cls)
        if found is None:
            fields, starts = self.cable.fields, self.starts
            found = tuple(Placed(fields[at].value, fields[at], at, starts[at]) for at in self.cable.places(cls))
            self._all[cls] = found
        return cast("tuple[Placed[V], ...]", found)

    def first(self, cls: type[V]) -> Placed[V] | None:
        """The first of them, or `None`."""
        found = self.all(cls)
        return found[0] if found else None

    def field_of(self, value: V) -> Placed[V] | None:
        r"""The field that holds `value`, one that a property of the cable gave; `None` for a value that no field holds.

        >>> import cablegrammar as cg
        >>> context = Context(cg.parse("UNCLAS LIMA 000017\nTAGS: PREL\nSUBJECT: RICE\n"))
        >>> context.field_of(context.cable.tags).span
        (19, 29)
        """
        by_identity = self._by_identity.get(type(value))
        if by_identity is None:
            # the cable keeps its values alive, so none is another's namesake
            by_identity = {id(field.value): field for field in reversed(self.all(type(value)))}
            self._by_identity[type(value)] = by_identity
        return cast("Placed[V] | None", by_identity.get(id(value)))

    # ---- what the words say --------------------------------------------------------------------------------------------------

    @cached_property
    def body(self) -> tuple[Placed[m.Text | m.Paragraph], ...]:
        """The unnumbered and the numbered paragraphs, in the order of the text."""
        both: tuple[Placed[m.Text | m.Paragraph], ...] = (*self.all(m.Text), *self.all(m.Paragraph))
        return tuple(sorted(both, key=lambda one: one.index))

    def mentions(self, field: Placed[Worded]) -> tuple[m.Mention, ...]:
        r"""Where the words of a field name other telegrams; see `Paragraph.mentions`. They are read once, however many rules ask.

        >>> import cablegrammar as cg
        >>> context = Context(cg.parse("UNCLAS LIMA 000017\n\n1. See ref A.\n\n2. Poor.\n"))
        >>> [context.mentions(field) for field in context.body]
        [(Mention(kind='ref', letters=('A',), telegram=None),), ()]
        """
        if not self._has_sign(field, m.Mentions):
            return ()
        if field.index not in self._mentions:
            value = on_demand(field.value.text, m.Mentions.start_rule)
            self._mentions[field.index] = value.items if isinstance(value, m.Mentions) else ()
        return self._mentions[field.index]

    def kind(self, field: Placed[m.Text | m.Paragraph]) -> str:
        """What a paragraph says that it is, `""` where it does not; see `Paragraph.kind`."""
        return lead_in(field.value.text) if self._has_sign(field, m.LeadIn) else ""

    def block_marks(self, field: Placed[m.Text | m.Paragraph]) -> tuple[m.BlockMark, ...]:
        """The BEGIN and END lines of a paragraph; see `Paragraph.block_marks`."""
        return field.value.block_marks if self._has_sign(field, m.BlockMark) else ()

    def _has_sign(self, field: Placed[Worded], of: type[m.Value]) -> bool:
        """Whether it may hold one."""
        return of in self.cable.signs[field.index]

    # ---- fixes ----------------------------------------------------------------------------------------------------------------

    def rewrite(self, field: Placed[m.Value], message: str, grade: str = UNSAFE, **parts: object) -> LazyFix:
        """The fix that writes `field` anew with other `parts` of its value; the white space behind it stays. `None` where the value could not
        be read back (guarantee G10).
        """

        def make() -> Fix | None:
            try:
                value: m.Value = attrs.evolve(field.value, **parts)
            except ValueError:
                return None
            before = self.cable.fields[field.index - 1].value if field.index else None
            text = write_behind(before, value).replace("\n", first_line_end(self.text))
            return Fix((Edit(field.span, text),), grade, message)

        return LazyFix(make)

    def remove(self, field: Placed[m.Value], message: str, grade: str = UNSAFE) -> Fix:
        """The fix that takes `field` away, with the white space behind it."""
        return Fix((Edit((field.start, field.start + len(field.field.text)), ""),), grade, message)

    def replace(self, message: str, grade: str = UNSAFE, **changes: Replacement) -> LazyFix:
        """The fix that does what `Cable.replace` does with `changes`; `None` where that is not possible."""
        return LazyFix(lambda: self._replaced(message, grade, changes))

    def _replaced(self, message: str, grade: str, changes: dict[str, Replacement]) -> Fix | None:
        try:
            changed = self.cable.replace(**changes)
        except ValueError:
            return None
        old, new = ([field.text for field in cable.fields] for cable in (self.cable, changed))
        before = alike(old, new)
        behind = alike(old[before:][::-1], new[before:][::-1])
        start = sum(map(len, old[:before]))
        end = len(self.text) - sum(map(len, old[len(old) - behind :]))
        return Fix((Edit((start, end), "".join(new[before : len(new) - behind])),), grade, message)

    def keeps_meaning(self, edits: Iterable[Edit]) -> bool:
        """Whether the text with `edits` made, read again, says the same: whether a fix of them is safe."""
        return meaning(parse(edited(self.text, edits))) == meaning(self.cable)


def alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many items two sequences have in common from their beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
