"""The cut, grammar/message.lark: which fields a text of each kind has, and what is not known where."""

from __future__ import annotations

import pytest

import cablegrammar as cg

WIRE = """VZCZCXYZ0012
PP RUEHC
DE RUEHPE #0017 0421530
ZNR UUUUU ZZH
P 111530Z FEB 09
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC PRIORITY 4797
RUEHQT/AMEMBASSY QUITO 0031
INFO RUEHBO/AMEMBASSY BOGOTA 0837
RUEHGL/AMCONSUL GUAYAQUIL
XMT AMCONSUL RECIFE
"""
TEXT = """UNCLAS LIMA 000017

SIPDIS

STATE FOR WHA/AND

E.O. 12958: N/A
TAGS: EAGR, PE
SUBJECT: RICE HARVEST

REF: QUITO 12

1. (U) Post agrees.

OUTLOOK
-------

2. (U) Rice will be dear.
ROE
"""
RECORD = "09LIMA17\nRICE HARVEST\nWed Feb 11 00:00:00 +0100 2009\nUNCLASSIFIED\nEmbassy Lima\n"
PARTIAL = (
    "This record is a partial extract of the original cable. The full text of the original cable is not available."
)

HEADER_FIELDS = (
    "TransmissionId Routing Station Security DateTimeLine Originator Action Action Info Info Exempted".split()
)
TEXT_FIELDS = "ClassificationLine Captions Passing ExecutiveOrder Tags Subject References Paragraph Heading Paragraph Signature".split()


def kinds(text: str) -> list[str]:
    cable = cg.parse(text)
    assert cg.unparse(cable) == text
    return [type(field.value).__name__ for field in cable.fields]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("text", "container", "expected"),
    [
        (RECORD + WIRE.rstrip() + TEXT, "record", ["Record", *HEADER_FIELDS, *TEXT_FIELDS]),
        (RECORD + PARTIAL + TEXT, "record", ["Record", "PartialExtract", *TEXT_FIELDS]),
        (
            RECORD + PARTIAL + "\n\n252008Z Nov 05" + TEXT,
            "record",
            ["Record", "PartialExtract", "DateTimeLine", *TEXT_FIELDS],
        ),
        (WIRE + "\n" + TEXT, "header", [*HEADER_FIELDS, *TEXT_FIELDS]),
        (
            WIRE + "GR 95\nBT\n" + TEXT + "BT\n#0017\n\n\nNNNN\n",
            "message",
            [*HEADER_FIELDS, "GroupCount", "Separation", *TEXT_FIELDS, "Separation", "Validation", "EndOfMessage"],
        ),
        (TEXT, "text", TEXT_FIELDS),
        ("\n\n" + TEXT, "text", ["Blank", *TEXT_FIELDS]),
        ("\n\n" + RECORD + PARTIAL + TEXT, "record", ["Blank", "Record", "PartialExtract", *TEXT_FIELDS]),
        ("SECRET\n\n" + RECORD + PARTIAL + TEXT, "record", ["Banner", "Record", "PartialExtract", *TEXT_FIELDS]),
    ],
    ids=[
        "record",
        "partial record",
        "partial record with a group",
        "header and text",
        "wire message",
        "text",
        "blank first",
        "blank before a record",
        "banner before a record",
    ],
)
def test_containers(text: str, container: str, expected: list[str], newline: str) -> None:
    text = text.replace("\n", newline)
    assert kinds(text) == expected
    assert cg.parse(text).container == container


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("E.O. 12958: N/A", ["ExecutiveOrder"]),
        ("TAGS: EAGR PE\n", ["Tags"]),
        ("SUBJECT:", ["Subject"]),
        ("REF: QUITO 12\nClassified By: Roe, reason 1.4 (b)", ["References", "ClassifiedBy"]),
        ("TO RUEHC/SECSTATE WASHDC\nRUEHQT/AMEMBASSY QUITO\n", ["Action", "Action"]),
        ("#0017\n", ["Validation"]),
        ("NNNN", ["EndOfMessage"]),
        ("SIPDIS\nNOFORN\n", ["Captions"]),
        ("3. (C) Post agrees.\n\n4. (C) Post agrees.", ["Paragraph", "Paragraph"]),
        ("Post agrees.\n", ["Text"]),
        ("AMEMBASSY QUITO", ["Text"]),
        ("", []),
        (" \n ", ["Blank"]),
    ],
)
def test_fragments(text: str, expected: list[str]) -> None:
    """A piece that begins like a construct is read as that, anything else as text."""
    assert kinds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "UNCLAS SECTION 01 OF 02 LIMA 000017 SIPDIS E.O. 12958: N/A TAGS: EAGR PE SUBJECT: RICE REF: QUITO 12 1. (U) Post agrees.",
            ["ClassificationLine", "Captions", "ExecutiveOrder", "Tags", "Subject", "References", "Paragraph"],
        ),
        (
            "UNCLAS LIMA 000017\n1. (U) Post agrees. 2. (U) So it does. ------- COMMENT ------- 3. (U) Rice is dear. ROE",
            ["ClassificationLine", "Paragraph", "Paragraph", "Heading", "Paragraph", "Signature"],
        ),
    ],
)
def test_flattened(text: str, expected: list[str]) -> None:
    """A line break missing before a guarded opener is read, and told."""
    assert kinds(text) == expected
    assert {diagnostic.code for diagnostic in cg.parse(text).diagnostics} == {"CG002"}


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        (WIRE.replace("ZNR UUUUU ZZH", "not a line"), "not a line\n"),
        (TEXT.replace("STATE FOR WHA/AND", "neither caption nor instruction"), "neither caption nor instruction\n\n"),
        (TEXT + "BT\nsomething else\n", "something else\n"),
    ],
)
def test_unknown_lines(text: str, unknown: str) -> None:
    """What a state knows no construct for is kept, and everything else is read."""
    cable = cg.parse(text)
    assert [value.text for value in cable.unparsed] == [unknown.rstrip()]
    assert kinds(text.replace(unknown, "")) == [kind for kind in kinds(text) if kind != "Unparsed"]


