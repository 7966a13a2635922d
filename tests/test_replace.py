"""G8: after `replace` the parsed result has the new value, all other values are equal, and so are all characters outside the field."""

from __future__ import annotations

from typing import Any

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
    return next(iter(cable.places(REPLACEABLE[name])), None)


def has_all_of(less: str, more: str) -> bool:
    """Whether `more` is `less` with one stretch put in."""
    same = next((at for at, (one, other) in enumerate(zip(less, more, strict=False)) if one != other), len(less))
    return less[same:] == more[len(more) - len(less) + same :] and len(less) <= len(more)


def check(cable: cg.Cable, name: str, value: Value | None) -> cg.Cable:
    """The guarantee for one change."""
    changed = cable.replace(**{name: value})
    text = cg.unparse(changed)
    assert cg.parse(text) == changed
    at = place_of(cable, name)
    texts = [field.text for field in cable.fields]
    values = [field.value for field in cable.fields]
    now = [field.value for field in changed.fields]
    places = list(cable.places(REPLACEABLE[name]))
    if len(places) > 1 and (value is None or name == "captions"):
        # all of them go, and the new value has the place of the first
        kept = [index for index in range(len(texts)) if index not in places or (value and index == places[0])]
        words = [
            (field.text.rstrip(), texts[index].rstrip()) for field, index in zip(changed.fields, kept, strict=True)
        ]
        assert all(one == other for (one, other), index in zip(words, kept, strict=True) if index != at)
        assert now == [value if value is not None and index == at else values[index] for index in kept]
        return changed
    if at is None:
        if value is None:
            assert text == cg.unparse(cable)
            return changed
        at = place_of(changed, name)
        assert at is not None
        assert now == [*values[:at], value, *values[at:]]
        assert has_all_of("".join(texts), text)
    elif value is None:
        assert now == [*values[:at], *values[at + 1 :]]
        assert has_all_of(text, "".join(texts))
    else:
        assert now == [*values[:at], value, *values[at + 1 :]]
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


# ---- fields that a cable has several of -------------------------------------------------------------------------------

QUITO, LIMA = cg.Address("AMEMBASSY QUITO", "RUEHQT"), cg.Address("AMEMBASSY LIMA")


def lines_of(cable: cg.Cable) -> list[str]:
    return cg.unparse(cable).splitlines(keepends=True)


@pytest.mark.parametrize("text", [seed(), cg.format(seed()), cg.format(seed()).replace("\n", "\r\n")])
@pytest.mark.parametrize("at", [0, 1, 5, 8])
def test_one_addressee_more(text: str, at: int) -> None:
    cable = cg.parse(text)
    some = list(cable.info)
    some.insert(at, QUITO)
    changed = cable.replace(info=some)
    assert changed.info == tuple(some)
    assert [field.value for field in changed.fields if type(field.value) is not cg.Info] == [
        field.value for field in cable.fields if type(field.value) is not cg.Info
    ]
    expected = lines_of(cable)
    if at == 0:
        expected[12] = expected[12].replace("INFO ", "")
    added = "INFO RUEHQT/AMEMBASSY QUITO" if at == 0 else "RUEHQT/AMEMBASSY QUITO"
    newline = "\r\n" if "\r" in text else "\n"
    if at == 8 and text == seed():  # the last one is glued to the classification line
        glued = expected[19].index("C O N F")
        expected[19:20] = [expected[19][:glued] + "\n", f"{added}\n", "\n", expected[19][glued:]]
    else:
        expected.insert(12 + at, f"{added}{newline}")
    assert lines_of(changed) == expected


def test_one_addressee_less() -> None:
    cable = cg.parse(cg.format(seed()))
    for at in range(8):
        some = [one for nth, one in enumerate(cable.info) if nth != at]
        changed = cable.replace(info=some)
        expected = lines_of(cable)
        del expected[12 + at]
        if at == 0:
            expected[12] = f"INFO {expected[12]}"
        assert lines_of(changed)[:20] == expected[:20]
    none = cable.replace(info=None)
    assert none.info == ()
    assert none.action == cable.action


def test_an_addressee_takes_anothers_place() -> None:
    cable = cg.parse(cg.format(seed()))
    changed = cable.replace(info=[*cable.info[:2], "RUEHQT/AMEMBASSY QUITO PRIORITY", *cable.info[3:]], action=LIMA)
    expected = lines_of(cable)
    expected[11] = "TO AMEMBASSY LIMA\n"
    expected[14] = "RUEHQT/AMEMBASSY QUITO PRIORITY\n"
    assert lines_of(changed) == expected


