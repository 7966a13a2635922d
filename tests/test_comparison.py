"""The meaningful difference: what is found, that nothing is missed, and that it is the same both ways round."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import islice, pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import alignment, comparison, strategies
from cablegrammar import model as m
from cablegrammar.alignment import Alignment, in_order, rising
from cablegrammar.cli import main
from cablegrammar.cli.commands import COMMANDS
from tests.shared import SEED, cables, needs_corpus, seed
from tests.test_cli import ENVIRONMENT, Write, run, stdin, write

__all__ = ["stdin", "write"]  # fixtures

CABLE = """\
OO RUEHLH
DE RUEHPE #0017/01 0421530
ZNY CCCCC ZZH
O 111530Z FEB 09
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 4797
INFO RUEHBO/AMEMBASSY BOGOTA 1261
RUEHLP/AMEMBASSY LA PAZ PRIORITY 0837
RUEHSG/AMEMBASSY SANTIAGO 5438
BT
C O N F I D E N T I A L LIMA 000017

SIPDIS
NOFORN

E.O. 12958: DECL: 02/11/2019
TAGS: PREL, EAGR, OVIP (ROE, JANE), PE
SUBJECT: RICE: A POOR HARVEST
REF: A. STATE 9008
     B. 08 BOGOTA 12 (NOTAL)

Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)

1. (C) Summary: The north of the country had a poor harvest, and
prices rose. End summary.

2. (U) The ministry counts on imports from Brazil.

3. (C) Growers met the Ambassador on February 9. They ask for credit.

Rice     5
Wheat    7

The Price of Rice
-----------------

