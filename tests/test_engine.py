"""The engine reads by Lark's tables what Lark reads: equal blocks, equal values, refusals at the same place."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from functools import partial
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark
from lark import Token as LarkToken
from lark.exceptions import UnexpectedCharacters, UnexpectedToken

from cablegrammar import engine as engines
from cablegrammar import repairing, streaming, tabulating
from cablegrammar.blocks import PLAIN_RULES, STARTS, cut, engine
from cablegrammar.engine import Engine, Rejected, grammar_text
from cablegrammar.model.base import trusting
from cablegrammar.tabulating import lark_of, tabulated
from cablegrammar.transform import READERS
from cablegrammar.transform.base import Parts, Token, Unreadable, is_on_first_line
from tests.shared import cables, seed

NARROW: Callable[[str], str] = vars(tabulating)["_narrow"]

INVENTED = [
    "UNCLAS LIMA 000017\nTAGS: PREL\nSUBJECT: RICE\n",
    "O 101215Z SEP 09\r\nFM AMEMBASSY LIMA\r\nTO SECSTATE WASHDC IMMEDIATE 4778-4781\r\nINFO AIG 8797\r\nBT\r\n",
    "1. (C) Summary: rice.\n\n  -- first\n  -- second\n\n2. (U) See LIMA 00000017  001.2 OF 003 more.\nSMITH\nNNNN\n",
    "",
    "\x00\r\n\u2028x",
]


class Reference:
    """Lark's own reading, with the readers of the engine."""

    def __init__(self, starts: tuple[str, ...], readers: dict[str, Callable[[list[Any], str], Any]]) -> None:
        self.text = ""
        made = {rule: partial(self._made, read) for rule, read in readers.items()}
        self.lark: Lark = lark_of(grammar_text(), starts, transformer=SimpleNamespace(**made))

    def _made(self, read: Callable[[list[Any], str], Any], children: list[Any]) -> Any:
        return read(
            [(child.type, child.start_pos, child.end_pos) if type(child) is LarkToken else child for child in children],
            self.text,
        )

    def parse(self, text: str, start: str) -> Any:
        """The value of `text`; raises `Rejected`."""
        self.text = text
        try:
            return self.lark.parse(text, start)
        except UnexpectedCharacters as error:
            raise Rejected(error.pos_in_stream or 0, ()) from None
        except UnexpectedToken as error:
            raise Rejected(len(text) if error.token.type == "$END" else error.token.start_pos or 0, ()) from None


@pytest.fixture(scope="module")
def reference() -> Reference:
    """Lark's reading of the constructs."""
    return Reference(STARTS, READERS)


def read_by(read: Callable[[str, str], Any], text: str, construct: str) -> object:
    """The value, or where and why there is none."""
    try:
        return read(text, construct)
    except Rejected as error:
        return ("rejected", error.offset)
    except Unreadable as error:
        return ("unreadable", str(error))


def damaged(text: str, dice: random.Random) -> str:
    """`text` with lines left out, twice, cut off, or run together."""
    lines = text.splitlines(keepends=True)
    for _ in range(3):
        at = dice.randrange(len(lines))
        line = lines[at]
        lines[at] = dice.choice(["", line * 2, line[: dice.randrange(len(line) + 1)], line.rstrip("\r\n") + " "])
    return "".join(lines)


