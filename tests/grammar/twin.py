"""The twin test of a construct: an accept list with expected values and a reject list, both proven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from cablegrammar.blocks import read
from cablegrammar.engine import Rejected
from cablegrammar.model.base import Value
from cablegrammar.writer.base import write


def twin(construct: str, accept: Mapping[str, Value], reject: Sequence[str]) -> type:
    """A test class for `construct`: every text of `accept` reads as its value, which written and read again is itself;
    every text of `reject` is refused with a position and a reason."""
    assert len(accept) >= 5, f"{construct}: five accepted examples at least"
    assert len(reject) >= 5, f"{construct}: five rejected examples at least"
    assert all(value.start_rule == construct for value in accept.values())

    class Twin:
        NAME = construct
        ACCEPTED = len(accept)
        REJECTED = len(reject)

        @pytest.mark.parametrize("text", list(accept))
        def test_accepts(self, text: str) -> None:
            value = read(text, construct)
            assert value == accept[text]
            assert read(write(value), construct) == value

        @pytest.mark.parametrize("text", list(reject))
        def test_rejects(self, text: str) -> None:
            with pytest.raises(Rejected) as caught:
                read(text, construct)
            assert 0 <= caught.value.offset <= len(text)
            assert caught.value.expected or caught.value.reason

    return Twin