4. (C) Comment: Post agrees with the growers.
ROE
BT
#0017
NNNN
"""


def told(*edits: tuple[str, str], text: str = CABLE) -> list[str]:
    """The changes as lines after replacing in the cable."""
    new = text
    for old, by in edits:
        assert old in new, old
        new = new.replace(old, by)
    return [str(change) for change in cg.diff(cg.parse(text), cg.parse(new))]


def test_the_cable_is_understood() -> None:
    assert not cg.parse(CABLE).unparsed
    assert [type(field.value).__name__ for field in cg.parse(CABLE).fields].count("Heading") == 1


@pytest.mark.parametrize(
    ("edits", "lines"),
    [
        ([("TO RUEHC/SECSTATE WASHDC IMMEDIATE", "TO RUEHC/SECSTATE WASHDC FLASH")],
         ["changed action addressee SECSTATE WASHDC precedence: IMMEDIATE -> FLASH"]),
        ([("RUEHSG/", "RUEHQT/AMEMBASSY QUITO PRIORITY\nRUEHSG/")],
         ["added info addressee AMEMBASSY QUITO (RUEHQT), PRIORITY"]),
        ([("RUEHLP/AMEMBASSY LA PAZ PRIORITY 0837\n", "")],
         ["removed info addressee AMEMBASSY LA PAZ (RUEHLP), PRIORITY, 0837"]),
        ([("INFO RUEHBO/AMEMBASSY BOGOTA 1261\nRUEHLP", "RUEHBO/AMEMBASSY BOGOTA 1261\nINFO RUEHLP")],
         ["moved addressee AMEMBASSY BOGOTA from info to action"]),
        ([("INFO RUEHBO/AMEMBASSY BOGOTA 1261\nRUEHLP", "RUEHBO/AMEMBASSY BOGOTA 1262\nINFO RUEHLP")],
         ["moved addressee AMEMBASSY BOGOTA from info to action",
          "changed addressee AMEMBASSY BOGOTA numbers: 1261 -> 1262"]),
        ([("LA PAZ PRIORITY", "LA PAZ"), ("RUEHSG/", "RUEHSN/"), ("SANTIAGO 5438", "SANTIAGO")],
         ["removed info addressee AMEMBASSY LA PAZ precedence: PRIORITY",
          "changed info addressee AMEMBASSY SANTIAGO routing indicator: RUEHSG -> RUEHSN",
          "removed info addressee AMEMBASSY SANTIAGO numbers: 5438"]),
        ([("RUEHLP/AMEMBASSY LA PAZ PRIORITY 0837\n", ""), ("5438\n", "5438\nRUEHLP/AMEMBASSY LA PAZ PRIORITY 0837\n")],
         ["moved info addressee AMEMBASSY LA PAZ: behind info addressee AMEMBASSY BOGOTA -> "
          "behind info addressee AMEMBASSY SANTIAGO"]),
        ([("#0017/01", "#0018/01"), ("\n#0017", "\n#0018")],
         ["changed station serial: 0017 -> 0018", "changed validation serial: 0017 -> 0018"]),
        ([("OO RUEHLH", "OO RUEHLH RUEHPW")], ["added routing indicator RUEHPW"]),
        ([("ZZH", "ZZH ZDK")], ["added security operating signal ZDK"]),
        ([("O 111530Z", "P 111531Z")],
         ["changed date time line precedences: IMMEDIATE -> PRIORITY",
          "changed date time line date time group: 111530Z FEB 09 -> 111531Z FEB 09"]),
        ([("C O N F I D E N T I A L LIMA", "S E C R E T LIMA")], ["changed classification line level: CONFIDENTIAL -> SECRET"]),
        ([("C O N F I D E N T I A L LIMA", "C O N F I D E N T I A L SECTION 01 OF 02 LIMA")],
         ["added classification line section: 1 of 2"]),
        ([("\nNOFORN", "")], ["removed caption NOFORN"]),
        ([("SIPDIS\nNOFORN\n", "")], ["removed captions: SIPDIS, NOFORN"]),
        ([("SIPDIS\nNOFORN", "NOFORN\nSIPDIS")], ["changed captions order: SIPDIS, NOFORN -> NOFORN, SIPDIS"]),
        ([("2019", "2029")], ["changed executive order date: 2019-02-11 -> 2029-02-11"]),
        ([("PREL, ", "")], ["removed tag PREL"]),
        ([("PREL, EAGR", "EAGR, PREL, ECON")],
         ["added tag ECON",
          "changed tags order: PREL, EAGR, OVIP (ROE, JANE), PE -> EAGR, PREL, ECON, OVIP (ROE, JANE), PE"]),
        ([("ROE, JANE)", "ROE, JOHN)")], ['changed tag OVIP name: "ROE, JANE" -> "ROE, JOHN"']),
        ([("A POOR", "A RICH")], ['changed subject: "RICE: A POOR HARVEST" -> "RICE: A RICH HARVEST"']),
        ([("SUBJECT: RICE", "SUBJECT: (U) RICE")], ["added subject marking: (U)"]),
        ([("9008", "9009")], ["changed reference A number: 9008 -> 9009"]),
        ([("     B. 08", "     C. 08")], ["changed reference BOGOTA 12 letter: B -> C"]),
        ([(" (NOTAL)", "\n     C. QUITO 3")],
         ["added reference C. QUITO 3", "removed reference B remarks: NOTAL"]),
        ([(" and (d)", "")], ["removed classified by reason 1.4(d)"]),
        ([("REF: A. STATE 9008\n     B. 08 BOGOTA 12 (NOTAL)\n", "")],
         ["removed references: A. STATE 9008; B. 08 BOGOTA 12 (NOTAL)"]),
        ([("a poor harvest", "a rich harvest")],
         ['changed paragraph 1 text: "... country had a poor harvest, and prices ..." -> '
          '"... country had a rich harvest, and prices ..."']),
        ([("3. (C)", "3. (S/NF)")], ["changed paragraph 3 marking: (C) -> (S/NF)"]),
        ([("3. (C)", "3.")], ["removed paragraph 3 marking: (C)"]),
        ([("Rice     5\nWheat    7", "Rice 5 Wheat 7")],
         ['changed paragraph 3 layout: "... credit. // Rice     5 / Wheat    7" -> "... credit. // Rice 5 Wheat 7"']),
        ([("Rice     5\nWheat    7", "Rice     5\nWheat    8")],
         ['changed paragraph 3 text: "... Rice 5 Wheat 7" -> "... Rice 5 Wheat 8"']),
        ([("The Price of Rice", "The Price of Wheat")], ['changed heading: "The Price of Rice" -> "The Price of Wheat"']),
        ([("4. (C) Comment: Post agrees with the growers.\n", "")],
         ['removed paragraph 4: (C) "Comment: Post agrees with the growers."']),
        ([("\nROE\n", "\nDOE\n")], ["changed signature name: ROE -> DOE"]),
        ([("5438\nBT\n", "5438\n")], ["removed separation"]),
        ([("TAGS: PREL, EAGR, OVIP (ROE, JANE), PE\n", ""), ("E.O.", "TAGS: PREL, EAGR, OVIP (ROE, JANE), PE\nE.O.")],
         ["moved executive order: behind captions -> behind tags"]),
    ],
)  # fmt: skip
def test_what_is_said(edits: list[tuple[str, str]], lines: list[str]) -> None:
    assert told(*edits) == lines


def test_a_heading_that_goes() -> None:
    text = "UNCLAS LIMA 000017\nSUBJECT: RICE\n\n1. (U) Poor.\n\nRICE PRICES\n-----------\n\n2. (U) High.\n"
    assert told(("RICE PRICES\n-----------\n\n", ""), text=text) == ['removed heading: "RICE PRICES"']


def test_layout_is_no_difference() -> None:
    other = CABLE.replace("\n", "\r\n").replace("poor harvest, and\r\nprices", "poor\r\nharvest, and prices")
    other = other.replace("SIPDIS", "SIPDIS\r\nSIPDIS").replace(
        "2. (U) The", "LIMA 00000017  002 OF 002\r\n\r\n\r\n2.(U) The"
    )
    assert cg.parse(CABLE) != cg.parse(other)
    assert cg.diff(cg.parse(CABLE), cg.parse(other)) == ()
    assert cg.diff(cg.parse(CABLE), cg.canonicalize(cg.parse(CABLE))) == ()


def test_an_inserted_paragraph() -> None:
    """It is one paragraph added, and the numbers of those behind it; what changed in them is said beside."""
    assert told(
        ("4. (C) Comment: Post", "5. (C) Comment: The Embassy"),
        ("3. (C)", "4. (S)"),
        ("2. (U)", "2. (U) Stocks are low.\n\n3. (U)"),
    ) == [
        'added paragraph 2: (U) "Stocks are low."',
        "changed paragraph 2 number: 2 -> 3",
        "changed paragraph 3 number: 3 -> 4",
        "changed paragraph 3 marking: (C) -> (S)",
        "changed paragraph 4 number: 4 -> 5",
        'changed paragraph 4 text: "Comment: Post agrees with the ..." -> "Comment: The Embassy agrees with the ..."',
    ]


def layout(before: tuple[m.Block, ...], after: tuple[m.Block, ...]) -> list[str]:
    with m.trusting():
        a, b = (cg.Cable((m.Field("", m.Paragraph(1, blocks=blocks)),)) for blocks in (before, after))
    return [str(change) for change in cg.diff(a, b)]


def test_layouts() -> None:
    assert layout((m.Prose("a b c"),), (m.Prose("a b"), m.Prose("c"))) == [
        'changed paragraph 1 layout: "... b c" -> "... b // c"'
    ]
    assert layout((m.Prose("a"),), (m.LaidOut(("a",)),)) == [
        'changed paragraph 1 layout: "a" (prose) -> "a" (laid out)'
    ]
    assert layout((m.LaidOut(("x a", "b c")),), (m.Prose("y a b c"),)) == [
        'changed paragraph 1 text: "x a b c" -> "y a b c"',
        'changed paragraph 1 layout: "... a / b c" -> "... a b c"',
    ]


def test_swapped_paragraphs() -> None:
    first = "1. (U) The minister arrived late.\n\n"
    second = "2. (U) Nobody had read the paper.\n\n"
    head = "UNCLAS LIMA 000017\nSUBJECT: VISIT\n\n"
    a, b = cg.parse(head + first + second), cg.parse(head + second + first)
    assert [str(change) for change in cg.diff(a, b)] == ["moved paragraph 1: behind subject -> behind paragraph 2"]
    assert [str(change) for change in cg.diff(b, a)] == ["moved paragraph 1: behind paragraph 2 -> behind subject"]


def test_a_text_in_many_places() -> None:
    words = [f"word{number}" for number in range(100)]
    changed = [("new" if number in (10, 30, 50, 70, 90) else word) for number, word in enumerate(words)]
    (line,) = told((" ".join(words), " ".join(changed)), text=f"1. {' '.join(words)}\n")
    assert line.startswith('changed paragraph 1 text: "... word7 word8 word9 word10 word11 word12 word13 ..." -> ')
    assert line.endswith("; and 2 more places")
    (line,) = told((" ".join(words[10:60]), "nothing"), text=f"1. {' '.join(words)}\n")
    assert "word15 ... word54" in line
    assert len(line) < 300


def test_what_a_terminal_obeys_is_escaped() -> None:
    (line,) = told(("poor", "\x1b[31mpoor\x1b[0m"), text="1. A poor harvest.\n")
    assert line == 'changed paragraph 1 text: "A poor harvest." -> "A \\x1b[31mpoor\\x1b[0m harvest."'


def test_values_are_kept() -> None:
    """Before and after are the values, whole."""
    (change,) = cg.diff(cg.parse(CABLE), cg.parse(CABLE.replace("3. (C)", "3. (S/NF)")))
    assert change == cg.Change(
        "changed",
        "paragraph 3 marking",
        m.PortionMarking(m.Level.CONFIDENTIAL),
        m.PortionMarking(m.Level.SECRET, controls=("NF",)),
        "body",
    )
    (change,) = cg.diff(cg.parse(CABLE), cg.parse(CABLE.replace("RUEHSG/AMEMBASSY SANTIAGO 5438\n", "")))
    assert (change.before, change.after) == (
        m.Info(m.Address("AMEMBASSY SANTIAGO", "RUEHSG", numbers=("5438",))),
        None,
    )


def test_places() -> None:
    a = CABLE
    b = a.replace("0837", "0838").replace("2019", "2029").replace("credit", "loans").replace("\n#0017", "\n#0018")
    assert [change.place for change in cg.diff(cg.parse(a), cg.parse(b))] == ["header", "head", "body", "body"]


def test_other_copies_are_compared() -> None:
    preview = CABLE[CABLE.index("C O N F") : CABLE.index("1. (C)")]
    a, b = CABLE.replace("BT\nC O N F", f"BT\n{preview}C O N F"), CABLE
    assert len(cg.parse(a).copies) == 2
    assert {change.place for change in cg.diff(cg.parse(a), cg.parse(b))} <= {"header", "other copy"}
    changed = a.replace("EAGR", "ECON", 1).replace("A POOR", "A RICH", 1)
    assert [str(change) for change in cg.diff(cg.parse(a), cg.parse(changed))] == [
        "removed other copy tag EAGR",
        "added other copy tag ECON",
        'changed other copy subject: "RICE: A POOR HARVEST" -> "RICE: A RICH HARVEST"',
    ]


def test_what_is_not_understood_is_compared() -> None:
    assert told(("#218", "#219"), text="FM LIMA\nDE RUEHIL #218/01 2531215\n") == [
        'changed unparsed station: "DE RUEHIL #218/01 2531215" -> "DE RUEHIL #219/01 2531215"'
    ]
    a, b = (cg.Cable((m.Field("", m.Unparsed("X", offset=offset)),)) for offset in (0, 1))
    assert [change.part for change in cg.diff(a, b)] == ["unparsed text offset"]


# ---- nothing is missed, and it is the same both ways round ---------------------------------------------------------------------


def neutral(change: cg.Change) -> tuple[Any, ...]:
    """A change without what depends on the side from which parts are named."""
    part = "" if change.kind == "moved" else re.sub(r"paragraph \d+", "paragraph", change.part)
    return change.kind, part, change.before, change.after


def check(a: cg.Cable, b: cg.Cable) -> None:
    there, back = cg.diff(a, b), cg.diff(b, a)
    assert (there == ()) is (cg.meaning(a) == cg.meaning(b))
    turned = {"added": "removed", "removed": "added"}
    exchanged = [attrs.evolve(c, kind=turned.get(c.kind, c.kind), before=c.after, after=c.before) for c in back]
    assert Counter(map(neutral, there)) == Counter(map(neutral, exchanged))
    for change in there:
        line = str(change)
        assert line.startswith(f"{change.kind} {change.part}") or change.kind == "moved"
        assert line.isprintable()
        assert len(line) < 1500


@st.composite
def edited(draw: st.DrawFn, original: cg.Cable) -> cg.Cable:
    """A cable with some of its fields dropped, doubled, moved, or taken from another."""
    values = [field.value for field in original.fields]
    for _ in range(draw(st.integers(0, 4))):
        if not values:
            break
        at, to = draw(st.integers(0, len(values) - 1)), draw(st.integers(0, len(values) - 1))
        kind = draw(st.sampled_from(["drop", "double", "move", "swap", "evolve"]))
        if kind == "drop":
            del values[at]
        elif kind == "double":
            values.insert(to, values[at])
        elif kind == "move":
            values.insert(to, values.pop(at))
        elif kind == "swap":
            values[at], values[to] = values[to], values[at]
        else:
            values[at] = draw(evolved(values[at]))
    return cg.Cable(tuple(m.Field("", value) for value in values))


@st.composite
def evolved(draw: st.DrawFn, value: m.Value) -> m.Value:
    """A value with one part of its own class's other values, or with items dropped or turned round."""
    if not attrs.fields(type(value)) or isinstance(value, m.Unparsed) or not hasattr(strategies, value.start_rule):
        return value
    name = draw(st.sampled_from([attribute.name for attribute in attrs.fields(type(value))]))
    part = getattr(value, name)
    if isinstance(part, tuple) and part and draw(st.booleans()):
        at = draw(st.integers(0, len(part) - 1))
        part = draw(st.sampled_from([part[::-1], part[:at] + part[at + 1 :], (*part, part[at])]))
    else:
        part = getattr(draw(getattr(strategies, value.start_rule)()), name)
    with m.trusting():
        return attrs.evolve(value, **{name: part})


