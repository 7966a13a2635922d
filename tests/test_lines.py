"""The lines of a paragraph are read in three ways: a token whose breaks all go, at once; most; one by one those that a page ends in.

All say the same.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from cablegrammar.blocks import cut
from cablegrammar.engine import Engine, Rejected
from cablegrammar.model.base import trusting
from cablegrammar.transform import text as lines
from cablegrammar.transform.base import Token, is_on_first_line
from tests.shared import cables, needs_corpus

#: Words, and what parts lines.
PIECES = (
    *(
        "rice ",
        "harvest",
        "of the ",
        "I ",
        "\u00b6 ",
        "x" * 30 + " ",
        "x" * 60,
        "Post agrees with the minister. ",
        "(a) ",
    ),
    *(
        "\n",
        "\n",
        "\r\n",
        "\r",
        " \n",
        "\n\n",
        "\n- ",
        "\n   ",
        "\n\u00b6",
        "\n5. ",
        "\nBEGIN TEXT:\n",
        "\\\n",
        " \\\n\n",
        "\t",
    ),
)
OWN: Any = vars(lines)
WHOLE, PLAIN, ONE_BY_ONE, BLOCKS, STRETCHES = (
    OWN[name] for name in ("_whole", "_plain", "_lines", "_blocks", "_stretches")
)


@cache
def tokens() -> Engine:
    """Gives the tokens of a paragraph, as they are found."""
    return Engine(("paragraph",), {"paragraph": lambda children, _: children})


def both(block: str) -> list[tuple[list[Any], list[Any]]]:
    """What the second and the third say of each stretch of a paragraph in which no page ends; what the first says, if anything, is the same."""
    found = [token for token in tokens().parse(block, "paragraph")[1:] if "MARK" not in token[0] or "BLOCK" in token[0]]
    said: list[tuple[list[Any], list[Any]]] = []
    with trusting():
        for stretch in STRETCHES(found, block) if found else []:
            start = 0 if stretch[0] is found[0] else None
            plain = PLAIN(stretch, block, start)
            if plain is not None:
                read, page_lines = ONE_BY_ONE([Token.of(token, block) for token in stretch], start)
                assert page_lines == ()
                ((name, first, last), *more) = stretch
                if name == "PROSE" and not more:
                    whole = WHOLE(
                        block[first:last].rstrip(), first if start == 0 and is_on_first_line(block, first) else 0
                    )
                    assert whole is None or [whole] == plain
                said.append((plain, list(BLOCKS(read))))
    return said


@needs_corpus
def test_sample() -> None:
    compared = 0
    for text in cables().values():
        for construct, block in cut(text):
            if construct == "paragraph":
                for plain, slow in both(block.rstrip()):
                    assert plain == slow
                    compared += 1
    assert compared > 4_000


@given(st.lists(st.sampled_from(PIECES), max_size=30))
@example(["rice ", "\n   ", "\u00b6 ", "\n", "rice "])
def test_generated(pieces: list[str]) -> None:
    try:
        said = both("1. (C) " + "".join(pieces))
    except Rejected:
        return
    for plain, slow in said:
        assert plain == slow


def test_a_stretch_of_all_kinds() -> None:
    ((plain, slow),) = both(f"1. Post\nagrees\nwith the {'x' * 50}\nminister,\nwho left.\n- rice\n  wheat\nand maize")
    assert plain == slow
    assert len(slow) == 4
