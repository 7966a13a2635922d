"""Twin test of grammar/signature.lark."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from cablegrammar.model import Signature
from tests.grammar.twin import twin

TestSignature = twin(
    "signature",
    {
        "PATTERSON": Signature("PATTERSON"),
        "Miller \n": Signature("Miller"),
        "VAN VOORST\r\n": Signature("VAN VOORST"),
        "van Dyck": Signature("van Dyck"),
        "Anna MILLER\n\n": Signature("Anna MILLER"),
        "MILLER..": Signature("MILLER"),
        "MILLER.": Signature("MILLER"),
        "* O'NEILL": Signature("O'NEILL"),
        "John Q. Public": Signature("John Q. Public"),
    },
    ["", "XXXXXXXXXXXX", "miller", "MILLER 17", "--", "(MILLER)", "MILLER, ANNA"],
)


@pytest.mark.parametrize(
    "end",
    [
        "Post agrees. MILLER",
        "Visit Lima's Classified Website: XXXXXXXXXXXX MILLER",
        "Website: XXXXXXXXXXXX************* ******** MILLER",
        "See http://www.lima.example/p/lima/  MILLER",
        "Communities at http://www.lima.example/area/lima / MILLER",
        'He said "yes." End Text MILLER',
        "Post agrees. END COMMENT MILLER",
        'Post agrees.\n\nMILLER "',
        "Post agrees.\nMILLER.",
        "Post agrees.\nMILLER >",
        'Post agrees.\nMILLER\n",',
        "(C) XXXXXXXXXXXX MILLER",
    ],
)
def test_run_on(end: str) -> None:
    cable = cg.parse(f"UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. Rice is scarce. {end}")
    assert cable.signature == Signature("MILLER")
    assert not cable.unparsed


@pytest.mark.parametrize(
    "end",
    [
        "End Summary Comment",
        "of the XXXXXXXXXXXX",
        "at http://www.lima.example/p/lima",
        "END TEXT",
        "for your\nASSISTANCE.",
        "Yes. Miller.",
    ],
)
def test_no_signature(end: str) -> None:
    assert cg.parse(f"UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. Rice is scarce. {end}").signature is None


@pytest.mark.parametrize("number", ["3. (C) ", "12.(SBU) "])
def test_paragraph_behind_words_without_a_stop(number: str) -> None:
    text = f"UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. (U) Rice is scarce.  THE HARVEST  {number}It was poor, see paragraph 4. (U) Yes."
    assert len(cg.parse(text).paragraphs) == 2
