"""Readers of references."""

from __future__ import annotations

from cablegrammar.engine import Token
from cablegrammar.model.references import Reference, References
from cablegrammar.transform.base import Parts, joined, reads


class _Remark(str):
    """What stands in one pair of parentheses."""


def _letters(parts: Parts) -> tuple[list[str], str]:
    """The letters with nothing behind them and the item's own; one that stands twice counts once."""
    tokens = [child for child in parts.children if type(child) is Token and child.type in ("LETTER", "SECOND_LETTER")]
    *others, own = list(dict.fromkeys(token.upper() for token in tokens)) or [""]
    return others, own


@reads("references")
def references(parts: Parts) -> References:
    """REF: A. STATE 59732 B. SMITH EMAIL."""
    return References(tuple(item for items in parts.children for item in items))


@reads("telegram")
def telegram(parts: Parts) -> tuple[Reference, ...]:
    """B. 06 BOGOTA 5395 (NOTAL), or a letter alone."""
    others, own = _letters(parts)
    reference = Reference(
        letter=own,
        year=parts.text("REFERENCE_YEAR") or parts.text("YEAR_BEHIND"),
        post=joined(parts.text("REFERENCE_POSTS")),
        number=parts.text("REFERENCE_NUMBER"),
        also=parts.texts("NUMBER_BEHIND"),
        and_previous=parts.has("AND_PREVIOUS"),
        remarks=tuple(map(str, parts.values(_Remark))),
    )
    return *(Reference(letter=letter) for letter in others), reference


@reads("paper")
def paper(parts: Parts) -> tuple[Reference, ...]:
    """B. SMITH EMAIL."""
    others, own = _letters(parts)
    reference = Reference(letter=own, text=" ".join(parts.texts("REFERENCE_TEXT")))
    return *(Reference(letter=letter) for letter in others), reference


@reads("remark")
def remark(parts: Parts) -> _Remark:
    """The words in parentheses."""
    return _Remark(" ".join(parts.children))
