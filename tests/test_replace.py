"""G8: after `replace` the parsed result has the new value, all other values are equal, and so are all characters outside the field."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.edit import REPLACEABLE
from cablegrammar.model import Level, OrderAction, Precedence, Value
from tests.shared import cables, needs_corpus, seed

#: A new value for each field that can be replaced, as it would be in the seed.
NEW: dict[str, Value] = {
    "record": cg.Record("09LIMA17", "RICE", cg.parse(seed()).record.created, Level.SECRET, "", "Embassy Lima"),  # type: ignore[union-attr]
    "transmission_id": cg.TransmissionId("XYZ", "0001", "UU"),
    "routing": cg.Routing(Precedence.ROUTINE, ("RUEHPE",)),
    "station": cg.Station("RUEHPE", "0017", None, 1, 0, 0),
    "security": cg.Security("ZNR", Level.UNCLASSIFIED, operating_signals=("ZZH",)),
    "date_time_line": cg.DateTimeLine((Precedence.FLASH,), cg.DateTimeGroup(1, 2, 3, 4, 2005)),
    "originator": cg.Originator("AMEMBASSY LIMA"),
    "group_count": cg.GroupCount(17),
    "classification_line": cg.ClassificationLine(Level.SECRET, cg.MessageNumber("LIMA", "000017")),
    "captions": cg.Captions(("NOFORN", "SIPDIS")),
    "executive_order": cg.ExecutiveOrder("12958", OrderAction.NOT_APPLICABLE),
    "tags": cg.Tags((cg.Tag("PREL"), cg.Tag("PE"))),
    "subject": cg.Subject("RICE HARVEST", cg.PortionMarking(Level.CONFIDENTIAL)),
    "references": cg.References((cg.Reference(letter="A", post="LIMA", number="12"), cg.Reference("B", text="TELCON"))),
    "classified_by": cg.ClassifiedBy("DCM Jane Roe", (cg.Reason("1.4", "b"),)),
    "signature": cg.Signature("MILLER"),
}


def place_of(cable: cg.Cable, name: str) -> int | None:
    """The index of the field that `replace` changes."""
    return next((index for index in cable.primary if type(cable.fields[index].value) is REPLACEABLE[name]), None)


def check(cable: cg.Cable, name: str, value: Value | None) -> cg.Cable:
    """The guarantee for one change."""
    changed = cable.replace(**{name: value})
    text = cg.unparse(changed)
    assert cg.parse(text) == changed
    at = place_of(cable, name)
    texts = [field.text for field in cable.fields]
    values = [field.value for field in cable.fields]
    now = [field.value for field in changed.fields]
    if at is None:
        if value is None:
            assert text == cg.unparse(cable)
            return changed
        at = place_of(changed, name)
        assert at is not None
        assert now == [*values[:at], value, *values[at:]]
        before, behind = "".join(texts[:at]), "".join(texts[at:])
    else:
        assert now == [*values[:at], *([] if value is None else [value]), *values[at + 1 :]]
        before, behind = "".join(texts[:at]), "".join(texts[at + 1 :])
    assert text.startswith(before)
    assert text.endswith(behind)
    assert len(text) >= len(before) + len(behind)
    if value is not None:
        assert getattr(changed, "date_time_line" if name == "date_time_line" else name, None) is not None
    return changed


def test_there_is_a_value_for_each_field() -> None:
    assert set(NEW) == set(REPLACEABLE)
    assert all(type(value) is REPLACEABLE[name] for name, value in NEW.items())


@pytest.mark.parametrize("name", NEW)
def test_seed(name: str) -> None:
    check(cg.parse(seed()), name, NEW[name])


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_canonical_seed(name: str, newline: str) -> None:
    check(cg.parse(cg.format(seed().replace("\n", newline))), name, NEW[name])


@pytest.mark.parametrize("name", sorted(set(NEW) - {"classification_line"}))
def test_taken_away_and_put_back(name: str) -> None:
    """In canonical text a field comes back to the place where it was."""
    cable = cg.parse(cg.format(seed()))
    without = check(cable, name, None)
    assert place_of(without, name) is None
    again = check(without, name, NEW[name])
    kinds = [type(field.value) for field in again.fields]
    assert kinds == [type(field.value) for field in check(cable, name, NEW[name]).fields]


def test_same_value_keeps_the_value() -> None:
    cable = cg.parse(seed())
    for name in REPLACEABLE:
        at = place_of(cable, name)
        if at is not None:
            assert check(cable, name, cable.fields[at].value) == cable


def test_several_at_once() -> None:
    changed = cg.parse(seed()).replace(subject="RICE", signature="MILLER", references=None, captions=None)
    assert changed.subject == cg.Subject("RICE")
    assert changed.signature == cg.Signature("MILLER")
    assert changed.captions == ()


def test_text_stands_for_a_subject_or_a_signature() -> None:
    cable = cg.parse(seed())
    assert cable.replace(subject="RICE") == cable.replace(subject=cg.Subject("RICE"))
    assert cable.replace(signature="MILLER") == cable.replace(signature=cg.Signature("MILLER"))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"weather": "fair"}, "no field 'weather'; there are record, transmission_id"),
        ({"tags": "PREL"}, "tags takes a Tags, not text"),
        ({"subject": cg.Signature("MILLER")}, "subject takes a Subject, not a Signature"),
        ({"subject": 5}, "subject takes a Subject, not a int"),
        ({"subject": "RICE\n1. (C) Post."}, r"Subject: text 'RICE\\n1. \(C\) Post.' cannot be written"),
        ({"signature": "no name"}, "Signature: name 'no name' cannot be written"),
        ({"subject": "RICE TAGS: PREL"}, "'TAGS: PREL' would be read on its own"),
    ],
)
def test_errors(changes: dict[str, Value | str | None], message: str) -> None:
    cable = cg.parse(seed())
    with pytest.raises(ValueError, match=message):
        cable.replace(**changes)
    assert cg.unparse(cable) == seed()


@st.composite
def values_for(draw: st.DrawFn) -> tuple[str, Value | None]:
    """A field's name and a value for it, or `None`."""
    name = draw(st.sampled_from(sorted(REPLACEABLE)))
    return name, draw(st.none() | getattr(strategies, name)())


def check_or_refuse(cable: cg.Cable, name: str, value: Value | None) -> None:
    """The guarantee, or an error that names the field: some values cannot stand where they would have to."""
    refused = ""
    try:
        cable.replace(**{name: value})
    except ValueError as error:
        refused = str(error)
    if refused:
        assert refused.startswith(f"replace: {name} cannot be ")
    else:
        check(cable, name, value)


@given(strategies.cables(), values_for())
def test_generated(cable: cg.Cable, change: tuple[str, Value | None]) -> None:
    check_or_refuse(cable, *change)


@needs_corpus
@given(st.data())
def test_sample(data: st.DataObject) -> None:
    """Real cables, with all their copies, glued fields and blanks."""
    cable = cg.parse(data.draw(st.sampled_from(list(cables().values()))))
    check_or_refuse(cable, *data.draw(values_for()))


def test_a_value_without_a_place() -> None:
    """A signature can be written, but a header alone has no body that it could end."""
    with pytest.raises(ValueError, match=r"signature cannot be .*the text would be read otherwise"):
        cg.parse("FM LIMA\n").replace(signature="MILLER")
