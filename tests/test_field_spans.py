"""Where the parts of a field stand."""

from __future__ import annotations

from hypothesis import given

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.strategies.base import hostile_texts


def spans_fit(text: str) -> None:
    for field in cg.parse(text).fields:
        ends = [0]
        for span in field.spans():
            assert ends[-1] <= span.start < span.end <= len(field.text)
            ends.append(span.end)


@given(strategies.cables())
def test_spans_of_cables(cable: cg.Cable) -> None:
    spans_fit(cg.unparse(cable))


@given(hostile_texts())
def test_spans_of_any_text(text: str) -> None:
    spans_fit(text)


def test_spans_of_what_was_read_but_could_not_be_written() -> None:
    """Reading verifies nothing, so asking for the spans of what was read does not either."""
    (field,) = cg.parse("INFO ROE MEMO/26 DEC 02//\n").fields
    assert [span.part for span in field.spans()][:1] == ["PLAD"]
