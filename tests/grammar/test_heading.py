"""Twin test of grammar/heading.lark."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from cablegrammar.model import Heading, PageLine
from tests.grammar.twin import twin

TestHeading = twin(
    "heading",
    {
        "-------\nSUMMARY\n-------\n\n": Heading("SUMMARY"),
        "A Warm Welcome \n-------------- \n": Heading("A Warm Welcome"),
        "------- SUMMARY -------\n\n": Heading("SUMMARY"),
        "What Comes Next ---------------\n": Heading("What Comes Next"),
        "--------------------------------------------- ----\nA Long Heading\nOn Two Lines\n-------------\n": Heading(
            "A Long Heading On Two Lines"
        ),
        "===\r\nTRADE -- AND MORE\r\n===\r\n\r\n": Heading("TRADE -- AND MORE"),
        "Will it rain? ------------- \n": Heading("Will it rain?"),
        "THE ROAD AHEAD\n \n": Heading("THE ROAD AHEAD"),
        "Comment \n\n------- \n\n": Heading("Comment"),
        "Prices \n \n--------------------------------------------- \n \n---------\n": Heading("Prices"),
        "The North \n\nLIMA 00000017  002 OF 002 \n\n--------- \n\n": Heading(
            "The North", (PageLine("LIMA", "00000017", 2, 2),)
        ),
    },
    ["", "-------", "-------\n-------\n", "=====\n\n", "-------\nSUMMARY\n-------\nmore\n-------\n", "----\n\n----"],
)


RETYPED = """UNCLAS LIMA 000017
SUBJECT: RICE
1. (U) Summary: The harvest was poor in all of the provinces of the north, and the price of rice went up. End summary.
The North
---------
2. (U) Poor.

- - -
The South
- - -

3. (U) Fair.
"""


def test_headings_of_retyped_editions() -> None:
    """Behind a line that was never wrapped no blank line is needed; rules may be dashes with blanks between."""
    cable = cg.parse(RETYPED)
    assert [heading.text for heading in cable.headings] == ["The North", "The South"]
    assert len(cable.paragraphs) == 3


def test_a_dumped_row_has_no_backslash_in_its_heading() -> None:
    cable = cg.parse("UNCLAS LIMA 000017 \\\n \\\n1. Poor. \\\n \\\nThe North \\\n--------- \\\n \\\n2. Fair. \\\n")
    assert [heading.text for heading in cable.headings] == ["The North"]


#: What stands between the last words of paragraph 1 and paragraph 2, and the heading that it is.
BETWEEN = {
    "The North \n \n--------- \n \n": "The North",
    "Prices and\nHarvests\n--------\n\n": "Prices and Harvests",
    "-----\n---\nPrices\n-----\n---\n\n": "Prices",
    "Will it rain?\n\n": "Will it rain?",
    "The North (and the South)\n\n": "The North (and the South)",
    "Rice, Wheat and the Price of Both in the Markets of\nthe North\n\n": (
        "Rice, Wheat and the Price of Both in the Markets of the North"
    ),
    "The North\n\nLIMA 00000017  002 OF 002\n\n---------\n\n": "The North",
    "X-4 in June ---------\n\n": "X-4 in June",
    "Source and Use\n---------\n\n": "Source and Use",
}


@pytest.mark.parametrize("between", list(BETWEEN))
def test_heading_before_a_paragraph(between: str) -> None:
    text = f"UNCLAS LIMA 000017\n\n1. (U) The harvest was poor.\n\n{between}2. (U) Fair.\n"
    cable = cg.parse(text)
    assert [heading.text for heading in cable.headings] == [BETWEEN[between]]
    assert [paragraph.text for paragraph in cable.paragraphs] == ["The harvest was poor.", "Fair."]
    assert len(cable.page_lines) == between.count(" OF 002")
    assert not cg.canonicalize(cable).notes


NO_HEADING = [
    "Source - Reuters\n\n",
    "End text\n\n",
    "Sensitive But Unclassified\n\n",
    "Not for Internet Distribution\n\n",
    "For resale in Peru:\n\n",
    "***********************\nSee http://lima.example/rice\n***********************\n\n",
    "Purpose:\n\nFor resale in Peru\n\n",
]


@pytest.mark.parametrize("between", NO_HEADING)
def test_no_heading_before_a_paragraph(between: str) -> None:
    cable = cg.parse(f"UNCLAS LIMA 000017\n\n1. (U) The harvest was poor.\n\n{between}2. (U) Fair.\n")
    assert cable.headings == ()
    assert len(cable.paragraphs) == 2


def test_heading_run_on_in_capitals() -> None:
    """Where lines were run together the heading stands in the last line of the paragraph; in a text in capitals it is a sentence."""
    text = "UNCLAS LIMA 000017\n\n1. (U) The harvest was poor.  End summary.  RICE AND WHEAT\n\n2. (U) Fair.\n"
    assert [heading.text for heading in cg.parse(text).headings] == ["RICE AND WHEAT"]
    cable = cg.parse(text.replace("\n\n2.", "  2."))
    assert [heading.text for heading in cable.headings] == ["RICE AND WHEAT"]
    assert [paragraph.number for paragraph in cable.paragraphs] == [1, 2]
    assert cg.parse(text.upper()).headings == ()
