"""Writer of the classifying officer and the reasons."""

from __future__ import annotations

from itertools import groupby

from cablegrammar.model.classified_by import ClassifiedBy, Reason
from cablegrammar.writer.base import write, writes
from cablegrammar.writer.lines import label, wrap


@writes(Reason)
def reason(value: Reason) -> str:
    """The section and the letter in parentheses."""
    return f"{value.section} ({value.letter})"


@writes(ClassifiedBy)
def classified_by(value: ClassifiedBy) -> str:
    """The sentence, then the source and the date, each on a line of its own."""
    lines = []
    if value.classifier or value.reasons or value.marking or not (value.derived_from or value.declassify_on):
        begin = label("Classified By:")
        if value.marking is not None:
            begin = f"{write(value.marking)} {begin}"
        sentence = ", ".join(part for part in (value.classifier, _reasons(value.reasons)) if part)
        if value.addition:
            sentence += f". {value.addition}"
        lines.append(wrap(begin, sentence.split(" ")) if sentence else begin)
    if value.derived_from:
        lines.append(wrap("DERIVED FROM:", value.derived_from.split(" ")))
    if value.declassify_on:
        lines.append(wrap("DECLASSIFY ON:", value.declassify_on.split(" ")))
    return "\n".join(lines)


def _reasons(reasons: tuple[Reason, ...]) -> str:
    """Reasons 1.4 (b), (c) and (d): the section once for the letters that share it."""
    sections = []
    for section, shared in groupby(reasons, key=lambda reason: reason.section):
        *others, last = [f"({reason.letter})" for reason in shared]
        sections.append(f"{section} {', '.join(others)} and {last}" if others else f"{section} {last}")
    return label(f"Reasons {' and '.join(sections)}") if sections else ""