@given(st.data())
def test_edited_cables(data: st.DataObject) -> None:
    cable = data.draw(strategies.cables())
    check(cable, data.draw(edited(cable)))


@given(strategies.cables(), strategies.cables())
def test_any_two_cables(a: cg.Cable, b: cg.Cable) -> None:
    check(a, b)
    check(a, a)


@given(strategies.hostile_texts(), strategies.hostile_texts())
def test_any_two_texts(a: str, b: str) -> None:
    check(cg.parse(a), cg.parse(b))
    check(cg.parse(CABLE + a), cg.parse(CABLE + b))


@given(st.data())
def test_the_seed_edited(data: st.DataObject) -> None:
    cable = cg.parse(seed())
    check(cable, data.draw(edited(cable)))


def damaged(text: str, at: float, size: int, by: str) -> str:
    start = int(at * len(text))
    return text[:start] + by + text[start + size :]


@needs_corpus
@given(st.data())
def test_real_cables(data: st.DataObject) -> None:
    text = cables()[data.draw(st.sampled_from(sorted(cables())))]
    cable = cg.parse(text)
    check(cable, data.draw(edited(cable)))
    edit = st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(["", " ", "\n", "\n\n", "X", "(C) "]))
    other = text
    for one in data.draw(st.lists(edit, max_size=4)):
        other = damaged(other, *one)
    check(cable, cg.parse(other))


