"""The tree: what stands in it, and that it fits the terminal."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text

import cablegrammar as cg
from cablegrammar import model as m
from cablegrammar.strategies.base import hostile_texts
from cablegrammar.tree import lines, render, shown

FIXTURES = Path(__file__).parent / "fixtures"
SEED = FIXTURES / "09ISLAMABAD2184.txt"


def tree(text: str, **options: bool | int | str) -> str:
    """The tree of `text`, each line ended."""
    return "".join(f"{line}\n" for line in lines(cg.parse(text), **options))  # type: ignore[arg-type]


def test_the_seed() -> None:
    assert tree(SEED.read_text(encoding="utf-8")) == (FIXTURES / "09ISLAMABAD2184.tree").read_text(encoding="utf-8")


def test_without_positions() -> None:
    assert tree("DE RUEHIL #2184/01 2531215\nFM LIMA\n", positions=False, width=120) == (
        "header, 2 fields\n"
        "├─ station     routing indicator: RUEHIL  serial: 2184  section: 1  day: 253  hour: 12  minute: 15\n"
        "└─ originator  plad: LIMA\n"
    )


def test_a_title_and_no_fields() -> None:
    assert tree("", title="empty.txt") == "empty.txt: fragment, 0 fields\n"


def test_what_is_not_understood_says_why() -> None:
    assert tree("FM LIMA\nDE RUEHIL #218/01 2531215\n") == (
        "header, 2 fields, 1 not understood\n"
        "1 ├─ originator  plad: LIMA\n"
        "2 └─ unparsed    station: expected serial\n"
        "                 DE RUEHIL #▸218/01 2531215\n"
    )
    assert "date time line: " in tree("O 310215Z FEB 09\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_positions_count_lines_of_any_end(end: str) -> None:
    rows = tree(end.join(["FM LIMA", "UNCLAS LIMA 000017", "", "1. One.", "", "2. Two. JONES", ""])).splitlines()[1:]
    assert [row.split()[0] for row in rows if "plad" in row or "level" in row or "paragraph" in row] == [
        "1",
        "2",
        "4",
        "6",
    ]
    assert [row.split()[0] for row in rows if "signature" in row] == ["6:9"]


def test_a_zero_is_shown_and_what_says_nothing_is_not() -> None:
    station = tree("DE RUEHIL #0004 0010000\n", width=120)
    assert "day: 1  hour: 0  minute: 0" in station
    assert "section" not in station


def test_what_a_terminal_would_obey_is_escaped() -> None:
    assert shown("a\x1b[31mb\ud800\u202e\t") == r"a\x1b[31mb\ud800\u202e\t"
    assert shown("café “quoted”") == "café “quoted”"
    assert "\x1b" not in tree("FM \x1b[31mLIMA\n1. (C) \x1b[2J\n")


def test_long_values_are_cut_after_three_lines() -> None:
    rows = tree(f"SUBJECT: {'VISIT ' * 100}\n").splitlines()
    assert len(rows) == 4
    assert rows[-1].endswith("…")


@given(hostile_texts(), st.integers(60, 130), st.booleans())
def test_one_field_a_line_and_all_fits(text: str, width: int, positions: bool) -> None:
    cable = cg.parse(text)
    rows = list(lines(cable, positions, width=width))
    assert sum("├─ " in row[:20] or "└─ " in row[:20] for row in rows) == len(cable.fields)
    assert all(len(row) <= width for row in rows)
    assert all(map(str.isprintable, rows))


@given(hostile_texts() | st.just(SEED.read_text(encoding="utf-8")), st.integers(60, 120))
def test_the_coloured_tree_has_the_same_words(text: str, width: int) -> None:
    cable = cg.parse(text)
    file = io.StringIO()
    render(cable, Console(file=file, force_terminal=True, color_system="standard", width=width, _environ={}))
    assert "\x1b[" in file.getvalue()
    if text.isascii():
        plain = Text.from_ansi(file.getvalue().removesuffix("\n")).plain
        assert [row.rstrip() for row in plain.split("\n")] == list(lines(cable, width=width))


def test_colours_are_of_the_construct_and_the_error() -> None:
    file = io.StringIO()
    render(
        cg.parse("FM LIMA\nDE RUEHIL #218\n"),
        Console(file=file, force_terminal=True, color_system="standard", _environ={}),
    )
    assert "\x1b[36moriginator" in file.getvalue()
    assert "\x1b[1;31munparsed" in file.getvalue()


def test_values_of_any_origin_can_be_shown() -> None:
    with m.trusting():
        odd = cg.from_dict(
            {
                "schema_version": 1,
                "fields": [{"text": "?", "construct": "paragraph", "value": {"number": -1, "blocks": []}}],
            }
        )
    assert list(lines(odd))[1] == "1 └─ paragraph  -1"
