"""`Cable.compose` and the builders: what is filled in, what is asked for, and that what comes out is canonical."""

from __future__ import annotations

import datetime as dt
import inspect
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.composing import ORDERS

SHORT: dict[str, Any] = {"message_number": "LIMA 17", "subject": "RICE HARVEST", "paragraphs": "Post agrees."}
HEADER: dict[str, Any] = {
    "date_time_group": "111530Z FEB 09",
    "originator": "AMEMBASSY LIMA",
    "routing_indicator": "RUEHPE",
    "action": "RUEHC/SECSTATE WASHDC PRIORITY 4797",
    "info": ["RUEHBO/AMEMBASSY BOGOTA 0837", cg.Address("AMEMBASSY QUITO")],
}
CLASSIFIED: dict[str, Any] = {
    "classification": "CONFIDENTIAL",
    "declassify": "25 years",
    "classified_by": "Ambassador Jane Roe, Reasons 1.4 (b) and (d)",
}


def composed(**parts: Any) -> cg.Cable:
    """A short telegram with `parts`; what is composed has nothing to complain about and is canonical."""
    cable = cg.Cable.compose(**{**SHORT, **parts})
    assert cable.diagnostics == ()
    text = cg.unparse(cable)
    assert cg.format(text) == text
    assert cg.parse(text) == cable
    return cable


def test_least() -> None:
    cable = composed(executive_order="E.O. 12958: N/A")
    assert cg.unparse(cable) == "UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nSUBJECT: RICE HARVEST\n\nPost agrees.\n"
    assert cable.container == "text"


def test_whole_message() -> None:
    cable = composed(
        **HEADER,
        **CLASSIFIED,
        captions=["SIPDIS", "NOFORN"],
        passing="DEPT FOR WHA/AND",
        tags="EAGR, PE",
        references=["STATE 9008", "08 QUITO 12 (NOTAL)"],
        paragraphs=["(C) Summary: The harvest was poor. End summary.", "(U) Post will report by March."],
        signature="ROE",
        transmission_id="VZCZCXYZ0012",
    )
    assert cg.unparse(cable) == (
        "VZCZCXYZ0012\n"
        "PP RUEHC RUEHBO\n"
        "DE RUEHPE #0017 0421530\n"
        "ZNY CCCCC ZZH\n"
        "P 111530Z FEB 09\n"
        "FM AMEMBASSY LIMA\n"
        "TO RUEHC/SECSTATE WASHDC PRIORITY 4797\n"
        "INFO RUEHBO/AMEMBASSY BOGOTA 0837\n"
        "AMEMBASSY QUITO\n"
        "BT\n"
        "C O N F I D E N T I A L LIMA 000017\n"
        "\n"
        "SIPDIS\n"
        "NOFORN\n"
        "\n"
        "DEPT FOR WHA/AND\n"
        "\n"
        "E.O. 12958: DECL: 02/11/2034\n"
        "TAGS: EAGR, PE\n"
        "SUBJECT: RICE HARVEST\n"
        "\n"
        "REF: A. STATE 9008\n"
        "     B. 08 QUITO 12 (NOTAL)\n"
        "\n"
        "Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)\n"
        "\n"
        "1. (C) Summary: The harvest was poor. End summary.\n"
        "\n"
        "2. (U) Post will report by March.\n"
        "ROE\n"
        "BT\n"
        "#0017\n"
        "NNNN\n"
    )
    assert cable.container == "message"


def test_header_without_envelope() -> None:
    cable = composed(**HEADER, container="header")
    assert cable.container == "header"
    assert not any(isinstance(field.value, cg.Separation | cg.EndOfMessage) for field in cable.fields)


# ---- what follows from the parts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "letters"),
    [("UNCLASSIFIED", "ZNR UUUUU"), ("UNCLAS EFTO", "ZNR EEEEE"), ("SECRET", "ZNY SSSSS"), ("TOP SECRET", "ZNY TTTTT")],
)
def test_letters_follow_from_the_level(level: str, letters: str) -> None:
    classified = {} if level.startswith("UNCLAS") else {**CLASSIFIED, "classification": level}
    cable = composed(**HEADER, **(classified or {"classification": level}))
    # ZNR goes with U alone, ZNY with all that is to be protected (acp127.md FL4)
    assert letters.replace("ZNR EEEEE", "ZNY EEEEE") in cg.unparse(cable)


