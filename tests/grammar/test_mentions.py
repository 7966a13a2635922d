"""Twin test of grammar/mentions.lark, and mentions of paragraphs."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

import cablegrammar as cg
from cablegrammar.model import Mention, Mentions, Reference
from tests.grammar.twin import twin


def table(name: str) -> list[dict[str, str]]:
    """The rows of a table of the package."""
    text = files("cablegrammar").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def letters(*names: str) -> Mentions:
    return Mentions((Mention("ref", names),))


def telegram(post: str, number: str, year: str = "", also: tuple[str, ...] = ()) -> Mentions:
    return Mentions((Mention("telegram", telegram=Reference(year=year, post=post, number=number, also=also)),))


TestMentions = twin(
    "mentions",
    {
        "Post agrees with ref A.": letters("A"),
        "Post agrees (ref A), and will report.": letters("A"),
        "(Ref\nB)": letters("B"),
        "as ref (C) says": letters("C"),
        "(ref b)": letters("B"),
        "Ref. B) says": letters("B"),
        "ref A's points": letters("A"),
        "REF A AND B": letters("A", "B"),
        "refs A, C, and E agree": letters("A", "C", "E"),
        "(refs B-D)": letters("B", "C", "D"),
        "refs D-E and G": letters("D", "E", "G"),
        "refs (A) through (C)": letters("A", "B", "C"),
        "refs H, I.": letters("H", "I"),
        "In ref A and I think so": letters("A"),
        "ref B, A new one": letters("B"),
        "as reported reftel": letters(),
        "ref I think": letters(),
        "an A-10 of reftel A-10 aircraft": letters(),
        "Reftels give more": letters(),
        "in the refs. A new": Mentions((Mention("ref"),)),
        "see septel": Mentions((Mention("septel"),)),
        "SEPTELS": Mentions((Mention("septel"),)),
        "see 08 STATE 12345": telegram("STATE", "12345", "08"),
        "(2008 San Jose 0508)": telegram("San Jose", "0508", "2008"),
        "09 KL 12 says": telegram("KL", "12", "09"),
        "STATE 109980 asks": telegram("STATE", "109980"),
        "In State 012345 and 012346": telegram("State", "012345", also=("012346",)),
        "THE SECRETARY (SECTO 4012)": telegram("SECTO", "4012"),
        "refs B and C; septel; 08 LIMA 17": Mentions(
            (
                Mention("ref", ("B", "C")),
                Mention("septel"),
                Mention("telegram", telegram=Reference(year="08", post="LIMA", number="17")),
            )
        ),
    },
    [
        "",
        "Post agrees.",
        "The reference, the referendum and the refugees",
        "preftel",
        "Lima 500 people",
        "LIMA 12 KILLED",
        "in LIMA 2004",
        "in Lima 15000 people",
        "15 MARCH 2004",
        "May 2008",
        "Resolution 1234 of 2005",
        "the state 12345",
        "STATE 12345-B",
        "STATE 12.345 tons",
        "in 2005 Lima 2006",
        "UNKNOWN 012345",
    ],
)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("08 STATE 12345 and 12346", ("08STATE12345", "08STATE12346")),
        ("SECSTATE 109980", ("09STATE109980",)),
        ("TOSEC 30123", ()),
    ],
)
def test_ids_of_a_telegram(words: str, ids: tuple[str, ...]) -> None:
    (mention,) = cg.Paragraph(1, blocks=(cg.Prose(f"See {words}."),)).mentions
    assert mention.telegram is not None
    assert mention.telegram.ids(2009) == ids


def test_mentions_of_a_paragraph() -> None:
    """Page lines are no telegrams; laid-out lines are read too."""
    text = "UNCLAS LIMA 000017\n\n1. (U) See\n\nLIMA 00000017 002 OF 003\n\nreftel.\n- 08 QUITO 12\n- none\n"
    (paragraph,) = cg.parse(text).paragraphs
    assert [(mention.kind, mention.telegram and mention.telegram.post) for mention in paragraph.mentions] == [
        ("ref", None),
        ("telegram", "QUITO"),
    ]


@pytest.mark.parametrize("name", sorted({row["name"] for row in table("posts.csv")}))
def test_every_post_is_mentioned(name: str) -> None:
    """Whatever its name is made of."""
    (mention,) = cg.Text(blocks=(cg.Prose(f"see {name.upper()} 012345"),)).mentions
    assert mention.telegram is not None
    assert mention.telegram.post == name.upper()


def test_no_mentions() -> None:
    assert cg.Paragraph(1, blocks=(cg.Prose("Post agrees."),)).mentions == ()
