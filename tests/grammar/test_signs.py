"""Twin test of grammar/signs.lark: where a sign is, and that nothing is read on demand where none is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegrammar import strategies
from cablegrammar.blocks import on_demand
from cablegrammar.model import BlockMark, LeadIn, Mentions, Value
from cablegrammar.signs import signs_in
from tests.properties.mutations import mutated
from tests.shared import cables, needs_corpus

KINDS: tuple[type[Value], ...] = (Mentions, LeadIn, BlockMark)

#: Pieces of which a sign may be put together, and what may stand around it.
PIECES = st.sampled_from(
    [
        *("ref", "Refs", "REFTEL", "septel", "SEPTELS", "A", "08", "2008", "STATE", "San Jose", "Lima", "012345", "500", "-", ".", "'"),
        *("Summary", "BIO NOTE", "and Comment", ":", "(", "- ", "Begin ", "END ", "BEGIN", "TEXT", "of note", "\n", " ", "  ", "\t", "\0"),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("as reported reftel", {Mentions}),
        ("(Refs\nA-C)", {Mentions}),
        ("SEPTELS", {Mentions}),
        ("see ST PETERSBURG 000017", {Mentions}),
        ("see 08 STATE 12345", {Mentions}),
        ("Summary: Poor.", {LeadIn}),
        ("(Begin Summary and Comment) Poor.", {LeadIn}),
        ("COMMENT", {LeadIn}),
        ("Poor.\nEND SUMMARY.", {BlockMark}),
        ("  BEGIN  TEXT OF NOTE: \nPoor.", {BlockMark}),
        ("Comment: See ref A.\nEnd Comment", {Mentions, LeadIn, BlockMark}),
        ("", set()),
        ("The referendum", set()),
        ("preftel", set()),
        ("Lima 500 people", set()),
        ("UNKNOWN 012345", set()),
        ("In summary: Poor.", set()),
        ("Summary judgments are rare.", set()),
        ("The end is near.", set()),
        ("End of the text of the note that was handed over", set()),
        ("See you at the END SUMMARY", set()),
        ("Begin ref", {Mentions, BlockMark}),
        ("BEGIN NOTE", {LeadIn, BlockMark}),
    ],
)
def test_signs(text: str, kinds: set[type[Value]]) -> None:
    """Of a text alone, and of one between others."""
    assert list(map(set, signs_in([text]))) == [kinds]
    assert list(map(set, signs_in(["Poor.", text, "12345"]))) == [set(), kinds, set()]


def test_no_texts() -> None:
    assert signs_in([]) == ()


def holds(texts: list[str]) -> None:
    """What has no sign is not there."""
    for text, signs in zip(texts, signs_in(texts), strict=True):
        values = (on_demand(text, kind.start_rule) for kind in KINDS)
        # an END that is run on is no line; `Prose.closing` asks for it where something is open, without signs
        there = {type(value) for value in values if isinstance(value, KINDS) and not getattr(value, "before", "")}
        assert there <= signs, text


@given(st.lists(st.lists(PIECES, max_size=12).map("".join), max_size=4))
def test_what_has_no_sign_is_not_there(texts: list[str]) -> None:
    holds(texts)


@given(st.lists(st.one_of(strategies.hostile_texts(), mutated()), max_size=3))
def test_any_texts(texts: list[str]) -> None:
    holds([*texts, *(line for text in texts for line in text.splitlines())])


@needs_corpus
@pytest.mark.parametrize("name", sorted(cables())[::16])
def test_sample(name: str) -> None:
    """Line by line, so that each may begin or end."""
    holds(cables()[name].splitlines())