@pytest.mark.parametrize(
    ("precedence", "routing", "group"),
    [
        ("IMMEDIATE", "OO", "O 1"),
        (["IMMEDIATE", "ROUTINE"], "OO", "O R 1"),
        (["ROUTINE", "IMMEDIATE"], "OO", "O R 1"),
        ([cg.Precedence.FLASH, cg.Precedence.FLASH], "ZZ", "Z 1"),
        ("NIACT IMMEDIATE", "OO", "O 1"),
        (None, "PP", "P 1"),
    ],
)
def test_routing_follows_from_the_precedence(precedence: Any, routing: str, group: str) -> None:
    lines = cg.unparse(composed(**HEADER, precedence=precedence)).splitlines()
    assert lines[0].startswith(f"{routing} RUEHC RUEHBO")
    assert lines[3].startswith(group)


def test_precedence_follows_from_the_addressees() -> None:
    addressees = {"action": "RUEHC/SECSTATE WASHDC IMMEDIATE", "info": ["AMEMBASSY QUITO PRIORITY", "AMEMBASSY BOGOTA"]}
    assert "O P 111530Z" in cg.unparse(composed(**{**HEADER, **addressees}))
    assert "R 111530Z" in cg.unparse(composed(**{**HEADER, "action": "RUEHC/SECSTATE WASHDC"}))


def test_station_follows_from_group_and_number() -> None:
    cable = composed(**{**HEADER, "message_number": "STATE 123456", "date_time_group": "312359Z DEC 08"})
    assert "DE RUEHPE #3456 3662359\n" in cg.unparse(cable)
    assert "#3456\nNNNN\n" in cg.unparse(cable)
    sectioned = composed(**{**HEADER, "section": cg.Section(2, 3)})
    assert "DE RUEHPE #0017/02 0421530\n" in cg.unparse(sectioned)
    assert "UNCLAS SECTION 02 OF 03 LIMA 000017\n" in cg.unparse(sectioned)


def test_moments() -> None:
    at = dt.datetime(2009, 2, 11, 10, 30, tzinfo=dt.timezone(dt.timedelta(hours=-5)))
    assert composed(**{**HEADER, "date_time_group": at}) == composed(**HEADER)
    with pytest.raises(ValueError, match="date_time_group: 2009-02-11T10:30:00 has no time zone"):
        composed(**{**HEADER, "date_time_group": at.replace(tzinfo=None)})


@pytest.mark.parametrize(
    ("group", "order"),
    [
        ("301200Z NOV 78", "11652"),
        ("011200Z DEC 78", "12065"),
        ("011200Z AUG 82", "12356"),
        ("131200Z OCT 95", "12356"),
        ("141200Z OCT 95", "12958"),
        ("101215Z SEP 09", "12958"),
        ("271200Z JUN 10", "13526"),
    ],
)
def test_order_in_force(group: str, order: str) -> None:
    cable = composed(**{**HEADER, "date_time_group": group})
    assert cable.executive_order == cg.ExecutiveOrder(order, cg.OrderAction.NOT_APPLICABLE)


def test_orders_are_in_order() -> None:
    assert [since for since, _ in ORDERS] == sorted(since for since, _ in ORDERS)
    assert cg.Cable.compose(**SHORT).executive_order == cg.ExecutiveOrder(ORDERS[-1][1], cg.OrderAction.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("declassify", "line"),
    [
        ("25 years", "DECL: 02/11/2034"),
        ("ten years", "DECL: 02/11/2019"),
        (dt.date(2014, 5, 6), "DECL: 05/06/2014"),
        ("05/06/2014", "DECL: 05/06/2014"),
        ("25X1-HUMAN", "DECL: 25X1-HUMAN"),
        ("CLOSURE OF ICTY", "DECL: CLOSURE OF ICTY"),
    ],
)
def test_declassify(declassify: Any, line: str) -> None:
    assert f"E.O. 12958: {line}\n" in cg.unparse(composed(**HEADER, **{**CLASSIFIED, "declassify": declassify}))


