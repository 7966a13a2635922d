"""Classification and portion markings."""

from __future__ import annotations

from collections.abc import Iterator

from cablegrammar import model as m
from cablegrammar.diagnostics import Label
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context

_MARKS = ("paragraph mark", "paragraph mark lower", "mark level")


@rule("CL001", "portion-above-line", archive="warning", drafting="error", wire=None)
def portion_above_line(context: Context) -> Iterator[Finding]:
    """A paragraph or the subject is marked higher than the telegram.

    ## What it does
    Compares each portion marking with the level of the classification line.

    ## Why
    The telegram is handled by its line: a portion above it is not protected as it must be, or is marked too high.

    ## Source
    5 FAH-1 H-246.2; state-telegram.md "Paragraphs": the highest portion equals the line.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. (C) The harvest was poor.
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST

    1. (C) The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: whether line or portion is wrong, a person must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None:
        return
    level = line.value.level
    for name, fields in (
        ("paragraph", context.all(m.Paragraph)),
        ("subject", context.all(m.Subject)),
        ("text", context.all(m.Text)),
    ):
        for field in fields:
            marking = field.value.marking
            if marking is not None and marking.level > level:
                article = "an" if level is m.Level.UNCLASSIFIED else "a"
                yield Finding(
                    field.part(*_MARKS),
                    f"{marking.level} {name} in {article} {level} telegram",
                    (Label(line.span, f"{level} here"),),
                    help="raise the classification line, or mark the portion lower",
                )


@rule("CL002", "unclassified-with-classifier", archive="warning", drafting="error", wire=None)
def unclassified_with_classifier(context: Context) -> Iterator[Finding]:
    """An unclassified telegram says who classified it.

    ## What it does
    Finds a Classified By line in a telegram whose classification line says UNCLAS.

    ## Why
    Only what is classified has a classifier and a reason: the line is left over, or the level is wrong.

    ## Source
    5 FAH-1 H-246; state-telegram.md "Classified By / Reason".

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST
    Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Unsafe: takes the line away.
    """
    line = context.first(m.ClassificationLine)
    if line is None or line.value.level > m.Level.LIMITED_OFFICIAL_USE:
        return
    for field in context.all(m.ClassifiedBy):
        label = Label(line.span, f"{line.value.level} here")
        fix = context.replace("Take the Classified By line away", classified_by=None)
        yield Finding(field.span, f"Classified By in a telegram that is {line.value.level}", (label,), fix=fix)


@rule("CL003", "unclassified-with-declassification", archive="warning", drafting="error", wire=None)
def unclassified_with_declassification(context: Context) -> Iterator[Finding]:
    """An unclassified telegram is to be declassified.

    ## What it does
    Finds an E.O. line with a date, an exemption or an event in a telegram whose classification line says UNCLAS.

    ## Why
    The E.O. line of an unclassified telegram says N/A; a date says that something in it is classified.

    ## Source
    state-telegram.md "E.O. line": unclassified, N/A [ITA]; 5 FAH-1 H-246.

    ## Example
    ```text
    UNCLAS LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    E.O. 12958: N/A
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes N/A.
    """
    line, order = context.first(m.ClassificationLine), context.first(m.ExecutiveOrder)
    if line is None or order is None or line.value.level > m.Level.LIMITED_OFFICIAL_USE:
        return
    value = order.value
    if value.date is not None or value.exemption or value.event:
        bare = dict.fromkeys(("exemption", "event", "level", "classifier", "office"), "")
        fix = context.rewrite(order, "Write N/A", action=m.OrderAction.NOT_APPLICABLE, date=None, **bare)
        label = Label(line.span, f"{line.value.level} here")
        said = f"the E.O. line declassifies a telegram that is {line.value.level}"
        yield Finding(order.span, said, (label,), fix=fix)