def test_addressees_where_there_were_none() -> None:
    text = "O 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n\nUNCLAS LIMA 000017\n"
    changed = cg.parse(text).replace(info=[QUITO, "AMEMBASSY BOGOTA"], exempted="AMCONSUL GUAYAQUIL")
    assert cg.unparse(changed) == text.replace(
        "\n\n", "\nINFO RUEHQT/AMEMBASSY QUITO\nAMEMBASSY BOGOTA\nXMT AMCONSUL GUAYAQUIL\n\n"
    )


def test_paragraphs() -> None:
    cable = cg.parse(cg.format(seed()))
    new: list[cg.Value | str] = [
        *cable.paragraphs[:1],
        cg.Paragraph.of(2, "Rice is poor.", "C"),
        *cable.paragraphs[2:],
        "10. (U) Post agrees.",
    ]
    changed = cable.replace(paragraphs=new)
    assert [paragraph.number for paragraph in changed.paragraphs] == list(range(1, 11))
    assert changed.paragraphs[1].text == "Rice is poor."
    text = cg.unparse(changed)
    assert text.startswith(cg.unparse(cable).partition("2. (C)")[0] + "2. (C) Rice is poor.\n\n3. (C)")
    assert text.endswith("\n\n10. (U) Post agrees.\nPATTERSON\n")
    assert len(cg.parse("UNCLAS LIMA 000017\n\n1. A.\n\n2. B.\n").replace(paragraphs=["1. A."]).paragraphs) == 1


COPIES = (
    "RR RUEHC\nDE RUEHPE #0017 0421530\nZNR UUUUU ZZH\nR 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n"
    "INFO AMEMBASSY QUITO\nBT\nUNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. Poor.\nROE\nBT\n#0017\nNNNN\n"
)


def test_captions_at_two_places() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\n\nSIPDIS\n\nDEPT FOR WHA\n\nSENSITIVE\n\nSUBJECT: RICE\n\n1. Poor.\n")
    assert cable.captions == ("SIPDIS", "SENSITIVE")
    one = cable.replace(captions="NOFORN")
    assert one.captions == ("NOFORN",)
    assert cg.unparse(one) == cg.unparse(cable).replace("SIPDIS", "NOFORN").replace("SENSITIVE\n\n", "")
    none = cable.replace(captions=None)
    assert none.captions == ()
    assert cg.unparse(none) == cg.unparse(cable).replace("SIPDIS\n\n", "").replace("SENSITIVE\n\n", "")


@pytest.mark.parametrize(("name", "none"), [("info", None), ("info", []), ("originator", None), ("subject", None)])
def test_what_another_copy_has_too_cannot_be_taken_away(name: str, none: Any) -> None:
    """The property would give it none the less."""
    cable = cg.parse(COPIES * 2)
    assert len(cable.copies) == 2
    with pytest.raises(ValueError, match=f"replace: {name} cannot be .* here: that of another copy of the telegram"):
        cable.replace(**{name: none})


def test_addressees_go_to_the_copy_that_has_the_header() -> None:
    header = "R 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n"
    text = "UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. Poor.\n\n"
    cable = cg.parse(f"{header}\n{text}{text}")
    assert len(cable.copies) == 2
    assert cable.primary.start > 0
    changed = cable.replace(exempted="AMEMBASSY BOGOTA")
    assert cg.unparse(changed) == f"{header}XMT AMEMBASSY BOGOTA\n\n{text}{text}"
    assert changed.exempted == (cg.Address("AMEMBASSY BOGOTA"),)


@st.composite
def edited_lists(draw: st.DrawFn) -> tuple[str, cg.Cable, list[cg.Address]]:
    """A cable and another list of its addressees: some gone, some new, some moved."""
    cable = draw(strategies.cables() | st.sampled_from([cg.parse(seed()), cg.parse(cg.format(seed()))]))
    name = draw(st.sampled_from(["action", "info"]))
    pool = [*getattr(cable, name), QUITO, LIMA, *draw(st.lists(strategies.address(), max_size=2))]
    return name, cable, draw(st.lists(st.sampled_from(pool), max_size=8))


@given(edited_lists())
def test_addressees_generated(case: tuple[str, cg.Cable, list[cg.Address]]) -> None:
    name, cable, new = case
    kinds = {"action": cg.Action, "info": cg.Info}
    try:
        changed = cable.replace(**{name: new})
    except ValueError as error:
        assert str(error).startswith(f"replace: {name} cannot be ")  # noqa: PT017 - either outcome is fine, each has its proof
        return
    assert getattr(changed, name) == tuple(new)
    assert [field.value for field in changed.fields if type(field.value) is not kinds[name]] == [
        field.value for field in cable.fields if type(field.value) is not kinds[name]
    ]


