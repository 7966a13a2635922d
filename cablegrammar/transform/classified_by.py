"""Readers of the classifying officer and the reasons."""

from __future__ import annotations

from cablegrammar.model.classified_by import ClassifiedBy, Reason
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.transform.base import Named, Parts, joined, reads


@reads("classified_by")
def classified_by(parts: Parts) -> ClassifiedBy:
    """Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)."""
    words = {part.rule: part.words for part in parts.values(Named)}
    reasons = [reason for child in parts.children if type(child) is list for reason in child]
    return ClassifiedBy(
        classifier=words.get("classifier", ""),
        reasons=tuple(reasons),
        addition=words.get("addition", ""),
        derived_from=words.get("derived", ""),
        declassify_on=words.get("declassify", ""),
        marking=parts.value(PortionMarking),
    )


@reads("reasons")
def reasons(parts: Parts) -> list[Reason]:
    """1.4 (b) and (d): a letter belongs to the section before it."""
    found, section = [], ""
    for token in parts.children:
        if token.type == "REASON_SECTION":
            section = f"1.{token}"
        else:
            found.append(Reason(section, token.lower()))
    return found


def _reads_words(rule: str) -> None:
    """Make the reader of a part that is words alone."""

    @reads(rule)
    def words(parts: Parts) -> Named:
        return Named(rule, joined(*parts.children))


for _rule in ("classifier", "addition", "derived", "declassify"):
    _reads_words(_rule)
