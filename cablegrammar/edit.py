"""Changing one field and leaving the rest."""

from __future__ import annotations

from difflib import SequenceMatcher

import attrs

from cablegrammar import model as m
from cablegrammar.cable import ADDRESSEES, HEAD_FIELDS, WIRE, Cable
from cablegrammar.canonical import first_line_end
from cablegrammar.given import clipped, date_time_group_of, level_of, one_or_several, value_of
from cablegrammar.layout import line_ends_between
from cablegrammar.meanings import meaning
from cablegrammar.parsing import parse, unparse
from cablegrammar.writer import write
from cablegrammar.writer.address import write_address

#: What `replace` can change, in the order in which the fields stand.
REPLACEABLE: dict[str, type[m.Value]] = {
    "record": m.Record,
    "transmission_id": m.TransmissionId,
    "routing": m.Routing,
    "station": m.Station,
    "security": m.Security,
    "date_time_line": m.DateTimeLine,
    "originator": m.Originator,
    "group_count": m.GroupCount,
    "classification_line": m.ClassificationLine,
    "captions": m.Captions,
    "executive_order": m.ExecutiveOrder,
    "tags": m.Tags,
    "subject": m.Subject,
    "references": m.References,
    "classified_by": m.ClassifiedBy,
    "signature": m.Signature,
}
#: Fields that a cable has several of: `replace` takes all of them.
SEVERAL: dict[str, type[m.Value]] = {
    "action": m.Action,
    "info": m.Info,
    "exempted": m.Exempted,
    "passing": m.Passing,
    "paragraphs": m.Paragraph,
}
#: Parts of a field that `replace` can change by their own name.
PARTS = {
    "classification": "classification_line",
    "section": "classification_line",
    "message_number": "classification_line",
    "date_time_group": "date_time_line",
}
#: The order of all fields; an absent field is put before the first field of the primary copy that comes later.
_ORDER: tuple[type[m.Value], ...] = (
    m.Record,
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
    m.Separation,
    *HEAD_FIELDS,
    m.Text,
    m.Heading,
    m.Paragraph,
    m.Signature,
    m.Trailer,
    m.Validation,
    m.EndOfMessage,
)


def replace(cable: Cable, **changes: object) -> Cable:
    """`cable` with the fields named in `changes` replaced; see `Cable.replace`."""
    for name, given in changes.items():
        if name in SEVERAL:
            draft = _several(cable, name, given)
        elif name in PARTS:
            draft = _one(cable, PARTS[name], _with_part(cable, name, given))
        elif name in REPLACEABLE:
            draft = _one(cable, name, None if given is None else value_of(f"replace: {name}", given, REPLACEABLE[name]))
        else:
            names = ", ".join((*REPLACEABLE, *SEVERAL, *PARTS))
            raise ValueError(f"replace: there is no field {name!r}; there are {names}")
        cable = draft.read(cable, f"replace: {name} cannot be {clipped(given)} here: the text would be read otherwise")
        if not one_or_several(given) and _holds(cable, name):
            raise ValueError(
                f"replace: {name} cannot be {clipped(given)} here: that of another copy of the telegram would be read for it"
            )
    return cable


def _holds(cable: Cable, name: str) -> bool:
    """Whether the cable has a field of that name, be it of another copy than the primary one."""
    cls = SEVERAL.get(name) or REPLACEABLE.get(name)
    return cls is not None and bool(cable.places(cls))


def _with_part(cable: Cable, name: str, given: object) -> m.Value:
    """The classification line or FL5 with one part changed."""
    whole = cable.classification_line if PARTS[name] == "classification_line" else cable.date_time_line
    if whole is None:
        raise ValueError(f"replace: {name} is a part of {PARTS[name]}, which the cable does not have")
    if isinstance(whole, m.DateTimeLine):
        return attrs.evolve(whole, date_time_group=date_time_group_of(given))
    if name == "classification":
        level, efto = level_of(given)
        return attrs.evolve(whole, level=level, efto=efto)
    if name == "section":
        if given is not None and not isinstance(given, m.Section):
            raise ValueError(f"replace: section: expected a Section or None, got {clipped(given)}")
        return attrs.evolve(whole, section=given)
    return attrs.evolve(whole, message_number=value_of("replace: message_number", given, m.MessageNumber))


