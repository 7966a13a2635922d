"""Classification and portion markings."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from cablegrammar import model as m
from cablegrammar.blocks import engine
from cablegrammar.diagnostics import Label
from cablegrammar.engine import Rejected
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed
from cablegrammar.rules.presence import lacks

_MARKS = ("paragraph mark", "paragraph mark lower", "mark level")
_NOFORN, _SENSITIVE = "NOFORN", "SENSITIVE"
#: The controls that are misspelt.
_CONTROLS = (
    "NOFORN",
    "FOUO",
    "ORCON",
    "PROPIN",
    "NOCONTRACT",
    "LIMDIS",
    "EXDIS",
    "NODIS",
    "STADIS",
    "SENSITIVE",
    "WNINTEL",
    "REL",
    "FGI",
)
#: Orders whose telegrams have no Classified By line (state-telegram.md "E.O. line"), and the first year that has it throughout.
_ORDERS_BEFORE = ("11652", "12065", "12356")
_CLASSIFIERS_SINCE = 1996


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
    fields = context.all(m.ClassifiedBy)
    if line is None or line.value.level > m.Level.LIMITED_OFFICIAL_USE or not fields:
        return
    fix = context.replace("Take the Classified By line away", classified_by=None)
    for field in fields:
        label = Label(line.span, f"{line.value.level} here")
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


@rule("CL004", "level-above-portions", archive="warning", drafting="error", wire=None)
def level_above_portions(context: Context) -> Iterator[Finding]:
    """The telegram is of a higher level than everything in it.

    ## What it does
    Compares the level of the classification line with the highest portion marking, where every paragraph has one and the line is classified.

    ## Why
    A telegram is as high as its highest portion, not higher: the line keeps from readers what none of its portions asks for, or a portion
    is marked too low.

    ## Source
    5 FAH-1 H-246.2; state-telegram.md "Paragraphs": the highest portion equals the line.

    ## Example
    ```text
    S E C R E T LIMA 000017

    SUBJECT: RICE HARVEST

    1. (U) The harvest was poor.

    2. (C) Post will report.
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST

    1. (U) The harvest was poor.

    2. (C) Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: whether line or portion is wrong, a person must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None or not _classified(line.value):
        return
    paragraphs = context.all(m.Paragraph)
    others: tuple[Placed[m.Subject] | Placed[m.Text], ...] = (*context.all(m.Subject), *context.all(m.Text))
    levels = [field.value.marking.level for field in paragraphs if field.value.marking is not None]
    if not levels or len(levels) < len(paragraphs):
        return
    highest = max(levels + [field.value.marking.level for field in others if field.value.marking is not None])
    if highest < line.value.level:
        first = next(field for field in paragraphs if field.value.marking and field.value.marking.level is max(levels))
        yield Finding(
            line.span,
            f"the telegram is {line.value.level}, but no portion of it is above {highest}",
            (Label(first.part(*_MARKS), "the highest paragraph"),),
            help="lower the classification line, or mark the portion higher",
        )


@rule("CL005", "missing-portion-marking", archive="hint", drafting="error", wire=None)
def missing_portion_marking(context: Context) -> Iterator[Finding]:
    """A paragraph of a classified telegram has no portion marking.

    ## What it does
    Finds paragraphs without a marking where the classification line is classified; where no paragraph is numbered, the text behind the head.
    A marking for the entire text (`(C - ENTIRE TEXT)`) stands for all.

    ## Why
    Nobody can quote or release the paragraph without asking who wrote it.

    ## Source
    5 FAH-1 H-246.2: each paragraph has its classification in parentheses, behind its number.

    ## Example
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST

    1. (C) The harvest was poor.

    2. Post will report.
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST

    1. (C) The harvest was poor.

    2. (U) Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: how high a paragraph is, its drafter must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None or not _classified(line.value):
        return
    label = (Label(line.span, f"{line.value.level} here"),)
    paragraphs = context.all(m.Paragraph)
    if any(marking.entire_text for marking in _markings(context)):
        return
    for field in paragraphs:
        if field.value.marking is None:
            said = f"paragraph {field.value.number} has no portion marking"
            yield Finding(field.part("paragraph number"), said, label)
    texts = [] if paragraphs else [text for text in context.all(m.Text) if text.index > line.index]
    if texts and all(text.value.marking is None for text in texts):
        yield Finding(texts[0].span, "the text has no portion marking", label)


@rule("CL006", "noforn-not-above", archive="warning", drafting="error", wire=None)
def noforn_not_above(context: Context) -> Iterator[Finding]:
    """A portion is marked NOFORN, and nothing above says so.

    ## What it does
    Finds the first portion marking with `NF` in a telegram without the caption NOFORN.

    ## Why
    The telegram is handled by its head: without the caption it goes to readers who may not have the portion.

    ## Source
    captions.csv (NOFORN, no foreign distribution); state-telegram.md "Captions"; STATISTICS 1: 801 of 837 NOFORN telegrams have the caption.

    ## Example
    ```text
    S E C R E T LIMA 000017

    SIPDIS

    SUBJECT: RICE HARVEST

    1. (S/NF) The harvest was poor.
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    SIPDIS
    NOFORN

    SUBJECT: RICE HARVEST

    1. (S/NF) The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: whether the portion or the head is wrong, a person must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None or _NOFORN in context.cable.captions:
        return
    fields: tuple[Placed[m.Paragraph] | Placed[m.Subject] | Placed[m.Text], ...] = (
        *context.all(m.Subject),
        *context.all(m.Text),
        *context.all(m.Paragraph),
    )
    marked = [field for field in fields if field.value.marking is not None and "NF" in field.value.marking.controls]
    if marked:
        count = f"{len(marked)} portions are" if len(marked) > 1 else "a portion is"
        yield Finding(
            marked[0].part(*_MARKS),
            f"{count} marked NOFORN, but the telegram has no caption NOFORN",
            (Label(line.span, "no NOFORN below it"),),
            help="add the caption NOFORN, or mark the portion without it",
        )


