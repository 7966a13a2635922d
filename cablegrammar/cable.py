"""The cable: its fields in order, and properties that find the values among them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TypeVar

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.diagnostics import Diagnostic, syntax

V = TypeVar("V", bound=m.Value)

#: Values of the header; the other values belong to the text.
WIRE = (
    m.TransmissionId,
    m.Routing,
    m.JanapHeader,
    m.Station,
    m.Security,
    m.DateTimeLine,
    m.Originator,
    m.Action,
    m.Info,
    m.Exempted,
    m.GroupCount,
    m.Distribution,
    m.Drafting,
    m.MessageCentreLine,
    m.PartialExtract,
)


#: Values that do not tell that the header is over.
_WITHIN_HEADER = (*WIRE, m.Record, m.Blank, m.Unparsed, m.Separation, m.Banner, m.PageLine)

#: Values that a page line may cut: they hold it as `page_lines`.
CUT_BY_PAGES = (m.Heading, m.Paragraph, m.References, m.Subject, m.Text)


@attrs.frozen
class Cable:
    r"""A cable, or any text: a sequence of fields, whose texts joined are the text (guarantee G2).

    Cables compare by the values of their fields. The properties give the values of the primary copy: some records hold the head twice, or
    a preview before the whole text; the last copy with a classification line and a first paragraph is primary. Where it has no header, no
    subject or no references, those of another copy are given. A property is the value, `None` or `()` when the cable has none.

    >>> import cablegrammar as cg
    >>> cable = cg.parse("UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: PREL, PE\nSUBJECT: VISIT\n\n1. Post agrees.\n")
    >>> cable.subject.text, [tag.code for tag in cable.tags.tags], cable.paragraphs[0].text
    ('VISIT', ['PREL', 'PE'], 'Post agrees.')
    """

    fields: tuple[m.Field, ...]
    #: What formatting had to say, beside what reading says.
    notes: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False, repr=False)

    @classmethod
    def of(cls, *values: m.Value) -> Cable:
        r"""The cable of `values` in this order, in canonical form.

        Raises `ValueError` naming the first value that would be read otherwise between its neighbours (guarantee G10).

        >>> import cablegrammar as cg
        >>> line = cg.ClassificationLine(cg.Level.UNCLASSIFIED, cg.MessageNumber("LIMA", "000017"))
        >>> cg.unparse(cg.Cable.of(line, cg.Subject("VISIT"), cg.Paragraph(1, blocks=(cg.Prose("Post agrees."),))))
        'UNCLAS LIMA 000017\n\nSUBJECT: VISIT\n\n1. Post agrees.\n'
        >>> cg.Cable.of(cg.Subject("VISIT"), cg.Signature("SMITH"), cg.Tags(()))
        Traceback (most recent call last):
        ...
        ValueError: value 2, Signature(name='SMITH'), would be read otherwise here: ...
        """
        from cablegrammar.canonical import read_back  # writing knows the cable

        cable, wrong = read_back(values)
        if wrong is not None:
            value = values[wrong] if wrong < len(values) else None
            again = cable.fields[wrong].value if wrong < len(cable.fields) else None
            raise ValueError(f"value {wrong + 1}, {value!r}, would be read otherwise here: as {again!r}")
        return cable

    def replace(self, **changes: m.Value | str | None) -> Cable:
        r"""This cable with the fields named in `changes` replaced by values, `None` to take one away (guarantee G8).

        Only those fields are written anew; an absent one is put in its place in the order, in canonical form. `subject` and `signature` take
        text too. Raises `ValueError` for a field that does not exist, for a value of another class, and where the text would be read otherwise.

        >>> import cablegrammar as cg
        >>> cg.unparse(cg.parse("UNCLAS LIMA 000017 \nSUBJECT:  OLD \n").replace(subject="NEW"))
        'UNCLAS LIMA 000017 \nSUBJECT: NEW \n'
        """
        from cablegrammar.edit import replace  # editing knows the cable

        return replace(self, **changes)

    # ---- structure ------------------------------------------------------------------------------------------------------------

    @cached_property
    def copies(self) -> tuple[range, ...]:
        """The copies of the telegram, as ranges of field indices; the record and what stands before the first copy go with it."""
        starts = [0]
        begun = behind_header = has_line = False
        for index, field in enumerate(self.fields):
            value = field.value
            first = isinstance(value, m.ClassificationLine) and (value.section is None or value.section.number == 1)
            header_again = isinstance(value, WIRE) and behind_header
            if header_again or (first and has_line):
                starts.append(index)
                begun = behind_header = has_line = False
            has_line = has_line or first
            begun = begun or has_line or isinstance(value, WIRE)
            preface = isinstance(value, _WITHIN_HEADER) or (not begun and isinstance(value, m.Text))
            behind_header = behind_header or not preface
        return tuple(range(start, end) for start, end in zip(starts, [*starts[1:], len(self.fields)], strict=True))

    @cached_property
    def primary(self) -> range:
        """The primary copy: the last one with a classification line and a first paragraph; where all are cut off, the last with that line
        and a subject, else with that line, else the first.
        """
        with_line = [copy for copy in self.copies if self._holds(copy, m.ClassificationLine)]
        whole = [copy for copy in with_line if self._holds(copy, m.Paragraph)]
        with_subject = [copy for copy in with_line if self._holds(copy, m.Subject)]
        return (whole or with_subject or with_line or list(self.copies[:1]))[-1]

    def _holds(self, copy: range, cls: type[m.Value]) -> bool:
        return any(isinstance(self.fields[index].value, cls) for index in copy)

    def _values(self, cls: type[V]) -> Iterator[V]:
        found = False
        for index in self.primary:
            value = self.fields[index].value
            if isinstance(value, cls):
                found = True
                yield value
        if not found and issubclass(cls, (*WIRE, m.Record, m.Subject, m.References)):
            # a second copy of the text alone has the header of the first, and some lost what followed the TAGS
            for copy in self.copies:
                if copy != self.primary:
                    yield from (
                        field.value for field in self.fields[copy.start : copy.stop] if isinstance(field.value, cls)
                    )

    def _first(self, cls: type[V]) -> V | None:
        return next(self._values(cls), None)

    # ---- what reading has to say ----------------------------------------------------------------------------------------------

    @cached_property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What reading and formatting have to say, by position."""
        return tuple(sorted([*syntax(self.fields), *self.notes], key=lambda diagnostic: diagnostic.span))

    @property
    def unparsed(self) -> tuple[m.Unparsed, ...]:
        """What was not understood, of all copies."""
        return tuple(field.value for field in self.fields if isinstance(field.value, m.Unparsed))

    @property
    def container(self) -> str:
        """How the cable is kept: `record` (publisher's lines first), `message` (format lines with BT), `header` (format lines, then the
        text), `text` (from the classification line on) or `fragment`.
        """
        if self.record is not None:
            return "record"
        if any(isinstance(field.value, m.Separation) for field in self.fields):
            return "message"
        if any(isinstance(field.value, WIRE) for field in self.fields):
            return "header"
        return "text" if self.classification_line is not None else "fragment"

    # ---- the record and the header --------------------------------------------------------------------------------------------

    @property
    def record(self) -> m.Record | None:
        """The publisher's record: id, subject, created, classification, origin."""
        return self._first(m.Record)

    @property
    def transmission_id(self) -> m.TransmissionId | None:
        """FL1."""
        return self._first(m.TransmissionId)

    @property
    def routing(self) -> m.Routing | None:
        """FL2."""
        return self._first(m.Routing)

    @property
    def station(self) -> m.Station | None:
        """FL3."""
        return self._first(m.Station)

    @property
    def security(self) -> m.Security | None:
        """FL4."""
        return self._first(m.Security)

    @property
    def date_time_line(self) -> m.DateTimeLine | None:
        """FL5 as a whole."""
        return self._first(m.DateTimeLine)

    @property
    def operating_signals(self) -> tuple[str, ...]:
        """The operating signals of FL4 and FL5."""
        lines = (self.security, self.date_time_line)
        return tuple(signal for line in lines if line is not None for signal in line.operating_signals)

    @property
    def precedence(self) -> m.Precedence | None:
        """The highest precedence of FL5, or of FL2 without FL5."""
        if self.date_time_line is not None and self.date_time_line.precedences:
            return max(self.date_time_line.precedences)
        return self.routing.precedence if self.routing is not None else None

    @property
    def date_time_group(self) -> m.DateTimeGroup | None:
        """The date-time group of FL5; `.datetime` is aware."""
        return self.date_time_line.date_time_group if self.date_time_line is not None else None

    @property
    def originator(self) -> m.Originator | None:
        """FL6."""
        return self._first(m.Originator)

    @property
    def action(self) -> tuple[m.Address, ...]:
        """FL7: the addressees that are to act."""
        return tuple(value.address for value in self._values(m.Action))

    @property
    def info(self) -> tuple[m.Address, ...]:
        """FL8: the addressees for information."""
        return tuple(value.address for value in self._values(m.Info))

    @property
    def exempted(self) -> tuple[m.Address, ...]:
        """FL9: members of a collective that are not addressed."""
        return tuple(value.address for value in self._values(m.Exempted))

    @property
    def group_count(self) -> m.GroupCount | None:
        """FL10."""
        return self._first(m.GroupCount)

    @property
    def distribution(self) -> tuple[m.Distribution, ...]:
        """The Department's distribution list: ORIGIN or ACTION, and INFO."""
        return tuple(self._values(m.Distribution))

    @property
    def drafting(self) -> tuple[m.Drafting, ...]:
        """Who drafted, approved and cleared."""
        return tuple(self._values(m.Drafting))

    # ---- the head -------------------------------------------------------------------------------------------------------------

    @property
    def classification_line(self) -> m.ClassificationLine | None:
        """The first line of the text as a whole."""
        return self._first(m.ClassificationLine)

    @property
    def classification(self) -> m.Level | None:
        """The level on the classification line."""
        return self.classification_line.level if self.classification_line is not None else None

    @property
    def section(self) -> m.Section | None:
        """SECTION nn OF nn."""
        return self.classification_line.section if self.classification_line is not None else None

    @property
    def message_number(self) -> m.MessageNumber | None:
        """Post and number."""
        return self.classification_line.message_number if self.classification_line is not None else None

    @property
    def reference_id(self) -> str:
        """The id that other cables refer to, `09ISLAMABAD2184`: year, post and number; that of the record, as `canonical_id` spells it,
        where the text lacks one of them, `""` without a record.
        """
        if self.message_number is not None and self.year is not None:
            return self.message_number.canonical_id(self.year)
        value = on_demand(self.record.id, m.CableId.start_rule) if self.record is not None else None
        return str(value) if isinstance(value, m.CableId) else self.record.id if self.record is not None else ""

    @property
    def year(self) -> int | None:
        """The year of the telegram: that of the date-time group, else that of the record."""
        if self.date_time_group is not None:
            return self.date_time_group.year
        return self.record.created.year if self.record is not None else None

    @property
    def captions(self) -> tuple[str, ...]:
        """The captions, each as often as it stands there."""
        return tuple(name for value in self._values(m.Captions) for name in value.names)

    @property
    def passing(self) -> tuple[m.Passing, ...]:
        """Attention lines and passing instructions."""
        return tuple(self._values(m.Passing))

    @property
    def executive_order(self) -> m.ExecutiveOrder | None:
        """The E.O. line."""
        return self._first(m.ExecutiveOrder)

    @property
    def tags(self) -> m.Tags | None:
        """The TAGS line."""
        return self._first(m.Tags)

    @property
    def subject(self) -> m.Subject | None:
        """The SUBJECT line."""
        return self._first(m.Subject)

    @property
    def references(self) -> tuple[m.Reference, ...]:
        """The items of all REF lines."""
        return tuple(item for value in self._values(m.References) for item in value.items)

    @property
    def cited_ids(self) -> tuple[str, ...]:
        """The ids of the cables on the REF lines, as `reference_id` spells them, in the order of `references`; what has no id is left out.

        `Reference.ids` says which reference has which, and what is done about a year that is left out.
        """
        return tuple(one for reference in self.references for one in reference.ids(self.year))

    @property
    def classified_by(self) -> m.ClassifiedBy | None:
        """Who classified it and why; some telegrams say it in a numbered paragraph, of which it is then read."""
        found = self._first(m.ClassifiedBy)
        if found is None and self.paragraphs:
            value = on_demand(self.paragraphs[0].text, m.ClassifiedBy.start_rule)
            found = value if isinstance(value, m.ClassifiedBy) and value.reasons else None
        return found

    # ---- the body -------------------------------------------------------------------------------------------------------------

    @property
    def paragraphs(self) -> tuple[m.Paragraph, ...]:
        """The numbered paragraphs."""
        return tuple(self._values(m.Paragraph))

    @property
    def headings(self) -> tuple[m.Heading, ...]:
        """The headings."""
        return tuple(self._values(m.Heading))

    @property
    def page_lines(self) -> tuple[m.PageLine, ...]:
        """All page lines, those inside paragraphs too."""
        return tuple(page_line for index in self.primary for page_line in page_lines_of(self.fields[index].value))

    @property
    def signature(self) -> m.Signature | None:
        """The signature; the last one where texts were put together."""
        return next(iter(reversed(list(self._values(m.Signature)))), None)

    @property
    def trailers(self) -> tuple[m.Trailer, ...]:
        """What stands behind the signature."""
        return tuple(self._values(m.Trailer))


def page_lines_of(value: m.Value) -> tuple[m.PageLine, ...]:
    """The page lines that a value is or holds."""
    if isinstance(value, m.PageLine):
        return (value,)
    return value.page_lines if isinstance(value, CUT_BY_PAGES) else ()
