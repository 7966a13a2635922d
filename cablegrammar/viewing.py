"""The annotated page: a cable as one HTML file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import attrs

from cablegrammar import model as m
from cablegrammar.cable import ADDRESSEES, Cable
from cablegrammar.canonical import canonicalize
from cablegrammar.checking import check
from cablegrammar.diagnostics import Diagnostic, LineIndex, name_of
from cablegrammar.document import Document
from cablegrammar.glossary import KINDS, entry_of
from cablegrammar.parsing import unparse
from cablegrammar.reference_tables import known_signals, plads_of
from cablegrammar.settings import Settings
from cablegrammar.sheet import Piece, Strip, by_letter, seen, strips
from cablegrammar.wording import pairs, phrase
from cablegrammar.wordwise import word_differences

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

#: The letters that begin the ids of fields: of the text as it is, and of its canonical form.
ORIGINAL, CANONICAL = "o", "c"

#: Attributes that are abbreviations.
_ABBREVIATIONS = {"plad": "PLAD", "tosec": "TOSEC", "efto": "EFTO"}

#: A designator table names many for some indicators: more than this tell a reader nothing.
_MOST_NAMES = 3


def view(cable: Cable | Document, *, name: str = "", settings: Settings | None = None) -> str:
    r"""The annotated page of `cable`, an HTML document that loads nothing: its text to the character, each field in the colour of its kind,
    with what it is, its value, its source and its diagnostics; beside it values, addressees, paragraphs and references; on demand the
    canonical form and what is different there.

    `name` is the title, by default the cable's id or the name of its file; `settings` say which rules are asked, as for `check`. NUL and
    single surrogates, which no page can hold, are shown as U+FFFD.

    >>> import cablegrammar as cg
    >>> page = view(cg.parse("FM AMEMBASSY LIMA\n"), name="<first>")
    >>> page[:15], page.count("<title>&lt;first&gt;</title>")
    ('<!doctype html>', 1)
    """
    held = cable.cable if isinstance(cable, Document) else cable
    path = cable.path if isinstance(cable, Document) else None
    found = check(cable, settings)
    canonical = canonicalize(held)
    text, tidy = unparse(held), unparse(canonical)
    sheets = [
        Sheet(ORIGINAL, "Original", _cards(ORIGINAL, held, found)),
        Sheet(CANONICAL, "Canonical", _cards(CANONICAL, canonical, canonical.diagnostics)),
    ]
    page = _template().render(
        title=name or held.reference_id or (path.name if path is not None else "cable"),
        cable=held,
        level=_level_class(held.classification),
        sheets=sheets,
        same=text == tidy,
        hunks=list(word_differences(text, tidy)),
        kinds=[
            (kind, says) for kind, says in KINDS.items() if any(card.strip.kind == kind for card in sheets[0].cards)
        ],
        facts=list(_facts(held)),
        addressees=list(_addressees(held)),
        outline=list(_outline(held)),
        references=list(_references(held)),
        findings=list(_findings(text, sheets[0].cards, found)),
    )
    # a pair of surrogates that stood there as two characters would be one in UTF-8
    return page.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


# ---- what the template is given ---------------------------------------------------------------------------------------------------


@attrs.frozen
class Row:
    """A `name` and what is to say of it in `words`; `target` is the id of the field that it leads to, or `""`; `level`, the class of a
    classification, or `""`.
    """

    name: str
    words: str
    target: str = ""
    level: str = ""


@attrs.frozen
class Card:
    """What is shown of a field: its `id` on the page, its `name`, what it is (`says`), its `source` and `place`, its `strip` of the sheet, the
    `rows` of its value, and the class of the level that it marks its text with, `""` without one.
    """

    id: str
    name: str
    says: str
    source: str
    place: str
    strip: Strip
    rows: tuple[Row, ...]
    level: str = ""


@attrs.frozen
class Sheet:
    """A text of the page: `id`, the letter of its fields; `title`; `cards`, one a field."""

    id: str
    title: str
    cards: tuple[Card, ...]


def _cards(letter: str, cable: Cable, found: tuple[Diagnostic, ...]) -> tuple[Card, ...]:
    lines = LineIndex(unparse(cable))
    cards = []
    for index, strip in enumerate(strips(cable, found)):
        value = strip.field.value
        entry = entry_of(value)
        where = lines.place(strip.start)
        place = f"line {where.line}" + (f", column {where.column}" if where.column > 1 else "")
        name = f"{name_of(strip.field)}, not understood" if isinstance(value, m.Unparsed) else name_of(strip.field)
        if isinstance(value, m.Paragraph):
            name += f" {value.number}"
        rows = tuple(_rows(value, cable, letter))
        cards.append(Card(f"{letter}{index}", name, entry.says, entry.source, place, strip, rows, _level_of(value)))
    return tuple(cards)


def _level_class(level: m.Level | None) -> str:
    return level.name.lower().replace("_", "-") if level is not None else ""


def _level_of(value: m.Value) -> str:
    """The class of the level that a value marks its text with, `""` without one."""
    if isinstance(value, m.Banner | m.ClassificationLine):
        return _level_class(value.level)
    marked = isinstance(value, m.Paragraph | m.Text | m.Subject) and value.marking
    return _level_class(marked.level) if marked else ""


def _marking(marking: m.PortionMarking) -> str:
    """A portion marking in words."""
    said = [str(marking.level), *(["sensitive"] if marking.sensitive else []), *marking.controls]
    return ", ".join([*said, *(["entire text"] if marking.entire_text else [])])


def _rows(value: m.Value, cable: Cable, letter: str) -> Iterator[Row]:
    """The value of a field in words."""
    match value:
        case m.Unparsed():
            yield Row(
                "was to be", "any construct" if value.construct == "unknown" else value.construct.replace("_", " ")
            )
            if value.expected:
                yield Row("expected", " or ".join(value.expected))
            if value.reason:
                yield Row("reason", value.reason)
        case m.Paragraph() | m.Text():
            yield from _rows_of_text(value, cable, letter)
        case m.Tags():
            for tag in value.tags:
                said = tag.title or (f"a {tag.kind} tag" if tag.kind else "not in the table")
                yield Row(f"{tag.code} ({tag.name})" if tag.name else tag.code, said)
        case _:
            yield from (Row(_ABBREVIATIONS.get(name, name), words) for name, words in pairs(value))
            yield from _explained(value)


def _rows_of_text(value: m.Paragraph | m.Text, cable: Cable, letter: str) -> Iterator[Row]:
    if value.marking is not None:
        yield Row("marking", _marking(value.marking), level=_level_class(value.marking.level))
    if isinstance(value, m.Paragraph) and value.kind:
        yield Row("says that it is", value.kind)
    yield Row("words", str(len(value.text.split())))
    if value.page_lines:
        yield Row("cut by", "; ".join(map(phrase, value.page_lines)))
    at = next(iter(cable.places(m.References)), None)
    for mention in value.mentions:
        if mention.telegram is not None:
            yield Row("names", " ".join(mention.telegram.ids(cable.year)) or mention.telegram.citation)
        elif mention.kind == "ref":
            target = f"{letter}{at}" if at is not None else ""
            yield Row(
                "refers to", f"reference {', '.join(mention.letters)}" if mention.letters else "the references", target
            )
        else:
            yield Row("refers to", "a telegram sent separately")


def _explained(value: m.Value) -> Iterator[Row]:
    """What tables and calendars have to say about a value."""
    if isinstance(value, m.DateTimeLine):
        yield Row("released", phrase(value.date_time_group.datetime))
    if isinstance(value, m.Station):
        indicators: tuple[str, ...] = (value.routing_indicator,)
    else:
        indicators = value.indicators if isinstance(value, m.Routing) else ()
    for indicator in indicators:
        names = sorted(plads_of(indicator))
        if 0 < len(names) <= _MOST_NAMES:
            yield Row(indicator, ", ".join(names))
    for signal in value.operating_signals if isinstance(value, m.Security | m.DateTimeLine) else ():
        if signal in known_signals():
            yield Row(signal, known_signals()[signal])


# ---- the panel ------------------------------------------------------------------------------------------------------------------


def _facts(cable: Cable) -> Iterator[Row]:
    """The values that say what the cable is."""

    def at(cls: type[m.Value]) -> str:
        place = next(iter(cable.places(cls)), None)
        return f"{ORIGINAL}{place}" if place is not None else ""

    if cable.classification is not None:
        level = _level_class(cable.classification)
        yield Row("classification", str(cable.classification), at(m.ClassificationLine), level)
    if cable.subject is not None:
        yield Row("subject", cable.subject.text, at(m.Subject))
    elif cable.record is not None:
        yield Row("subject", cable.record.subject, at(m.Record))
    if cable.originator is not None:
        yield Row("from", cable.originator.plad, at(m.Originator))
    if cable.date_time_group is not None:
        yield Row("released", phrase(cable.date_time_group.datetime), at(m.DateTimeLine))
    if cable.precedence is not None:
        yield Row("precedence", str(cable.precedence), at(m.DateTimeLine))
    if cable.message_number is not None:
        yield Row("message number", phrase(cable.message_number), at(m.ClassificationLine))
    if cable.section is not None:
        yield Row("section", phrase(cable.section), at(m.ClassificationLine))
    if cable.captions:
        yield Row("captions", ", ".join(dict.fromkeys(cable.captions)), at(m.Captions))
    if cable.executive_order is not None:
        order = cable.executive_order
        until = phrase(order.date) if order.date else order.exemption or order.event
        yield Row("E.O.", f"{order.order}: {order.action} {until}".rstrip(" :"), at(m.ExecutiveOrder))
    if cable.tags is not None:
        yield Row("TAGS", " ".join(tag.code for tag in cable.tags.tags), at(m.Tags))
    if cable.classified_by is not None and cable.classified_by.classifier:
        yield Row("classified by", cable.classified_by.classifier, at(m.ClassifiedBy))
    if cable.signature is not None:
        yield Row("signed", cable.signature.name, f"{ORIGINAL}{list(cable.places(m.Signature))[-1]}")
    yield Row("kept as", cable.container)


def _addressees(cable: Cable) -> Iterator[Row]:
    for cls in ADDRESSEES:
        for place in cable.places(cls):
            value = cable.fields[place].value
            if isinstance(value, ADDRESSEES):
                address = value.address
                precedence = str(address.precedence).lower() if address.precedence is not None else ""
                said = " ".join(
                    filter(None, (f"//{'/'.join(address.offices)}//" if address.offices else "", precedence))
                )
                yield Row(f"{address.plad} {said}".rstrip(), value.start_rule, f"{ORIGINAL}{place}")


def _outline(cable: Cable) -> Iterator[Row]:
    """The paragraphs and headings of the primary copy."""
    for index in cable.primary:
        value = cable.fields[index].value
        target = f"{ORIGINAL}{index}"
        if isinstance(value, m.Heading):
            yield Row("", value.text, target)
        elif isinstance(value, m.Paragraph):
            level = _level_class(value.marking.level) if value.marking is not None else ""
            yield Row(str(value.number), _beginning(value.text), target, level)


def _beginning(text: str) -> str:
    """The first words of a text."""
    words = text[:200].split()
    return " ".join(words[:12]) + ("…" if len(words) > 12 else "")


@attrs.frozen
class Cited:
    """A reference: its `row`, and the `mentions`, rows of the paragraphs that mention it by its letter."""

    row: Row
    mentions: tuple[Row, ...]


def _references(cable: Cable) -> Iterator[Cited]:
    mentioned = [
        (Row(str(value.number), "", f"{ORIGINAL}{index}"), {letter for one in value.mentions for letter in one.letters})
        for index in cable.primary
        if isinstance(value := cable.fields[index].value, m.Paragraph)
    ]
    for place in cable.places(m.References):
        value = cable.fields[place].value
        for item in value.items if isinstance(value, m.References) else ():
            ids = [one for one in item.ids(cable.year) if one != item.citation.replace(" ", "")]
            words = " ".join(filter(None, (item.citation, f"({', '.join(ids)})" if ids else "")))
            at = tuple(row for row, letters in mentioned if item.letter and item.letter in letters)
            yield Cited(Row(item.letter, words or "nothing named", f"{ORIGINAL}{place}"), at)


@attrs.frozen
class Finding:
    """A `diagnostic`, the `place` that it speaks of, and the id of the field there, `target`."""

    diagnostic: Diagnostic
    place: str
    target: str


def _findings(text: str, cards: tuple[Card, ...], found: tuple[Diagnostic, ...]) -> Iterator[Finding]:
    lines = LineIndex(text)
    held = {id(one): card.id for card in reversed(cards) for one in card.strip.diagnostics}
    for one in found:
        where = lines.place(one.span[0])
        yield Finding(one, f"{where.line}:{where.column}", held.get(id(one), ""))


# ---- the template ---------------------------------------------------------------------------------------------------------------


@cache
def _template() -> Template:
    """The template, with style and script in it: the page may run that script and load nothing."""
    # only this needs them, and a program that reads cables starts quicker without
    from jinja2 import Environment, StrictUndefined
    from markupsafe import Markup

    folder = files("cablegrammar").joinpath("data", "view")
    style, script, source = (
        folder.joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js", "page.html")
    )

    def letters(piece: Piece) -> Markup:
        """A piece of the sheet to the character: a parser of HTML reads CR as LF, unless it is spelt out."""
        return Markup(str(Markup.escape(piece.text)).replace("\r", "&#13;"))

    def finalize(shown: Any) -> Any:
        """Whatever else comes from a cable: without characters that a page obeys."""
        return seen(shown) if isinstance(shown, str) and not isinstance(shown, Markup) else shown

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=finalize
    )
    given: dict[str, Any] = {
        "style": Markup(style),
        "script": Markup(script),
        "style_hash": policy_hash(style),
        "script_hash": policy_hash(script),
        "letters": letters,
        "by_letter": by_letter,
    }
    return environment.from_string(source, globals=given)


def policy_hash(text: str) -> str:
    """What a content security policy knows a text by."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
