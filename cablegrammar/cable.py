"""The cable: its fields in order, and properties that find the values among them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TypeVar, cast

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.diagnostics import Diagnostic, syntax
from cablegrammar.signs import signs_in

V = TypeVar("V", bound=m.Value)

#: What `Cable.compose` and `Cable.replace` take.
Addresses = Sequence[m.Address | str] | m.Address | str
Paragraphs = Sequence[m.Paragraph | m.Text | m.Heading | str] | m.Paragraph | m.Text | str

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


#: Values of the head, in the order of a telegram (state-telegram.md "Order of the text").
HEAD_FIELDS = (
    m.ClassificationLine,
    m.Captions,
    m.CorrectedCopy,
    m.Passing,
    m.ExecutiveOrder,
    m.Tags,
    m.Subject,
    m.References,
    m.ClassifiedBy,
)

#: Those of the header that are addressees.
ADDRESSEES = (m.Action, m.Info, m.Exempted)

#: Values that do not tell that the header is over.
_WITHIN_HEADER = frozenset((*WIRE, m.Record, m.Blank, m.Unparsed, m.Separation, m.Banner, m.PageLine))
_WIRE = frozenset(WIRE)

#: Values that a page line may cut: they hold it as `page_lines`.
CUT_BY_PAGES = (m.Heading, m.Paragraph, m.References, m.Subject, m.Text)

#: Values whose words are prose.
_WORDED = (m.Subject, m.Text, m.Paragraph)

#: Values that the properties take from another copy where the primary one has none.
_OF_ANY_COPY = (*WIRE, m.Record, m.Subject, m.References)

#: The indices of fields by the class of their values.
_Indices = dict[type[m.Value], list[int]]

Replacement = m.Value | m.Level | dt.datetime | str | Sequence[m.Value | str] | None


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

    @classmethod
    def compose(
        cls,
        *,
        message_number: m.MessageNumber | str,
        subject: m.Subject | str,
        paragraphs: Paragraphs,
        classification: m.Level | str = m.Level.UNCLASSIFIED,
        section: m.Section | None = None,
        captions: Sequence[str] | str = (),
        passing: Sequence[m.Passing | str] | m.Passing | str = (),
        executive_order: m.ExecutiveOrder | str | None = None,
        declassify: dt.date | str | None = None,
        tags: m.Tags | Sequence[m.Tag | str] | str = (),
        references: m.References | Sequence[m.Reference | str] | str = (),
        classified_by: m.ClassifiedBy | str | None = None,
        signature: m.Signature | str | None = None,
        date_time_group: m.DateTimeGroup | dt.datetime | str | None = None,
        precedence: Sequence[m.Precedence | str] | m.Precedence | str | None = None,
        originator: m.Originator | str | None = None,
        routing_indicator: str = "",
        action: Addresses = (),
        info: Addresses = (),
        exempted: Addresses = (),
        operating_signals: Sequence[str] | str = ("ZZH",),
        transmission_id: m.TransmissionId | str | None = None,
        routing: m.Routing | str | None = None,
        station: m.Station | str | None = None,
        security: m.Security | str | None = None,
        container: str = "",
    ) -> Cable:
        r"""A telegram from its parts, in canonical form, everything that follows from them filled in.

        Each part is a value or its text, whose label may be left out: `tags="PREL, PE"`. The names are those of the properties.

        The head (5 FAH-1 H-246): `message_number`, post and number, which is padded to six digits; `classification`, the level, or `UNCLAS
        EFTO`; `section`; `captions`; `passing`, attention and passing lines; `executive_order`, by default the order in force on the day,
        with N/A for what is unclassified, else with `declassify`: a date, a duration (`25 years` from the date-time group), an exemption or
        an event; `tags`; `subject`; `references`, a text for each, lettered if there are several; `classified_by` with its reasons.
        `paragraphs` may begin with their portion marking; several are numbered, a single one is not (H-246.2); blanks that all lines of
        one begin with are left out. `signature`, the surname.

        The header (5 FAH-2 H-320), if any part of it is given: `date_time_group`, also an aware `datetime`; `precedence`, one, or that for
        action and that for information, by default the highest of the addressees; `originator`; `routing_indicator` of the station that
        sends; `action`, `info` and `exempted` addressees. FL2 names the addressees' indicators, FL3 has the time of the date-time group and
        the serial number of the message number, FL4 the letters of the level and the `operating_signals`; `transmission_id`, `routing`,
        `station` and `security` are these lines as a whole. `container` is `message`, with FL11 to FL16, where there is a header;
        `header` leaves those out, `text` is all that there is without one.

        Raises `ValueError` for what is missing, all of it at once, for a part that is not what its name says, and for one that could not be
        read back (guarantee G10).

        >>> cable = Cable.compose(
        ...     message_number="LIMA 17", subject="RICE HARVEST", tags="EAGR, PE", paragraphs=["Summary: Poor.", "Post will report."]
        ... )
        >>> cable.message_number.number, [paragraph.number for paragraph in cable.paragraphs]
        ('000017', [1, 2])
        >>> Cable.compose(message_number="LIMA 17", subject="RICE", paragraphs="Poor.", originator="AMEMBASSY LIMA")
        Traceback (most recent call last):
        ...
        ValueError: compose: a header needs date_time_group, routing_indicator (that of the originating station), action or info
        """
        from cablegrammar.composing import compose  # composing knows the cable

        return compose(
            message_number=message_number,
            subject=subject,
            paragraphs=paragraphs,
            classification=classification,
            section=section,
            captions=captions,
            passing=passing,
            executive_order=executive_order,
            declassify=declassify,
            tags=tags,
            references=references,
            classified_by=classified_by,
            signature=signature,
            date_time_group=date_time_group,
            precedence=precedence,
            originator=originator,
            routing_indicator=routing_indicator,
            action=action,
            info=info,
            exempted=exempted,
            operating_signals=operating_signals,
            transmission_id=transmission_id,
            routing=routing,
            station=station,
            security=security,
            container=container,
        )

    def replace(self, **changes: Replacement) -> Cable:
        r"""This cable with the fields named in `changes` replaced by values, `None` to take one away (guarantee G8).

        A value may be given as its text, whose label may be left out. `action`, `info` and `exempted` take all addressees, `passing` all lines
        and `paragraphs` all paragraphs. `classification`, `section` and `message_number` change a part of the classification line,
        `date_time_group` one of FL5. Only what changes is written anew: an addressee that stays keeps its text; an absent field is put in its
        place in the order, in canonical form. Raises `ValueError` for a field that does not exist, for a value of another class, where the
        text would be read otherwise, and where a field is to go of which another copy of the telegram has one too, which would be read for it.

        >>> import cablegrammar as cg
        >>> cable = cg.parse("UNCLAS LIMA 000017 \nTAGS:  PREL PE \nSUBJECT:  OLD \n")
        >>> cg.unparse(cable.replace(subject="NEW", tags="PREL, EAGR"))
        'UNCLAS LIMA 000017 \nTAGS: PREL, EAGR \nSUBJECT: NEW \n'
        >>> cable.replace(weather="fair")
        Traceback (most recent call last):
        ...
        ValueError: replace: there is no field 'weather'; there are record, transmission_id, ...
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
            wire = type(value) in _WIRE
            header_again = wire and behind_header
            if header_again or (first and has_line):
                starts.append(index)
                begun = behind_header = has_line = False
            has_line = has_line or first
            begun = begun or has_line or wire
            preface = type(value) in _WITHIN_HEADER or (not begun and isinstance(value, m.Text))
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
        for index in self.places(cls):
            value = self.fields[index].value
            if isinstance(value, cls):
                yield value

    def places(self, cls: type[m.Value]) -> tuple[int, ...]:
        """The indices of the fields whose values the property for `cls` gives."""
        found = self._places.get(cls)
        if found is None:
            among, others = self._by_class
            found = _of_class(among, cls)
            if not found and issubclass(cls, _OF_ANY_COPY):
                # a second copy of the text alone has the header of the first, and some lost what followed the TAGS
                found = _of_class(others, cls)
            self._places[cls] = found
        return found

    @cached_property
    def _places(self) -> dict[type[m.Value], tuple[int, ...]]:
        """What `places` gave."""
        return {}

    @cached_property
    def _by_class(self) -> tuple[_Indices, _Indices]:
        """Where the values of each class stand, in the primary copy and in the others: gone through once, not for each property."""
        among: _Indices = {}
        others: _Indices = {}
        primary = self.primary
        for index, field in enumerate(self.fields):
            (among if index in primary else others).setdefault(type(field.value), []).append(index)
        return among, others

    def _first(self, cls: type[V]) -> V | None:
        return next(self._values(cls), None)

    @cached_property
    def signs(self) -> dict[int, frozenset[type[m.Value]]]:
        """What may be read on demand in the words of the subject and the paragraphs, by the index of the field: `Mentions`, `LeadIn` and
        `BlockMark`. What is not named is not there for certain: most fields have none of them, and to find that by reading each takes long.
        """
        worded = [index for index in self.primary if isinstance(self.fields[index].value, _WORDED)]
        worded += [index for index in self.places(m.Subject) if index not in self.primary]
        texts = [cast("m.Subject | m.Text | m.Paragraph", self.fields[index].value).text for index in worded]
        return dict(zip(worded, signs_in(texts), strict=True))

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

    @cached_property
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

    @cached_property
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

    @cached_property
    def reference_id(self) -> str:
        """The id that other cables refer to, `09ISLAMABAD2184`: year, post and number; that of the record, as `canonical_id` spells it,
        where the text lacks one of them, `""` without a record.
        """
        if self.message_number is not None and self.year is not None:
            return self.message_number.canonical_id(self.year)
        value = on_demand(self.record.id, m.CableId.start_rule) if self.record is not None else None
        return str(value) if isinstance(value, m.CableId) else self.record.id if self.record is not None else ""

    @cached_property
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


def _of_class(places: _Indices, cls: type[m.Value]) -> tuple[int, ...]:
    """The indices of the values of `cls` in the order of the text."""
    if not cls.__subclasses__():
        return tuple(places.get(cls, ()))
    return tuple(sorted(index for one, indices in places.items() if issubclass(one, cls) for index in indices))


def page_lines_of(value: m.Value) -> tuple[m.PageLine, ...]:
    """The page lines that a value is or holds."""
    if isinstance(value, m.PageLine):
        return (value,)
    return value.page_lines if isinstance(value, CUT_BY_PAGES) else ()
