"""Readers of references."""

from __future__ import annotations

from cablegrammar.model.base import Value
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.references import Reference, References
from cablegrammar.transform.base import Named, Parts, joined, reads
from cablegrammar.transform.page_line import page_lines_of


def _letters(parts: Parts) -> tuple[list[str], str]:
    """The letters with nothing behind them and the item's own; one that stands twice counts once."""
    letters = parts.tokens(("LETTER", "SECOND_LETTER"))
    *others, own = list(dict.fromkeys(letter.upper() for letter in letters)) or [""]
    return others, own


@reads("references")
def references(parts: Parts) -> References:
    """REF: A. STATE 59732 B. SMITH EMAIL."""
    found = [item for items in parts.children for item in items]
    return References(
        items=tuple(item for item in found if isinstance(item, Reference)),
        page_lines=tuple(item for item in found if isinstance(item, PageLine)),
    )


@reads("telegram")
def telegram(parts: Parts) -> list[Value]:
    """B. 06 BOGOTA 5395 (NOTAL), or a letter alone; then the page lines behind it."""
    others, own = _letters(parts)
    reference = Reference(
        letter=own,
        year=parts.text("REFERENCE_YEAR") or parts.text("YEAR_BEHIND"),
        post=joined(parts.text("REFERENCE_POSTS")),
        number=parts.text("REFERENCE_NUMBER"),
        also=parts.texts("NUMBER_BEHIND"),
        and_previous=parts.has("AND_PREVIOUS"),
        remarks=tuple(remark.words for remark in parts.values(Named)),
    )
    return [*(Reference(letter=letter) for letter in others), reference, *page_lines_of(parts, "PAGE_IN_REFERENCES")]


@reads("paper")
def paper(parts: Parts) -> list[Value]:
    """B. SMITH EMAIL; then the page lines behind it."""
    others, own = _letters(parts)
    reference = Reference(letter=own, text=" ".join(parts.texts("REFERENCE_TEXT")))
    return [*(Reference(letter=letter) for letter in others), reference, *page_lines_of(parts, "PAGE_IN_REFERENCES")]


@reads("remark")
def remark(parts: Parts) -> Named:
    """The words in parentheses."""
    return Named("remark", " ".join(parts.children))