@attrs.define
class _Draft:
    """The texts and values of a cable that is being changed."""

    texts: list[str]
    values: list[m.Value]
    newline: str

    @classmethod
    def of(cls, cable: Cable) -> _Draft:
        return cls(
            [field.text for field in cable.fields],
            [field.value for field in cable.fields],
            first_line_end(unparse(cable)),
        )

    def write(self, value: m.Value, first: bool) -> str:
        """The text of `value`; an addressee that is not the first of its kind has no word before it."""
        bare = isinstance(value, ADDRESSEES) and not first
        text = write_address(value.address) if bare and isinstance(value, ADDRESSEES) else write(value)
        return text.replace("\n", self.newline)

    def put(self, at: int, value: m.Value, first: bool = True) -> None:
        """Give the field `at` another value; the white space around it stays."""
        # it may be the last line, glued to the next field, or followed by blank lines
        behind = _parted(self.texts[at])[1] or ("" if at + 1 == len(self.texts) else self.newline)
        self.texts[at] = self.write(value, first) + behind
        self.values[at] = value

    def insert(self, at: int, value: m.Value, first: bool = True) -> None:
        """A field of its own before the field `at`."""
        following = self.values[at] if at < len(self.values) else None
        behind = self.newline * line_ends_between(value, following)
        if at:
            between = line_ends_between(self.values[at - 1], value)
            words, white = _parted(self.texts[at - 1])
            if type(self.values[at - 1]) is type(value) or between < _line_ends(white):
                # the white space behind a list, or behind the header, stays behind it
                behind = white or behind
                self.texts[at - 1] = words + self.newline * between
            elif not white.endswith(("\n", "\r")):
                self.texts[at - 1] = words + white + self.newline
        self.texts.insert(at, self.write(value, first) + behind)
        self.values.insert(at, value)

    def remove(self, at: int) -> None:
        """Take the field `at` away; of the white space before it and behind it the wider stays."""
        if at:
            words, before = _parted(self.texts[at - 1])
            _, behind = _parted(self.texts[at])
            if _line_ends(before) < _line_ends(behind):
                self.texts[at - 1] = words + behind
        del self.texts[at], self.values[at]

    def read(self, cable: Cable, complaint: str) -> Cable:
        """The cable of the draft; raises `ValueError` with `complaint` where it is read otherwise."""
        changed = parse("".join(self.texts))
        if [field.value for field in changed.fields] == self.values:
            return changed
        wanted = Cable(tuple(m.Field(text="", value=value) for value in self.values))
        if meaning(changed) != meaning(wanted):
            raise ValueError(complaint)
        return changed


def _parted(text: str) -> tuple[str, str]:
    """The words of a field's text, and the white space behind them."""
    words = text.rstrip()
    return words, text[len(words) :]


def _line_ends(white: str) -> int:
    return white.count("\n") + white.count("\r") - white.count("\r\n")


def _one(cable: Cable, name: str, value: m.Value | None) -> _Draft:
    """A draft with the field of a kind changed, put in or taken away."""
    cls = REPLACEABLE[name]
    draft = _Draft.of(cable)
    places = list(cable.places(cls))
    if not places:
        if value is not None:
            draft.insert(_place(cable, cls), value)
        return draft
    if value is None or cls is m.Captions:
        # the property gives the captions of all fields, and the next one where the first is gone
        for at in reversed(places[value is not None :]):
            draft.remove(at)
    if value is not None:
        draft.put(places[0], value)
    return draft


def _several(cable: Cable, name: str, given: object) -> _Draft:
    """A draft with all fields of a kind changed to those given; those that stay keep their text and their place."""
    cls = SEVERAL[name]
    new = [_item(name, one, cls) for one in one_or_several(given)]
    places = list(cable.places(cls))
    old = [cable.fields[at].value for at in places]
    draft = _Draft.of(cable)
    moved = 0
    for _, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for nth in range(max(old_end - old_start, new_end - new_start)):
            was, is_now = old_start + nth, new_start + nth
            if was < old_end and is_now < new_end:
                at = places[was] + moved
                # the first of the addressees has the word TO, INFO or XMT
                if old[was] != new[is_now] or (issubclass(cls, ADDRESSEES) and (was == 0) != (is_now == 0)):
                    draft.put(at, new[is_now], first=is_now == 0)
            elif was < old_end:
                draft.remove(places[was] + moved)
                moved -= 1
            else:
                at = places[old_end - 1] + moved + 1 if old_end else places[0] if places else _place(cable, cls)
                draft.insert(at + (0 if old_end else is_now), new[is_now], first=is_now == 0)
                moved += 1
    return draft


def _item(name: str, given: object, cls: type[m.Value]) -> m.Value:
    if not issubclass(cls, ADDRESSEES):
        return value_of(f"replace: {name}", given, cls)
    if isinstance(given, cls):
        return given
    address = value_of(f"replace: {name}", given, m.Address)
    try:
        return cls(address)
    except ValueError as error:
        # an address that stands in one kind of line may be read otherwise in another
        raise ValueError(f"replace: {name} cannot be {clipped(given)}: {error}") from error


def _place(cable: Cable, cls: type[m.Value]) -> int:
    """Where a field of `cls` belongs among the fields of the primary copy."""
    later = _ORDER[_ORDER.index(cls) + 1 :]
    among = cable.primary
    if issubclass(cls, WIRE):
        # the header may be that of another copy
        places = sorted({at for kind in WIRE for at in cable.places(kind)})
        if places and places[0] not in among:
            among = range(places[0], places[-1] + 1)
    for index in among:
        if isinstance(cable.fields[index].value, later):
            return index
    return among.stop