@pytest.mark.parametrize(
    "line",
    [
        "on November 24. The price rose.",
        "1.5 million tons",
        "2005. The harvest",
        "E.O. and other matters",
        "TO BE CONTINUED BY MAIL, says he",
        "a subject: rice",
        "S/CT FOR ROE",
    ],
)
def test_prose_begins_nothing(line: str) -> None:
    """Words of a paragraph that look like the beginning of something else."""
    text = f"UNCLAS LIMA 000017\n\n1. (U) The harvest was a subject of the talks which were held with the minister\n{line}\n\n2. (U) More.\n"
    assert kinds(text) == ["ClassificationLine", "Paragraph", "Paragraph"]


def test_copies() -> None:
    """A preview before the whole text: the last copy with a classification line and a first paragraph is primary."""
    preview = "UNCLAS LIMA 000017\n\nSUBJECT: RICE HAR...\n\n1. (U) Po...\n\n"
    cable = cg.parse(WIRE + "\n" + preview + TEXT)
    assert len(cable.copies) == 2
    assert cable.subject is not None
    assert cable.subject.text == "RICE HARVEST"
    assert cable.originator is not None
    assert cg.unparse(cg.canonicalize(cable)).count(preview) == 1


def test_sections() -> None:
    """The classification line of a later section begins no new copy."""
    first, second = "UNCLAS SECTION 01 OF 02 LIMA 000017", "UNCLAS SECTION 02 OF 02 LIMA 000017"
    cable = cg.parse(f"{first}\n\nSUBJECT: RICE\n\n1. (U) Post agrees.\n\n{second}\n\n2. (U) More.\nROE\n")
    assert len(cable.copies) == 1
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 2]
    assert cable.section is not None
    assert (cable.section.number, cable.section.total) == (1, 2)