def texts() -> Iterator[str]:
    """Invented texts, the seed, the sample where it is, and damaged ones."""
    dice = random.Random(7)
    whole = [*INVENTED, seed(), *cables().values()]
    yield from whole
    for text in whole[:: max(1, len(whole) // 150)]:
        if text:
            yield damaged(text, dice)


def test_equal_readings(reference: Reference) -> None:
    seen = 0
    for text in texts():
        blocks = reference.parse(text, "blocks")
        assert cut(text) == blocks
        with trusting():
            for construct, block in blocks:
                if construct != "unknown":
                    seen += 1
                    own = read_by(engine().parse, block, construct)
                    assert own == read_by(reference.parse, block, construct), (construct, block)
    assert seen > 40


@pytest.mark.parametrize("construct", sorted(STARTS))
def test_what_another_construct_is_is_refused_at_the_same_place(reference: Reference, construct: str) -> None:
    if construct in PLAIN_RULES:
        return
    pieces = [block for text in INVENTED for _, block in cut(text)]
    with trusting():
        for piece in (*pieces, "", " ", "1", "DE", "(C)", "TAGS:", "x" * 200):
            assert read_by(engine().parse, piece, construct) == read_by(reference.parse, piece, construct), piece


@pytest.mark.parametrize(
    ("starts", "start", "readers"),
    [
        (streaming.STARTS, "stream", {"stream": lambda tokens, _: tokens}),
        (repairing.STARTS, "suspects", {"suspects": lambda tokens, _: tokens}),
    ],
)
def test_the_other_readers(starts: tuple[str, ...], start: str, readers: dict[str, Any]) -> None:
    own, lark = Engine(starts, readers), Reference(starts, readers)
    for text in [*INVENTED, seed(), seed() + "NNNN\n" + seed()]:
        assert read_by(own.parse, text, start) == read_by(lark.parse, text, start)


def test_what_could_have_stood_there_is_what_lark_would_accept(reference: Reference) -> None:
    for text in ("DE RUEHIL #2184/01 4001215", "DE RUEHIL", "DE"):
        with pytest.raises(Rejected) as refused:
            engine().parse(text, "station")
        parser: Any = reference.lark.parse_interactive(text[: refused.value.offset], "station")
        list(parser.exhaust_lexer())
        words = {engines.in_words(name) for name in parser.accepts()}
        assert set(refused.value.expected) == words


def test_expressions_are_compiled_where_the_code_is_of_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    found = engines.tables_for(streaming.STARTS)
    pattern, flags, _, code, names = found["expressions"][0]
    for row in ((pattern, flags, -1, code, names), (pattern, flags, _magic(), b"\0\0\0\0", names)):
        match = engines.matcher(row)(seed(), 0)
        assert match is not None
        assert match.lastgroup in names
    text = seed() + "NNNN\n"
    readers: dict[str, Any] = {"stream": lambda tokens, _: tokens}
    with_code = Engine(streaming.STARTS, readers).parse(text, "stream")
    monkeypatch.setattr(engines, "import_module", _absent)
    assert Engine(streaming.STARTS, readers).parse(text, "stream") == with_code


def _absent(name: str) -> object:
    raise ImportError(name)


def _magic() -> int:
    return next(magic for _, _, magic, _, _ in engines.tables_for(streaming.STARTS)["expressions"])


@pytest.mark.parametrize(
    ("grammar", "said"),
    [
        ('a: B "x"\nB: /b/', "every terminal needs a name"),
        ('a: (B | C)+\nB: /[a-z]/\nC: "c"', "C is a B too"),
        ("a: B\nB: /(b)/", "captures"),
        ("a: b\n?b: B\nB: /b/", r"neither ! nor \?"),
        ("a: B [a]\nB: /b/", "rule a: it recurs"),
        ('a: B\nB: /b/\nC_NEEDS: "x"', "C_NEEDS: there is no terminal C"),
        ("a: B c\nc: a C | C\nB: /b/\nC: /c/", "rule a: it recurs"),
    ],
)
def test_what_the_tables_cannot_say_is_refused(grammar: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        tabulated(grammar, ["a"])


def test_there_are_no_more_stacks_in_a_long_text_than_in_a_short_one() -> None:
    readers: dict[str, Any] = {"stream": lambda tokens, _: tokens}

    def stacks(text: str) -> int:
        own = Engine(streaming.STARTS, readers)
        own.parse(text, "stream")
        left = list(attrgetter("_roots")(own).values())
        for place in left:
            left += place.above.values()
        return len(left)

    assert stacks((seed() + "NNNN\n") * 50) == stacks((seed() + "NNNN\n") * 5) < 100


def test_a_text_without_what_a_pattern_needs_is_read_by_a_lighter_expression() -> None:
    grammar = 'a: B C\nB: /b/\nC: RARE | /c++/\nRARE: /c!/\nRARE_NEEDS: "!" | "?"'
    found = tabulated(grammar, ["a"])
    assert found["needs"] == [(1, ("!", "?"))]
    ((heavy, lighter),) = found["lighter"].items()
    assert found["expressions"][lighter[1]][0] == found["expressions"][heavy][0].replace("c!", "(?!)")


def test_a_text_without_cr_is_read_without_it_in_classes() -> None:
    grammar = 'a: B C\nB: /b[^\\r\\n]++/\nC: CR | /(?:\\r\\n|[\\r\\n])[\\]\\r]?[a\\r\\n]/\nCR: /\\r/\nCR_NEEDS: "\\r"'
    found = tabulated(grammar, ["a"])
    assert found["needs"] == [(found["carriage_return"], ("\r",))] == [(1, ("\r",))]
    light = {found["expressions"][lighter[1]][0].partition(")(?P<")[0] for lighter in found["lighter"].values()}
    assert light == {"(?:b[^\n]++", "(?:(?:\n[\\]]?[a\n]|\r)"}


def test_a_text_without_cr_and_wide_characters_is_read_by_tables_of_bits() -> None:
    grammar = 'a: B C\nB: /b[^\\r\\n]++/\nC: CR | /[\\x41-\\u1234]\\s/\nCR: /\\r/\nCR_NEEDS: "\\r"'
    found = tabulated(grammar, ["a"])
    assert (found["carriage_return"], found["narrow"], found["heeded"]) == (1, 2, {"a": 3})
    light = {
        found["expressions"][lighter[max(lighter)]][0].partition(")(?P<")[0] for lighter in found["lighter"].values()
    }
    assert light == {"(?:b.++", r"(?:(?:[\x41-\xff][\x09-\x0d\x1c-\x20\x85\xa0]|" + "\r)"}


@pytest.mark.parametrize(
    "of_any",
    [r"[^\s]", r"[^\S\r\n]", "[^\n]", r"[^\d\u201d]", "[\u0100-\u0200]", "[a-zA-Z]", r"\s", r"\S", "[^\xe9-]", "[x]"],
)
def test_a_class_of_narrow_characters_is_the_class(of_any: str) -> None:
    narrow = NARROW(of_any)
    for number in range(256):
        assert bool(re.fullmatch(of_any, chr(number))) == bool(re.fullmatch(narrow, chr(number)))
    # in it capitals are not small letters
    assert NARROW(f"(?i:x{of_any})(?:{of_any})") == f"(?i:x{of_any})(?:{narrow})"


def test_patterns_are_taken_apart_without_loss_and_every_need_is_heeded() -> None:
    parts: re.Pattern[str] = vars(tabulating)["_PATTERN_PARTS"]
    found = engines.tables_for(STARTS)
    for index in range(0, len(found["expressions"]), 20):
        pattern = found["expressions"][index][0]
        assert "".join(parts.findall(pattern)) == pattern
    # a NEEDS list whose pattern stands in no expression would save nothing
    whole = found["narrow"] | sum(bit for bit, _ in found["needs"])
    assert found["heeded"]["paragraph"] == found["heeded"]["text"] == whole


def test_what_a_text_lacks_its_parts_lack() -> None:
    lacking = engine().lacking
    whole = lacking("\u201cPost\u201d\t")
    assert lacking("\u201c") & whole == whole
    assert lacking("\u201c", whole) == lacking("\u201c")
    assert lacking("Post", whole) == lacking("Post") != lacking("\u201c")


def test_what_is_rare_is_lacking_in_all_ways_together() -> None:
    grammar = 'a: B\nB: X | Y | Z\nX: /x/\nY: /y/\nZ: /z/\nX_NEEDS: "x"\nY_NEEDS: "y"'
    found = tabulated(grammar, ["a"])
    ((heavy, lighter),) = found["lighter"].items()
    assert [found["expressions"][index][0] for index in (heavy, *map(lighter.__getitem__, (1, 2, 3)))] == [
        "(?:(?:x|y|z))(?P<B>)",
        "(?:(?:(?!)|y|z))(?P<B>)",
        "(?:(?:x|(?!)|z))(?P<B>)",
        "(?:(?:(?!)|(?!)|z))(?P<B>)",
    ]


LACKED = (
    "\r",
    "\r\n",
    "   ",
    "\t",
    "\u00a0",
    "\\",
    "\\\n",
    " OF ",
    " of 0",
    "LIMA 00000017  002 OF 003",
    "Lima 00000017 002 of 003 ",
    "\u201d",
    "\u2028",
    "\u3000",
    "\u00b6",
    "\u0085",
)


@pytest.mark.parametrize("start", ["blocks", "paragraph", "text"])
@given(
    st.lists(
        st.sampled_from(
            (
                *LACKED,
                "1. (C) ",
                "Post agrees. ",
                "The harvest was poor.\n",
                "\n",
                "\n\n",
                "- rice",
                "A. ",
                "5",
                "ROE",
                "SUBJECT: ",
            )
        ),
        min_size=12,
        max_size=40,
    )
)
def test_lighter_expressions_read_the_same(start: str, pieces: list[str]) -> None:
    text = "1. (C) Post met the minister, who said that the harvest had been poor, and left. " + "".join(pieces)
    found = read_or_refused(text, start)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "_SHORT", len(text))
        patch.setattr(engine(), "_light", 0)
        assert found == read_or_refused(text, start)


def read_or_refused(text: str, start: str) -> object:
    """The value of a text, or where reading stopped."""
    with trusting():
        try:
            return engine().parse(text, start)
        except Rejected as error:
            return error.offset


def test_offsets_and_lines_of_tokens() -> None:
    seen: list[Token] = []
    Engine(streaming.STARTS, {"stream": lambda tokens, text: seen.extend(Parts(tokens, text).children)}).parse(
        seed(), "stream"
    )
    assert "".join(seen) == seed()
    assert [seed()[token.start_pos : token.start_pos + len(token)] for token in seen] == seen
    text = "ab\rcd\nef"
    places = [is_on_first_line(text, at) for at in (0, 1, 3, 6)]
    assert places == [True, True, False, False]


def test_one_expression_serves_all_states_that_may_meet_the_same() -> None:
    found = engines.tables_for(STARTS)
    heavy = len({index for index, _, _ in found["states"]})
    patterns = [found["expressions"][index][0] for index in range(heavy)]
    assert len(set(patterns)) == len(patterns) < len(found["states"]) / 4
    assert all(re.compile(pattern).groups == len(names) for pattern, _, _, _, names in found["expressions"][:50])