@needs_corpus
def test_real_cables_are_no_different_when_formatted() -> None:
    for text in islice(cables().values(), 0, None, 40):
        cable = cg.parse(text)
        assert cg.diff(cable, cg.canonicalize(cable)) == ()


# ---- alignment --------------------------------------------------------------------------------------------------------------------


@given(st.lists(st.sampled_from("abcde")), st.lists(st.sampled_from("abcde")))
def test_words_in_order(a: list[str], b: list[str]) -> None:
    pairs = in_order(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(p < i and q < j for (p, q), (i, j) in pairwise(pairs))
    assert sorted((j, i) for i, j in pairs) == in_order(b, a)
    if a == b:
        assert len(pairs) == len(a)


@given(st.permutations(range(8)))
def test_rising(numbers: list[int]) -> None:
    best = [1] * len(numbers)
    for i, number in enumerate(numbers):
        best[i] = max((best[k] + 1 for k in range(i) if numbers[k] < number), default=1)
    run_found = [number for _, number in rising(list(enumerate(numbers)))]
    assert run_found == sorted(run_found)
    assert len(run_found) == max(best)


def test_exact_sees_what_was_moved() -> None:
    one = Alignment(5, 5)
    one.exact("abxcd", "cdabx")
    assert one.pairs == [(0, 2), (1, 3), (2, 4), (3, 0), (4, 1)]
    assert one.moved() == {(3, 0), (4, 1)}


def steps(a: cg.Cable, b: cg.Cable) -> int:
    """How many lines of the comparison run for two cables, with the lines written."""
    modules = {comparison.__file__, alignment.__file__}
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace if frame.f_code.co_filename in modules else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        changes = comparison.diff(a, b)
        for change in changes:
            str(change)
    finally:
        sys.settrace(before)
    assert changes
    return count


SENTENCE = "The ministry counts on imports from abroad. "

#: Pairs of cables of a size: the paragraphs of each.
FAMILIES: dict[str, Callable[[int], tuple[list[str], list[str]]]] = {
    "equal paragraphs": lambda n: ([SENTENCE] * n, [SENTENCE] * (n // 2) + ["New."] + [SENTENCE] * n),
    "other paragraphs of equal words": lambda n: ([SENTENCE] * n, [SENTENCE + "They rose."] * (n + 1)),
    "every paragraph edited": lambda n: (
        [f"{SENTENCE}That is row {k} of {k * k}." for k in range(n)],
        ["New.", *(f"{SENTENCE}That is the row {k} of {k * k}." for k in range(n))],
    ),
    "nothing in common": lambda n: ([f"a{k} b{k} c{k}" for k in range(n)], [f"d{k} e{k}" for k in range(n)]),
    "turned round": lambda n: ([f"Row {k} ends." for k in range(n)], [f"Row {k} ends." for k in range(n)][::-1]),
    "few paragraphs that come again": lambda n: (
        [f"Row {k % 9} ends." for k in range(n)],
        [f"Row {k % 7} ends." for k in range(n)],
    ),
    "one long text": lambda n: ([SENTENCE * n], ["New. " + SENTENCE * (n // 2) + "New. " + SENTENCE * n]),
    "one text of words that come again": lambda n: (
        [" ".join(f"w{k % 89}" for k in range(8 * n))],
        [" ".join(f"w{k % 97}" for k in range(8 * n))],
    ),
}


def numbered(texts: list[str]) -> cg.Cable:
    with m.trusting():
        values = [m.Paragraph(k, blocks=(m.Prose(text.strip()),)) for k, text in enumerate(texts, 1)]
    return cg.Cable(tuple(m.Field("", value) for value in values))


@pytest.mark.parametrize("family", FAMILIES)
def test_work_grows_with_length(family: str) -> None:
    """Twice the length is twice the work and a little; quadratic work would be four times."""
    small, large = (steps(*map(numbered, FAMILIES[family](size))) for size in (150, 600))
    assert large < 4 * 1.5 * small


# ---- the command ------------------------------------------------------------------------------------------------------------------

CHANGED = CABLE.replace("0837", "0838").replace("PREL, ", "").replace("3. (C)", "3. (S)")


def test_diff_shows_changes_by_place(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", write("a.txt", CABLE), write("b.txt", CHANGED)]) == 1
    assert capsys.readouterr() == (
        "header\n"
        "  changed info addressee AMEMBASSY LA PAZ numbers: 0837 -> 0838\n"
        "head\n"
        "  removed tag PREL\n"
        "body\n"
        "  changed paragraph 3 marking: (C) -> (S)\n",
        "",
    )


def test_diff_as_data(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "--format", "json", write("a.txt", CABLE), write("b.txt", CHANGED)]) == 1
    numbers, tag, marking = json.loads(capsys.readouterr().out)
    assert numbers == {
        "kind": "changed",
        "part": "info addressee AMEMBASSY LA PAZ numbers",
        "before": ["0837"],
        "after": ["0838"],
        "place": "header",
    }
    assert tag["before"] == {"kind": "tag", "code": "PREL", "name": ""}
    assert tag["after"] is None
    assert marking["after"]["level"] == "SECRET"


def test_diff_as_data_takes_every_change(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    for a, b in [
        (CABLE, ""),
        ("", CABLE),
        (CABLE, seed()),
        (CABLE, CABLE.replace("Rice     5\nWheat", "Rice 5 Wheat")),
    ]:
        assert main(["diff", "--format", "json", write("a.txt", a), write("b.txt", b)]) == 1
        assert len(json.loads(capsys.readouterr().out)) == len(cg.diff(cg.parse(a), cg.parse(b)))


def test_diff_of_the_same(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", write("a.txt", CABLE), write("b.txt", CABLE)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["diff", "--format", "json", "a.txt", write("c.txt", cg.format(CABLE))]) == 0
    assert cg.format(CABLE) != CABLE
    assert capsys.readouterr() == ("[]\n", "the same meaning; the texts differ only in layout\n")


def test_diff_standard_input(write: Write, stdin: Any, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(CHANGED.encode())
    assert main(["diff", write("a.txt", CABLE), "-"]) == 1
    assert "removed tag PREL" in capsys.readouterr().out
    stdin(CHANGED.encode())
    assert main(["diff", "-", "a.txt"]) == 1
    assert "added tag PREL" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.txt"], "required: B"),
        (["a.txt", "a.txt", "a.txt"], "unrecognized arguments: a.txt"),
        (["-", "-"], "'-' is given more than once"),
        (["a.txt", "missing.txt"], "missing.txt: No such file or directory"),
        (["missing.txt", "gone.txt"], "gone.txt: No such file or directory"),
        (["--format", "xml", "a.txt", "a.txt"], "invalid choice: 'xml'"),
    ],
)
def test_diff_used_wrongly(write: Write, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str) -> None:
    write("a.txt", CABLE)
    assert main(["diff", *arguments]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err


def test_diff_tells_of_another_encoding(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    a, b = write("a.txt", "1. A caf\xe9.\n".encode("latin-1")), write("b.txt", "1. A caf\xe9.\n")
    assert main(["diff", a, b]) == 0
    assert capsys.readouterr().err.startswith("a.txt:1:9: CG004 ")


@pytest.mark.skipif(os.name != "posix", reason="a terminal of POSIX")
def test_diff_has_colours_on_a_terminal(write: Write) -> None:
    import pty

    names = [write("a.txt", CABLE), write("b.txt", CHANGED)]
    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "cablegrammar", "diff", *names],
        stdout=child,
        env={**{k: v for k, v in ENVIRONMENT.items() if k != "NO_COLOR"}, "TERM": "xterm-256color"},
    )
    assert process.wait() == 1
    os.close(child)
    printed = os.read(parent, 10_000).decode()
    os.close(parent)
    assert "\x1b[31m  removed tag PREL" in printed
    assert "\x1b[33m  changed paragraph 3 marking: (C) -> (S)" in printed


def test_diff_of_long_cables_as_a_process() -> None:
    done = run("diff", str(SEED), "-", data=seed().replace("3.(C)", "3.(S)").encode())
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == ["body", "  changed paragraph 3 marking: (C) -> (S)"]
    assert done.stderr == b""


@pytest.mark.skipif(shutil.which("git") is None or os.name != "posix", reason="needs git and a shell")
class TestGit:
    """What the help says about git."""

    @pytest.fixture
    def git(self, tmp_path: Path) -> Any:
        tool = tmp_path / "bin" / "cablegrammar"
        tool.parent.mkdir()
        tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m cablegrammar "$@"\n')
        tool.chmod(0o755)
        tree = tmp_path / "tree"
        tree.mkdir()
        home = {"HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": str(tmp_path)}
        who = {f"GIT_{who}_{what}": "roe@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
        environment = {k: v for k, v in ENVIRONMENT.items() if not k.startswith("GIT_")}
        environment |= {**home, **who, "PATH": f"{tool.parent}{os.pathsep}{os.environ['PATH']}"}

        def call(command: str) -> str:
            done = subprocess.run(
                command, shell=True, cwd=tree, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        call("git init -q .")
        (tree / "cable.txt").write_text(CABLE)
        call("git add . && git commit -q -m first")
        (tree / "cable.txt").write_text(CHANGED)
        return call

    def line(self, begin: str) -> str:
        """The line of the help that begins so, with those that it goes on over."""
        (command,) = (command for command in COMMANDS if command.name == "diff")
        lines = command.examples.replace("\\\n", "\0").splitlines()
        (found,) = (line for line in lines if line.strip().startswith(begin))
        return found.split("  what is")[0].replace("\0", "\\\n")

    def test_difftool(self, git: Any) -> None:
        assert "removed tag PREL" in git(self.line("git difftool"))

    def test_show(self, git: Any) -> None:
        assert "removed tag PREL" in git(self.line("git show") + " || test $? = 1")

    def test_driver(self, git: Any) -> None:
        git("echo '*.txt diff=cable' > .gitattributes")
        git(self.line("git config"))
        said = git("git diff")
        assert said.startswith("cable.txt\nheader\n  changed info addressee AMEMBASSY LA PAZ numbers: 0837 -> 0838\n")
        git("echo 'FM LIMA' > new.txt && git add -N new.txt && rm cable.txt")
        said = git("git diff")
        assert "removed tags: PREL, EAGR" in said
        assert "added originator: FM LIMA" in said
