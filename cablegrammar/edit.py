"""Changing one field and leaving the rest."""

from __future__ import annotations

from cablegrammar import model as m
from cablegrammar.cable import Cable
from cablegrammar.canonical import first_line_end
from cablegrammar.layout import line_ends_between
from cablegrammar.meanings import meaning
from cablegrammar.parsing import parse, unparse
from cablegrammar.writer import write

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
    m.ClassificationLine,
    m.Captions,
    m.CorrectedCopy,
    m.Passing,
    m.ExecutiveOrder,
    m.Tags,
    m.Subject,
    m.References,
    m.ClassifiedBy,
    m.Text,
    m.Heading,
    m.Paragraph,
    m.Signature,
    m.Trailer,
    m.Validation,
    m.EndOfMessage,
)


def replace(cable: Cable, **changes: m.Value | str | None) -> Cable:
    """`cable` with the fields named in `changes` replaced; see `Cable.replace`."""
    for name, value in changes.items():
        if name not in REPLACEABLE:
            raise ValueError(f"replace: there is no field {name!r}; there are {', '.join(REPLACEABLE)}")
        cable = _replace(cable, name, _value_of(name, value))
    return cable


def _value_of(name: str, value: m.Value | str | None) -> m.Value | None:
    cls = REPLACEABLE[name]
    if isinstance(value, str):
        if cls not in (m.Subject, m.Signature):
            raise ValueError(f"replace: {name} takes a {cls.__name__}, not text")
        return m.Subject(value) if cls is m.Subject else m.Signature(value)
    if value is not None and not isinstance(value, cls):
        raise ValueError(f"replace: {name} takes a {cls.__name__}, not a {type(value).__name__}")
    return value


def _replace(cable: Cable, name: str, value: m.Value | None) -> Cable:
    cls = REPLACEABLE[name]
    at = next((index for index in cable.primary if isinstance(cable.fields[index].value, cls)), None)
    if at is None and value is None:
        return cable
    newline = first_line_end(unparse(cable))
    texts = [field.text for field in cable.fields]
    values: list[m.Value | None] = [field.value for field in cable.fields]
    if value is None:
        assert at is not None
        del texts[at], values[at]
    elif at is not None:
        old = texts[at]
        # the white space around stays: it may be the last line, glued to the next field, or followed by blank lines
        behind = old[len(old.rstrip()) :] or ("" if at + 1 == len(texts) else newline)
        texts[at] = write(value).replace("\n", newline) + behind
        values[at] = value
    else:
        at = _place(cable, cls)
        if at and not texts[at - 1].endswith(("\n", "\r")):
            texts[at - 1] += newline
        following = values[at] if at < len(values) else None
        texts.insert(at, (write(value) + "\n" * line_ends_between(value, following)).replace("\n", newline))
        values.insert(at, value)
    changed = parse("".join(texts))
    wanted = tuple(v for v in values if v is not None)
    if tuple(field.value for field in changed.fields) != wanted and meaning(changed) != meaning(_of(cable, wanted)):
        raise ValueError(f"replace: {name} cannot be {value!r} here: the text would be read otherwise")
    return changed


def _of(cable: Cable, values: tuple[m.Value, ...]) -> Cable:
    return Cable(tuple(m.Field(text="", value=value) for value in values))


def _place(cable: Cable, cls: type[m.Value]) -> int:
    """Where a field of `cls` belongs among the fields of the primary copy."""
    later = _ORDER[_ORDER.index(cls) + 1 :]
    for index in cable.primary:
        if isinstance(cable.fields[index].value, later):
            return index
    return cable.primary.stop