@rule("CL007", "missing-classifier", archive="hint", drafting="error", wire=None)
def missing_classifier(context: Context) -> Iterator[Finding]:
    """A classified telegram does not say who classified it.

    ## What it does
    Finds classified telegrams with text and without a Classified By line. Those whose E.O. line names an order before 12958, and those
    before 1996, are left out: they named the classifier on the E.O. line, or not at all.

    ## Why
    Who wants to know why it is classified, or to have it declassified, must know whom to ask and for which reason it was done.

    ## Source
    5 FAH-1 H-246; state-telegram.md "Classified By / Reason".

    ## Example
    ```text
    C O N F I D E N T I A L LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST

    1. (C) The harvest was poor.
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST

    Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)

    1. (C) The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: who classified it, the telegram does not say.
    """
    line, order, year = context.first(m.ClassificationLine), context.cable.executive_order, context.cable.year
    if line is None or not _classified(line.value) or not lacks(context, m.ClassifiedBy):
        return
    # some say it in a numbered paragraph
    if context.cable.classified_by is not None:
        return
    if (order is None or order.order not in _ORDERS_BEFORE) and (year is None or year >= _CLASSIFIERS_SINCE):
        yield Finding(line.span, f"the telegram is {line.value.level}, but has no Classified By line")


@rule("CL009", "sbu-without-sensitive", archive="hint", drafting="warning", wire=None)
def sbu_without_sensitive(context: Context) -> Iterator[Finding]:
    """An unclassified telegram with SBU portions has no caption SENSITIVE.

    ## What it does
    Finds the first portion marked SBU where the classification line is UNCLAS without EFTO and the caption SENSITIVE is missing.

    ## Why
    What is sensitive but unclassified is handled by the caption: without it the telegram goes its way as if anybody might read it.

    ## Source
    classification_levels.csv: SENSITIVE BUT UNCLASSIFIED is UNCLAS and the caption SENSITIVE; STATISTICS 1: 1,124 of 1,154 have it.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SIPDIS

    SUBJECT: RICE HARVEST

    1. (SBU) The harvest was poor.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SENSITIVE
    SIPDIS

    SUBJECT: RICE HARVEST

    1. (SBU) The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: whether the portion or the head is wrong, a person must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None or line.value.level > m.Level.LIMITED_OFFICIAL_USE or line.value.efto:
        return
    if _SENSITIVE in context.cable.captions:
        return
    fields: tuple[Placed[m.Paragraph] | Placed[m.Text], ...] = (*context.all(m.Text), *context.all(m.Paragraph))
    marked = [field for field in fields if field.value.marking is not None and field.value.marking.sensitive]
    if marked:
        yield Finding(
            marked[0].part(*_MARKS),
            "a portion is marked SBU, but the telegram has no caption SENSITIVE",
            (Label(line.span, "no SENSITIVE below it"),),
            help="add the caption SENSITIVE",
        )


@rule("CL010", "mixed-separators", archive="hint", drafting="warning", wire=None)
def mixed_separators(context: Context) -> Iterator[Finding]:
    """The controls of portion markings stand behind one slash here and behind two there.

    ## What it does
    Compares what stands before the controls, `/`, `//`, `-` or a blank, with the first of the telegram; says it of the first that differs.

    ## Why
    Programs that sort by markings take `(S/NF)` and `(S//NF)` for two. Both are in use, one is enough for a telegram.

    ## Source
    5 FAH-1 H-246.2: SBU/NF; state-telegram.md "Paragraphs": separators / and //, (S/NF) 2,183 and (S//NF) 257.

    ## Example
    ```text
    S E C R E T LIMA 000017

    1. (S/NF) The harvest was poor.

    2. (S//NF) Post will report.
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    1. (S/NF) The harvest was poor.

    2. (S/NF) Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: `cablegrammar format` writes one slash everywhere.
    """
    first: tuple[str, Placed[m.Value]] | None = None
    for field in _marked(context):
        for separator in field.value.marking.separators if field.value.marking is not None else ():
            if first is None:
                first = separator, field
            elif separator != first[0]:
                label = Label(first[1].part(*_MARKS), f"{_shown(first[0])} here")
                said = f"a control stands behind {_shown(separator)}, others behind {_shown(first[0])}"
                yield Finding(field.part(*_MARKS), said, (label,))
                return


def _shown(separator: str) -> str:
    return separator.strip() or "a blank"


def _marked(context: Context) -> tuple[Placed[m.Subject] | Placed[m.Paragraph] | Placed[m.Text], ...]:
    """The fields that may have a portion marking, in the order of the text."""
    fields: tuple[Placed[m.Subject] | Placed[m.Paragraph] | Placed[m.Text], ...] = (
        *context.all(m.Subject),
        *context.all(m.Paragraph),
        *context.all(m.Text),
    )
    return tuple(sorted(fields, key=lambda field: field.index))


@rule("CL011", "unknown-control", archive="hint", drafting="warning", wire=None)
def unknown_control(context: Context) -> Iterator[Finding]:
    """A paragraph begins like a portion marking, but for a control that is not known.

    ## What it does
    Finds paragraphs without a marking that begin with a level, a slash and letters in parentheses, in telegrams that mark others. What the
    letters are is not decided: the State Department has offices of such names, (S/CT), and the list of controls is closed for their sake.

    ## Why
    What is no known marking is none: the paragraph counts as unmarked.

    ## Source
    5 FAH-1 H-246.2; state-telegram.md "Paragraphs": the markings that are in use.

    ## Example
    ```text
    S E C R E T LIMA 000017

    1. (S/NOFRN) The harvest was poor.

    2. (S/NF) Post will report.
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    1. (S/NOFORN) The harvest was poor.

    2. (S/NF) Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: what it restricts, its drafter must say.
    """
    paragraphs = context.all(m.Paragraph)
    if not any(field.value.marking for field in paragraphs):
        return
    for field in paragraphs:
        control = "" if field.value.marking is not None else _doubtful(field.value.text)
        if control:
            close = get_close_matches(control, _CONTROLS, 1)
            meant = f"; did you mean {close[0]}?" if close else ""
            said = f"paragraph {field.value.number} begins like a marking, but {control} is no known control{meant}"
            yield Finding(field.part("paragraph number"), said)


def _doubtful(text: str) -> str:
    """The control that is not known, `""` where the text does not begin like a marking."""
    try:
        spans = engine().spans(text, "doubtful_marking")
    except Rejected:
        return ""
    # a text that ends too soon has some of the parts
    return next((text[start:end] for part, start, end in spans if part == "unknown control"), "")


def _classified(line: m.ClassificationLine) -> bool:
    """Whether the telegram is classified, so that LIMITED OFFICIAL USE, an administrative control, is not."""
    return line.level > m.Level.LIMITED_OFFICIAL_USE


def _markings(context: Context) -> Iterator[m.PortionMarking]:
    """The portion markings of paragraphs and unnumbered text."""
    fields: tuple[Placed[m.Paragraph] | Placed[m.Text], ...] = (*context.all(m.Paragraph), *context.all(m.Text))
    for field in fields:
        if field.value.marking is not None:
            yield field.value.marking
