"""Twin test of grammar/heading.lark."""

from __future__ import annotations

import cablegrammar as cg
from cablegrammar.model import Heading
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
