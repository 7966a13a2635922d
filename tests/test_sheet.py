"""The sheet: pieces are the text, and diagnostics stand where they belong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar.diagnostics import SEVERITIES, Diagnostic
from cablegrammar.sheet import by_letter, seen, strips
from cablegrammar.strategies.base import hostile_texts
from tests.test_viewing import CABLE, as_held

DIAGNOSTICS = st.lists(
    st.builds(
        lambda start, length, severity: Diagnostic("CG001", severity, (start, start + length), "x"),
        st.integers(0, len(CABLE)),
        st.integers(0, 60),
        st.sampled_from(SEVERITIES),
    ),
    max_size=6,
)


@given(DIAGNOSTICS)
def test_diagnostics_stand_where_they_belong(found: list[Diagnostic]) -> None:
    """Letter by letter: the severity of a piece is the worst of what speaks of it, and each is with the fields that it speaks of."""
    end = len(CABLE)
    found = [one for one in found if one.span[1] <= end]
    spans = [(a, b) if a < b else (a, a + 1) if a < end else (end - 1, end) for a, b in (one.span for one in found)]
    at = 0
    for strip in strips(cg.parse(CABLE), found):
        assert strip.start == at
        stop = at + len(strip.field.text)
        here = [one for one, (a, b) in zip(found, spans, strict=True) if a < stop and at < b]
        assert list(strip.diagnostics) == here
        assert strip.severity == max((one.severity for one in here), key=SEVERITIES.index, default="")
        for piece in strip.pieces:
            for place in range(at, at + len(piece.text)):
                said = [one.severity for one, (a, b) in zip(found, spans, strict=True) if a <= place < b]
                assert piece.severity == max(said, key=SEVERITIES.index, default="")
            at += len(piece.text)
    assert at == end


@given(hostile_texts())
def test_pieces_are_the_text(text: str) -> None:
    found = list(strips(cg.parse(text)))
    assert "".join(piece.text for strip in found for piece in strip.pieces) == as_held(text)
    assert "".join(piece.text for piece in by_letter(text)) == as_held(text)
    for piece in (piece for strip in found for piece in strip.pieces):
        assert not piece.hidden or len(piece.text) == 1


def test_hidden_characters_have_names() -> None:
    assert [piece.hidden for piece in by_letter("a\r\nb\rc\u202ed\xa0e\t")] == ["", "CR LF", "", "CR", "", "U+202E", ""]
    assert seen("a\0b\ufeff\u2028") == "a⟨NUL⟩b⟨BOM⟩⟨U+2028⟩"
    assert seen("LIMA\xa0é\n") == "LIMA\xa0é\n"


def test_parts_of_another_kind() -> None:
    text = "UNCLAS LIMA 000017\n\n1. (U) Post agrees with\nLIMA 00000017 002 OF 002\nall of it.\n"
    *_, paragraph = strips(cg.parse(text))
    assert [(piece.text, piece.kind) for piece in paragraph.pieces if piece.kind] == [
        ("(U)", "classification"),
        ("LIMA 00000017 002 OF 002", "transmission"),
    ]
