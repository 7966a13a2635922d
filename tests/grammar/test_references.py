"""Twin test of grammar/references.lark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cablegrammar as cg
from cablegrammar.blocks import read
from cablegrammar.model import Reference, References
from cablegrammar.writer import write
from tests.grammar.twin import twin


def to(post: str, number: str, letter: str = "", year: str = "", *remarks: str) -> Reference:
    """A telegram."""
    return Reference(letter, year, post, number, remarks=remarks)


A, B = to("STATE", "59732", "A"), to("BOGOTA", "5395", "B", "06", "NOTAL")

TestReferences = twin(
    "references",
    {
        "(B) QUITO 215; C. ROE 12": References(
            (Reference(letter="B", post="QUITO", number="215"), Reference(letter="C", post="ROE", number="12"))
        ),
        "REF: STATE 9008": References((to("STATE", "9008"),)),
        " REF:  SAN JOSE 01491 \n\n": References((to("SAN JOSE", "01491"),)),
        "REF: A. STATE 59732 \n     ¶B. 06 BOGOTA 5395 (NOTAL) \r\n": References((A, B)),
        "REF: A. STATE 59732 B. 06 BOGOTA 5395 (NOTAL)": References((A, B)),
        "REFS: A) STATE 59732, B) 06 BOGOTA 5395 (NOTAL)": References((A, B)),
        "Ref: (A) STATE 59732; (B) 06 BOGOTA 5395 (NOTAL).": References((A, B)),
        "REF: a) STATE 59732\n \n  b) 06BOGOTA5395 (NOTAL)": References((A, B)),
        "REF A: STATE 59732; REF B: 06 BOGOTA 5395 (NOTAL)": References((A, B)),
        "REF: A. A) STATE 59732 \n\n¶B. (B) 06 BOGOTA 5395 (NOTAL)": References((A, B)),
        "REF: A. STATE 59732\nB.06 BOGOTA 5395 (NOTAL)": References((A, B)),
        "REF: A. STATE 59732 AND B. 06 BOGOTA 5395 (NOTAL)": References((A, B)),
        "REF: A. C. STATE 59732": References((Reference("A"), to("STATE", "59732", "C"))),
        "REFTEL: STATE 59732 (06)": References((to("STATE", "59732", "", "06"),)),
        "REF: 2006 STATE 59732": References((to("STATE", "59732", "", "2006"),)),
        "REF...04 CHENNAI 575": References((to("CHENNAI", "575", "", "04"),)),
        "REF.: QUITO 1 AND PREVIOUS": References((Reference(post="QUITO", number="1", and_previous=True),)),
        "REFTELS: QUITO 1, 23 and 456": References((Reference(post="QUITO", number="1", also=("23", "456")),)),
        "Reftel Quito 1": References((to("Quito", "1"),)),
        "REF: QUITO 1, 08 LIMA 2": References((to("QUITO", "1"), to("LIMA", "2", "", "08"))),
        "REF: QUITO 1: LIMA 2 LIMA 3": References((to("QUITO", "1"), to("LIMA", "2"), to("LIMA", "3"))),
        "REF: QUITO 1 (NOTAL) (S)": References((to("QUITO", "1", "", "", "NOTAL", "S"),)),
        "REF: A) ROE - J. DOE EMAIL OF MAY 4, B) QUITO 1": References(
            (Reference("A", text="ROE - J. DOE EMAIL OF MAY 4"), to("QUITO", "1", "B"))
        ),
        "REF: DAO CABLE (OLD)\nSUMMARY 9-2\nQUITO 1": References(
            (Reference(text="DAO CABLE (OLD) SUMMARY 9-2"), to("QUITO", "1"))
        ),
        "REF: DEPT OF TREAS 241534Z MAR 06": References((Reference(text="DEPT OF TREAS 241534Z MAR 06"),)),
        "REF: TELCON MAY 15": References((Reference(text="TELCON MAY 15"),)),
        "REF: 97114": References((Reference(text="97114"),)),
        "REF: A. QUITO 1 B. LIMA 12...": References((to("QUITO", "1", "A"), Reference("B", text="LIMA 12..."))),
        "RE: QUITO 1": References((to("QUITO", "1"),)),
        "REF:": References(()),
    },
    [
        "",
        "REF",
        "REF STATES AND OTHERS",
        "ref: STATE 1",
        "PREF: STATE 1",
        "Ref A reported the talks",
        "RE: YOUR LETTER",
        "REF: STATE 1\n\nThe talks went on.",
        "REF: STATE 1\n\n(U) The talks went on.",
        "REFERENCE: STATE 1",
        "REF: ;",
        "STATE 1",
    ],
)


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("REF: A. 05 SAN JOSE 1746 (NOTAL)(S)", ["05 SAN JOSE 1746 (NOTAL) (S)"]),
        ("REF: QUITO 1 AND 2 AND PREVIOUS; ROE EMAIL", ["QUITO 1 AND 2 AND PREVIOUS", "ROE EMAIL"]),
    ],
)
def test_citation(text: str, citations: list[str]) -> None:
    value = read(text, "references")
    assert isinstance(value, References)
    assert [item.citation for item in value.items] == citations


def test_one_reference_a_line() -> None:
    assert write(References((A, B))) == "REF: A. STATE 59732\n     B. 06 BOGOTA 5395 (NOTAL)"
    assert write(References((to("QUITO", "1"), to("LIMA", "2")))) == "REF: QUITO 1;\n     LIMA 2"


def test_references_that_lost_their_label() -> None:
    """The publisher's rewriting of the TAGS line took the subject, the label and item A."""
    cable = cg.parse(
        "UNCLAS LIMA 000017\n\nE.O. 12958: N/A TAGS: PREL PE\n(B) Quito 215; \n(C) 05 LIMA 975 \n\n1. (U) Poor.\n"
    )
    assert [(one.letter, one.citation) for one in cable.references] == [("B", "Quito 215"), ("C", "05 LIMA 975")]
    assert cable.tags is not None
    assert [tag.code for tag in cable.tags.tags] == ["PREL", "PE"]


def test_a_list_behind_the_tags_is_no_references() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\n\nTAGS: PREL, PE\nB. Rice and wheat\n\n1. (U) Poor.\n")
    assert cable.references == ()


def test_airgrams_are_no_telegrams() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\n\nREF: LIMA A-12\n\n1. (U) Poor.\n")
    assert [(one.post, one.text, one.kind) for one in cable.references] == [("", "LIMA A-12", "airgram")]


#: Forms of the collection (STATISTICS section 9), and the ids of a telegram of 2009.
with Path(__file__).with_name("resolved.jsonl").open(encoding="utf-8") as file:
    RESOLVED = {one["line"]: one["ids"] for one in map(json.loads, file)}


@pytest.mark.parametrize("line", list(RESOLVED))
def test_references_are_resolved(line: str) -> None:
    head = "R 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n"
    cable = cg.parse(f"{head}{line}\n\n1. (U) Poor.\n")
    assert list(cable.cited_ids) == RESOLVED[line]
    assert not cable.unparsed
