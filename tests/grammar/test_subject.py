"""Twin test of grammar/subject.lark."""

from __future__ import annotations

import cablegrammar as cg
from cablegrammar.model import Level, PortionMarking, Subject
from cablegrammar.writer import write
from tests.grammar.twin import twin

C, S = Level.CONFIDENTIAL, Level.SECRET

TestSubject = twin(
    "subject",
    {
        "SUBJECT: RICE HARVEST": Subject("RICE HARVEST"),
        " SUBJECT:  Rice  harvest: poor \n\n \n": Subject("Rice harvest: poor"),
        "SUBJECT: RICE HARVEST OF THE NORTH \r\nAND TEA \r\n\r\n": Subject("RICE HARVEST OF THE NORTH AND TEA"),
        "SUBJECT: RICE\n         AND TEA": Subject("RICE AND TEA"),
        "Subject:rice": Subject("rice"),
        "SUBJ: RICE": Subject("RICE"),
        "UBJECT: RICE": Subject("RICE"),
        "SUBJECT:": Subject(""),
        "SUBJECT: \n": Subject(""),
        "SUBJECT: : RICE": Subject(": RICE"),
        "SUBJECT: (C) RICE": Subject("RICE", PortionMarking(C)),
        "SUBJECT:\n(S/NF) RICE": Subject("RICE", PortionMarking(S, controls=("NF",))),
        "SUBJECT: (C)RICE": Subject("RICE", PortionMarking(C)),
        "SUBJECT: (S)": Subject("", PortionMarking(S)),
        "SUBJECT: RICE (C)": Subject("RICE (C)"),
        "SUBJECT: (CORRECTED COPY) RICE": Subject("(CORRECTED COPY) RICE"),
        "SUBJECT: (c) RICE": Subject("(c) RICE"),
        "SUBJECT: RICE HARVEST, MARCH 1, 2009, TO MARCH 18,\n¶2009. \n": Subject(
            "RICE HARVEST, MARCH 1, 2009, TO MARCH 18, 2009."
        ),
        "SUBJECT: ¶ TWO": Subject("¶ TWO"),
        "SUBJECT: RICE  HARVEST \\\nAND TEA \\\n \\\n": Subject("RICE HARVEST AND TEA"),
        "SUBJECT: RICE\\TEA": Subject("RICE\\TEA"),
    },
    [
        "",
        "SUBJECT",
        "SUBJECT RICE",
        "subject: rice",
        "RESUBJECT: RICE",
        "SUBJECT: RICE\n\nTEA",
        "SUBJECT: RICE \\\n \\\nTEA",
        "SUBJECTS: RICE",
        "TAGS: RICE",
        "\nSUBJECT: RICE",
    ],
)


def test_it_is_wrapped() -> None:
    subject = Subject(
        "RICE HARVEST OF THE NORTHERN PROVINCES: GOVERNMENT EXPECTS LESS IN 2009. TEA IS BETTER THAN WAS HOPED"
    )
    assert write(subject).splitlines() == [
        "SUBJECT: RICE HARVEST OF THE NORTHERN PROVINCES: GOVERNMENT EXPECTS",
        "LESS IN 2009. TEA IS BETTER THAN WAS HOPED",
    ]


def test_a_page_line_cuts_the_subject() -> None:
    subject = cg.parse("UNCLAS LIMA 000017\nSUBJECT: RICE HARVEST LIMA 00000017  001.2 OF 002 \n\n1. Poor.").subject
    assert subject is not None
    assert subject.text == "RICE HARVEST"
    assert [(page.number, page.total) for page in subject.page_lines] == [("00000017", 2)]


def test_a_heading_ends_the_subject() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\nSUBJECT: RICE HARVEST ------- Summary -------\n\n1.(U) Poor.")
    assert cable.subject == cg.Subject("RICE HARVEST")
    assert [heading.text for heading in cable.headings] == ["Summary"]
