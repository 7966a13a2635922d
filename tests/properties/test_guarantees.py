"""Guarantees on generated and mutated texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.blocks import read
from cablegrammar.model import CONSTRUCTS, Value
from cablegrammar.writer import write
from tests.properties.checks import canonical, honest, lossless
from tests.properties.mutations import mutated


@given(strategies.hostile_texts())
def test_any_text(text: str) -> None:
    """G1 to G5 on texts made of keywords, line ends and any characters."""
    cable = lossless(text)
    honest(cable)
    canonical(cable)


@pytest.mark.parametrize("construct", sorted(CONSTRUCTS))
@given(data=st.data())
def test_each_construct(construct: str, data: st.DataObject) -> None:
    """G6: what a strategy draws is the same value when written and read, and the same text when written once more."""
    value: Value = data.draw(getattr(strategies, construct)())
    text = write(value)
    again = read(text, construct)
    assert again == value
    assert write(again) == text


@given(strategies.cables())
def test_whole_cables(cable: cg.Cable) -> None:
    """G6 for whole cables."""
    text = cg.unparse(cable)
    assert cg.parse(text) == cable
    lossless(text)
    canonical(cable)


@given(mutated())
def test_mutated_cables(text: str) -> None:
    """G1 to G5 on damaged cables."""
    cable = lossless(text)
    honest(cable)
    canonical(cable)