def test_an_address_that_its_line_cannot_hold() -> None:
    """`TO NCLAS ROUTINE 0000` could be the wreck of a classification line."""
    with pytest.raises(ValueError, match=r"replace: action cannot be .*: Action: .* would be read on its own"):
        cg.parse(seed()).replace(action=cg.Address("NCLAS", precedence=cg.Precedence.ROUTINE, numbers=("0000",)))


# ---- parts, texts, errors ---------------------------------------------------------------------------------------------


def test_parts_of_a_line() -> None:
    cable = cg.parse(seed())
    changed = cable.replace(
        classification="UNCLAS EFTO", message_number="LIMA 000017", section=None, date_time_group="111530Z FEB 09"
    )
    assert str(changed.classification_line.level if changed.classification_line else "") == "UNCLASSIFIED"
    assert [(one, other) for one, other in zip(lines_of(cable), lines_of(changed), strict=False) if one != other][
        :2
    ] == [
        ("O 101215Z SEP 09\n", "O 111530Z FEB 09\n"),
        (
            "RHMFISS/CDR USCENTCOM MACDILL AFB FLC O N F I D E N T I A L SECTION 01 OF 02 ISLAMABAD 002184 \n",
            "RHMFISS/CDR USCENTCOM MACDILL AFB FLUNCLAS E F T O LIMA 000017 \n",
        ),
    ]
    with pytest.raises(ValueError, match="date_time_group is a part of date_time_line, which the cable does not have"):
        cg.parse("UNCLAS LIMA 000017\n").replace(date_time_group="111530Z FEB 09")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("tags", "PREL, PE"),
        ("tags", "TAGS: PREL PE"),
        ("references", "A. LIMA 12 B. TELCON"),
        ("classified_by", "DCM Jane Roe, Reasons 1.4 (b)"),
        ("executive_order", "12958: N/A"),
        ("originator", "AMEMBASSY LIMA"),
        ("station", "RUEHPE #0017 0010000"),
        ("date_time_line", "Z 010203Z APR 05"),
        ("security", "ZNR UUUUU ZZH"),
        ("routing", "RR RUEHPE"),
        ("captions", "NOFORN, SIPDIS"),
    ],
)
def test_text_stands_for_a_value(name: str, text: str) -> None:
    cable = cg.parse(seed())
    assert cable.replace(**{name: text}) == cable.replace(**{name: NEW[name]})


def test_a_copy_without_header_has_that_of_the_other() -> None:
    """What a property gives is what changes."""
    text = "O 101215Z SEP 09\nFM AMEMBASSY LIMA\nUNCLAS LIMA 000017\nSUBJECT: RICE\nUNCLAS LIMA 000017\nSUBJECT: RICE\n1. Poor.\n"
    cable = cg.parse(text)
    assert len(cable.copies) == 2
    changed = cable.replace(originator="AMEMBASSY QUITO")
    assert cg.unparse(changed) == text.replace("FM AMEMBASSY LIMA", "FM AMEMBASSY QUITO")


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
        ({"tags": "PREL: X"}, "tags: 'PREL: X' is no tags: expected .* at "),
        ({"subject": cg.Signature("MILLER")}, r"subject: expected a Subject or its text, got Signature\("),
        ({"subject": 5}, "subject: expected a Subject or its text, got 5"),
        ({"subject": " "}, "subject: expected the text of a Subject, got ' '"),
        ({"subject": "RICE\n1. (C) Post."}, r"subject: 'RICE\\n1. \(C\) Post.': Subject: text .* cannot be written"),
        ({"signature": "no name"}, "signature: 'no name' is no signature: expected .* name word"),
        ({"info": ["AMEMBASSY LIMA", "amembassy quito"]}, "info: 'amembassy quito' is no address: expected"),
        ({"info": cg.Subject("RICE")}, r"info: expected an Address or its text, got Subject\("),
        ({"passing": "Post agrees."}, "passing: 'Post agrees.' is no passing"),
        ({"classification": "HIDDEN"}, "classification: expected one of UNCLASSIFIED, .* got 'HIDDEN'"),
        ({"section": 2}, "section: expected a Section or None, got 2"),
        ({"date_time_group": "311215Z FEB 09"}, "date_time_group: '311215Z FEB 09' is no date time group: day is out"),
        ({"subject": "RICE TAGS: PREL"}, "'TAGS: PREL' would be read on its own"),
    ],
)
def test_errors(changes: dict[str, Any], message: str) -> None:
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
