"""Damage done to real cables."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.shared import cables, seed


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real cable with characters or lines deleted, doubled or swapped."""
    text = draw(st.sampled_from([seed(), *cables().values()]))
    for _ in range(draw(st.integers(1, 4))):
        pieces: list[str] = text.splitlines(keepends=True) if draw(st.booleans()) else list(text)
        if len(pieces) < 2:
            break
        at = draw(st.integers(0, len(pieces) - 2))
        match draw(st.sampled_from(["delete", "double", "swap"])):
            case "delete":
                del pieces[at]
            case "double":
                pieces.insert(at, pieces[at])
            case _:
                pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
        text = "".join(pieces)
    return text
