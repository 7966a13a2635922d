"""Twin test of grammar/heading.lark."""

from __future__ import annotations

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