@pytest.mark.parametrize(
    "line",
    ["CONFIDENTIAL//NOFORN", "UNCLASSIFIED//FOR OFFICIAL USE ONLY", "CONFIDENTIAL", "07LIMA17|07LIMA18"],
)
def test_a_database_row_holds_no_addressee(line: str) -> None:
    """Between two copies of the header the columns of a row stand on lines of their own."""
    row = f"2009-02-11 15:30:00\n09LIMA17\nEmbassy Lima\n{line}\n\n"
    cable = cg.parse(f"{WIRE}{row}{WIRE}{TEXT}")
    assert all(address.plad not in line for address in (*cable.action, *cable.info))
    assert len(cable.action) + len(cable.info) == len(cg.parse(WIRE + TEXT).action + cg.parse(WIRE + TEXT).info)
    assert not cable.unparsed


def test_the_text_of_a_row_in_commas() -> None:
    cable = cg.parse(WIRE.rstrip() + '","' + TEXT)
    assert cable.info == cg.parse(WIRE + TEXT).info
    assert cable.subject is not None
    assert not cable.unparsed


def test_copies_that_are_all_cut_off() -> None:
    """The one with a subject is primary."""
    first = "UNCLAS LIMA 000017\n\nTAGS: PREL, PE\nSUBJECT: RICE HAR...\n\n"
    cable = cg.parse(WIRE + first + "2009-02-11\n" + WIRE + "UNCLAS LIMA 000017\n\nTAGS: PREL, XX\n")
    assert len(cable.copies) == 2
    assert cable.subject is not None
    assert cable.tags is not None
    assert cable.tags.tags[1].code == "PE"


def test_references_of_another_copy() -> None:
    """Where the whole copy lost them with the rest of its TAGS line."""
    preview = "UNCLAS LIMA 000017\n\nTAGS: PREL, PE\nSUBJECT: RICE\n\nREF: STATE 12\n\n1. (U) Po...\n\n"
    cable = cg.parse(WIRE + preview + "UNCLAS LIMA 000017\n\nTAGS: PREL, PE\n\n1. (U) Poor.\n")
    assert [reference.citation for reference in cable.references] == ["STATE 12"]
    assert [paragraph.text for paragraph in cable.paragraphs] == ["Poor."]


NAVY = "R 051532Z APR 21\nFM CNO WASHINGTON DC\nTO NAVADMIN\n"


def test_sets_of_a_formatted_message_are_text() -> None:
    """Where BT is missing the first set begins the text: no set is an addressee."""
    sets = (
        "MSGID/GENADMIN/CNO WASHINGTON DC/N1/APR//\n\nREF/A/DOC/OPNAV/01JAN2021//\n\nRMKS/1. RICE.\n\n2. MORE RICE.\n"
    )
    cable = cg.parse(f"{NAVY}INFO SECNAV WASHINGTON DC\n{sets}BT\n#0001\nNNNN\n")
    assert not cable.unparsed
    assert [address.plad for address in (*cable.action, *cable.info)] == ["NAVADMIN", "SECNAV WASHINGTON DC"]
    assert [kind.__name__ for kind in map(type, (field.value for field in cable.fields))][4:] == [
        "Text",
        "Paragraph",
        "Separation",
        "Validation",
        "EndOfMessage",
    ]
    # an addressee may be called so
    assert cg.parse(f"{NAVY}REFUGEE OFFICE LIMA\n").action[1].plad == "REFUGEE OFFICE LIMA"


@pytest.mark.parametrize("line", ["UNCLASSIFIED//", "CLASSIFICATION: UNCLASSIFIED//"])
def test_banner_behind_the_end(line: str) -> None:
    cable = cg.parse(f"{NAVY}BT\nUNCLAS\n\n1. RICE.\n\nBT\n#0001\nNNNN\n{line}\n")
    assert not cable.unparsed
    assert cable.fields[-1].value == cg.Banner(cg.Level.UNCLASSIFIED)