def test_leap_day() -> None:
    cable = composed(**{**HEADER, **CLASSIFIED, "date_time_group": "291200Z FEB 08"})
    assert cable.executive_order is not None
    assert cable.executive_order.date == dt.date(2033, 2, 28)


def test_paragraphs_are_numbered_if_there_are_several() -> None:
    assert composed(paragraphs=["(U) Post agrees."]).paragraphs == ()
    two = composed(paragraphs=["(U) One.", cg.Heading("Comment"), "Two."])
    assert [(one.number, one.text) for one in two.paragraphs] == [(1, "One."), (2, "Two.")]
    assert two.headings == (cg.Heading("Comment"),)
    own = composed(paragraphs=[cg.Paragraph.of(4, "Four."), "Five.", "7. (U) Seven."])
    assert [one.number for one in own.paragraphs] == [4, 5, 7]


def test_references_are_lettered_if_there_are_several() -> None:
    assert [one.letter for one in composed(references="STATE 9008").references] == [""]
    assert [one.letter for one in composed(references=["STATE 9008", "QUITO 12"]).references] == ["A", "B"]
    given = composed(references=["D. STATE 9008", "QUITO 12"])
    assert [one.letter for one in given.references] == ["D", ""]
    assert len(composed(references=["STATE 9008"] * 26).references) == 26
    assert composed(references="A. STATE 9008 B. QUITO 12") == composed(references=["STATE 9008", "QUITO 12"])


def test_values_and_texts_are_the_same() -> None:
    values = {
        "message_number": cg.MessageNumber("LIMA", "000017"),
        "subject": cg.Subject("RICE HARVEST"),
        "tags": cg.Tags((cg.Tag("EAGR"), cg.Tag("PE"))),
        "captions": "SIPDIS",
        "passing": cg.Passing("DEPT FOR WHA"),
    }
    texts = {"tags": ["EAGR", "PE"], "captions": ["SIPDIS"], "passing": ["DEPT FOR WHA"]}
    assert composed(**values) == composed(**texts)


def test_texts_as_they_stand_in_programs() -> None:
    """What all lines begin with, and blank lines around, are the program's."""
    text = """
        Summary: Poor.

        -- first
        -- second
    """
    plain = "Summary: Poor.\n\n-- first\n-- second"
    assert composed(paragraphs=[text, "  Two."]) == composed(paragraphs=[plain, "Two."])
    assert cg.Paragraph.of(2, text) == cg.Paragraph.of(2, plain)


@pytest.mark.parametrize("length", [60, 76, 77, 78, 79, 80, 81, 120, 500])
@pytest.mark.parametrize("text", ["{0} b", "See {0}", "See {0} for all of it.", "a {0} b {0} c", "{0} {0} {0}"])
def test_words_longer_than_a_line(length: int, text: str) -> None:
    """An address of the web is one word."""
    words = text.format("a" * length)
    assert [one.text for one in composed(paragraphs=[words, f"(U) {words}"]).paragraphs] == [words, words]
    assert cg.Paragraph.of(100, words).text == words


def test_a_caption_given_twice_is_one() -> None:
    assert composed(captions=["SIPDIS", "SIPDIS", "NOFORN"]).captions == ("SIPDIS", "NOFORN")


@pytest.mark.parametrize("year", [1966, 1999, 2000, 2065])
def test_first_and_last_years(year: int) -> None:
    at = dt.datetime(year, 12, 31, 23, 59, tzinfo=dt.UTC)
    cable = composed(**{**HEADER, "date_time_group": at})
    assert cable.date_time_group is not None
    assert cable.date_time_group.datetime == at


