"""The citation graph."""

from __future__ import annotations

from collections import Counter

import pytest

import cablegrammar as cg
from tests.corpus.floors import parsed
from tests.shared import needs_corpus

HEAD = "R 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000017\n\nSUBJECT: RICE\n"


def edges(references: str, *paragraphs: str, head: str = HEAD) -> list[tuple[str, str, bool, tuple[int, ...]]]:
    text = f"{head}REF: {references}\n\n" if references else f"{head}\n"
    text += "".join(f"{number}. (U) {words}\n\n" for number, words in enumerate(paragraphs, 1))
    found = list(cg.citations([cg.parse(text)]))
    assert {edge.citing for edge in found} <= {"09LIMA17"}
    return [(edge.cited, edge.letter, edge.listed, edge.paragraphs) for edge in found]


def test_mentions_by_letter() -> None:
    assert edges("A. STATE 9008 B. 08 QUITO 12 C. ROE EMAIL", "See refs A and B.", "As ref B says, ref C errs.") == [
        ("09STATE9008", "A", True, (1,)),
        ("08QUITO12", "B", True, (1, 2)),
    ]


def test_letters_by_place() -> None:
    assert edges("STATE 9008; QUITO 12", "See ref B.") == [
        ("09STATE9008", "A", True, ()),
        ("09QUITO12", "B", True, (1,)),
    ]


def test_two_telegrams_under_one_letter() -> None:
    assert edges("A. STATE 9008 B. QUITO 12 LIMA 3", "See ref B.") == [
        ("09STATE9008", "A", True, ()),
        ("09QUITO12", "B", True, (1,)),
        ("09LIMA3", "B", True, (1,)),
    ]


def test_reftel_is_the_only_reference() -> None:
    assert edges("STATE 9008", "Post delivered reftel.") == [("09STATE9008", "A", True, (1,))]
    assert edges("STATE 9008; QUITO 12", "Post delivered reftel.") == [
        ("09STATE9008", "A", True, ()),
        ("09QUITO12", "B", True, ()),
    ]


def test_what_only_the_text_names() -> None:
    assert edges("", "See 08 STATE 12345 and septel.", "Again 08 STATE 12345.") == [("08STATE12345", "", False, (1, 2))]


def test_a_cable_is_cited_once() -> None:
    assert edges("A. STATE 9008 B. SECSTATE 009008", "STATE 009008 asks.") == [("09STATE9008", "A", True, (1,))]


def test_text_without_a_number() -> None:
    text = f"{HEAD}\n\nPost delivered 08 STATE 12345 today.\n"
    assert [(edge.cited, edge.paragraphs) for edge in cg.citations([cg.parse(text)])] == [("08STATE12345", ())]


@pytest.mark.parametrize("text", ["", "REF: STATE 12\n", "UNCLAS LIMA 000017\n\nREF: STATE 12\n"])
def test_a_cable_without_an_id_has_no_edges(text: str) -> None:
    assert list(cg.citations([cg.parse(text)])) == []


def test_many_cables() -> None:
    cables = [cg.parse(f"{HEAD.replace('000017', number)}REF: STATE 1\n") for number in ("000001", "000002")]
    assert Counter(edge.citing for edge in cg.citations(cables)) == {"09LIMA1": 1, "09LIMA2": 1}


@needs_corpus
def test_edges_of_the_sample_meet() -> None:
    """Some cables of the sample cite each other: the ids of both ends are spelled alike."""
    cables = parsed()
    ids = {cable.reference_id for cable in cables.values()}
    assert sum(edge.cited in ids for edge in cg.citations(cables.values())) >= 5