# ---- what is refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            {"originator": "AMEMBASSY LIMA"},
            r"a header needs date_time_group, routing_indicator \(that of the originating station\), action or info$",
        ),
        ({**HEADER, "originator": None}, "a header needs originator$"),
        (
            {**HEADER, "action": "SECSTATE WASHDC", "info": ()},
            r"a header needs routing \(or an addressee with a routing indicator\)$",
        ),
        ({**HEADER, "container": "text"}, "container 'text' has no header, but parts of one are given"),
        ({"container": "letter"}, "container is 'message', 'header' or 'text', not 'letter'"),
        ({"classification": "SECRET"}, "a SECRET cable needs declassify"),
        ({"classification": "HIDDEN"}, "classification: expected one of UNCLASSIFIED, .*, got 'HIDDEN'"),
        ({"classification": "SECRET", "declassify": "25 years"}, "counts from date_time_group, which is not given"),
        ({"declassify": "25 years", "executive_order": "12958: N/A"}, "leave out declassify"),
        (
            {**HEADER, "classification": "LIMITED OFFICIAL USE"},
            r"a header needs security \(for there is no letter for LIMITED OFFICIAL USE\)$",
        ),
        ({**HEADER, "precedence": "SOON"}, "precedence: expected one of ROUTINE, PRIORITY, .*, got 'SOON'"),
        ({**HEADER, "date_time_group": "310000Z FEB 09"}, "day is out of range for month"),
        ({"message_number": "17"}, "message_number: '17' is no message number"),
        ({"message_number": 17}, "message_number: expected a MessageNumber or its text such as 'LIMA 17', got 17"),
        ({"tags": "PREL: X"}, "tags: 'PREL: X' is no tags"),
        ({"tags": ["PREL", ""]}, "tags: expected the text of a Tag, got ''"),
        ({"captions": "SIPDIS AND MORE"}, "captions: 'SIPDIS AND MORE' is no captions"),
        ({"paragraphs": ""}, "paragraphs: expected a Paragraph, a Text, a Heading or its text, got ''"),
        ({"paragraphs": [cg.Signature("ROE")]}, "paragraphs: expected a Paragraph"),
        ({"subject": "RICE\n1. (C) Poor."}, "subject: .* would be read on its own"),
        ({"action": "secretary of state"}, "action: 'secretary of state' is no address"),
        ({"signature": "no name"}, "signature: 'no name' is no signature"),
        ({"paragraphs": ["A.\n\n2. (U) B.", "C."]}, "value .* would be read otherwise here"),
        ({"paragraphs": ["A.", "BT"], "signature": "BT"}, r"^signature: the value Signature\(.* as Separation\(\)$"),
        ({"paragraphs": "BT"}, r"^paragraphs: the value Text\(.* would be read otherwise here: as Separation\(\)$"),
        ({**HEADER, "signature": "NNNN"}, "^paragraphs: .* would be read otherwise here, before signature: as Text"),
        ({"paragraphs": []}, r"paragraphs: expected one paragraph or more, got \[\]"),
        ({"paragraphs": "UNCLAS LIMA 000017\n\n" + "RICE " * 5000}, r"^paragraphs: .{,400}$"),
        ({"message_number": "LIMA " * 5000}, r"^message_number: .{,200}$"),
        ({"precedence": "FLASH"}, "a header needs date_time_group, "),
        ({"operating_signals": ["ZZK"]}, "a header needs date_time_group, "),
        ({"precedence": 5}, "precedence: expected one of .*, got 5"),
        ({"precedence": "FLASH", "container": "text"}, "parts of one are given: precedence$"),
        ({"originator": ""}, "originator: expected the text of an Originator, got ''"),
        ({"routing_indicator": 5}, "routing_indicator: expected a routing indicator such as 'RUEHPE', got 5"),
        ({**HEADER, "routing_indicator": " "}, "routing_indicator: expected a routing indicator .*, got ' '"),
        ({**HEADER, "operating_signals": "soon"}, "operating_signals: expected operating signals such as 'ZZH'"),
        ({**HEADER, "operating_signals": [5]}, r"operating_signals: expected .*, got \(5,\)"),
        ({**HEADER, "station": "RUEHPE #0017 0421530"}, "station is the line as a whole; leave out routing_indicator"),
        (
            {**HEADER, "security": "ZNR UUUUU ZZH", "operating_signals": "ZZK"},
            "security is the line as a whole; leave out operating_signals",
        ),
        ({**HEADER, "date_time_group": dt.datetime(2100, 1, 1, tzinfo=dt.UTC)}, "^date_time_group: 2100-.* year 2100"),
        (
            {"date_time_group": dt.datetime.max.replace(tzinfo=dt.timezone(dt.timedelta(hours=-5)))},
            "^date_time_group: 9999-12-31T.*: date value out of range",
        ),
        ({"section": 2}, "section: expected a Section or None, got 2"),
        ({"declassify": ""}, "declassify: expected a date such as 02/11/2034, .*, got ''"),
        ({"declassify": True}, "declassify: expected a date such as 02/11/2034, .*, got True"),
        ({"declassify": "20340211"}, "^declassify: expected .*, got '20340211'"),
        ({"declassify": dt.datetime(2034, 2, 11)}, r"declassify: expected .*, got datetime.datetime\(2034"),
        ({**HEADER, "declassify": "9999 years"}, "declassify: expected .*, got '9999 years'"),
        ({"references": ["STATE 1"] * 27}, "references: there are letters for 26 references, not for 27"),
        ({"references": ["STATE 1", "LIMA 12, PARA 3"]}, "references: 'LIMA 12, PARA 3' is read as 2 references"),
    ],
)
def test_refused(parts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cg.Cable.compose(**{**SHORT, **parts})


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((0, "Post agrees."), "number: expected the number of a paragraph, 1 to 999, got 0"),
        (("2", "Post agrees."), "number: expected the number of a paragraph, 1 to 999, got '2'"),
        ((2, 5), "text: expected a Text or its text, got 5"),
        ((2, "(U) Post agrees.", "C"), r"marking: the text has a marking of its own: '\(U\) Post agrees.'"),
    ],
)
def test_paragraphs_refused(arguments: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cg.Paragraph.of(*arguments)


ODD: tuple[Any, ...] = (
    None, 5, True, 3.5, b"BT", [5], [None], {"a": 1}, "", " ", "x\ny", "\x00", "\ud800", "lower case words", "A" * 500,
    dt.date(2009, 2, 11), dt.datetime.min.replace(tzinfo=dt.UTC), cg.Level.SECRET, cg.Subject("X"), cg.Section(1, 2),
)  # fmt: skip


@pytest.mark.parametrize("name", list(inspect.signature(cg.Cable.compose).parameters))
@pytest.mark.parametrize("header", [{}, HEADER])
def test_any_object_is_taken_or_refused(name: str, header: dict[str, Any]) -> None:
    """Nothing but `ValueError`, with a message that a person can read."""
    for odd in ODD:
        try:
            composed(**{**header, name: odd})
        except ValueError as error:
            assert len(str(error)) < 1000  # noqa: PT017 - either outcome is fine


# ---- any parts -------------------------------------------------------------------------------------------------------------


@given(st.data())
def test_any_parts(data: st.DataObject) -> None:
    """Whatever parts are drawn: what is composed has them, is canonical, and what cannot be is refused by name."""
    parts: dict[str, Any] = {
        "message_number": data.draw(strategies.message_number()),
        "subject": data.draw(strategies.subject()),
        "tags": data.draw(strategies.tags()),
        "references": data.draw(strategies.references()),
        "date_time_group": data.draw(strategies.date_time_group()),
        "originator": data.draw(strategies.originator()),
        "routing_indicator": "RUEHPE",
        "action": [cg.Address("SECSTATE WASHDC", "RUEHC"), *data.draw(st.lists(strategies.address(), max_size=3))],
        "paragraphs": data.draw(st.lists(strategies.text(), min_size=2, max_size=3)),
    }
    try:
        cable = cg.Cable.compose(**parts)
    except ValueError as error:
        assert "would be read otherwise" in str(error) or "cannot be written" in str(error)  # noqa: PT017
        return
    for name in ("message_number", "subject", "tags", "date_time_group", "originator"):
        assert getattr(cable, name) == parts[name]
    assert cable.references == parts["references"].items
    assert list(cable.action) == parts["action"]
    assert [one.blocks for one in cable.paragraphs] == [one.blocks for one in parts["paragraphs"]]
    assert cg.meaning(cg.canonicalize(cable)) == cg.meaning(cable)
