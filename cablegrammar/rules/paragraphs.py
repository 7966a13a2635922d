"""Paragraphs and their numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

import attrs

from cablegrammar import model as m
from cablegrammar.diagnostics import Label
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed

#: A paragraph's kind begins so where it is one, or one and something else.
_SUMMARY = "summary"


@rule("PAR001", "paragraph-gap", archive="hint", drafting="warning", wire=None)
def paragraph_gap(context: Context) -> Iterator[Finding]:
    """A paragraph number is left out.

    ## What it does
    Compares the number of each paragraph with the one before.

    ## Why
    Paragraphs are cited by their numbers. A gap often is a paragraph that was lost, or one whose number is not read as one.

    ## Source
    5 FAH-1 H-246.2: paragraphs are numbered consecutively.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    3. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: a number changed is a citation broken.
    """
    for before, field in pairwise(context.all(m.Paragraph)):
        number, expected = field.value.number, before.value.number + 1
        if number > expected:
            label = Label(before.part("paragraph number"), f"paragraph {before.value.number}")
            gap = f"{expected} is" if number == expected + 1 else f"{expected} to {number - 1} are"
            said = f"paragraph {number} follows paragraph {before.value.number}; {gap} left out"
            yield Finding(field.part("paragraph number"), said, (label,))


@rule("PAR002", "paragraph-repeat", archive="hint", drafting="warning", wire=None)
def paragraph_repeat(context: Context) -> Iterator[Finding]:
    """A paragraph number comes again, or the numbers begin anew.

    ## What it does
    Compares the number of each paragraph with the one before.

    ## Why
    Two paragraphs of one number cannot be told apart when they are cited.

    ## Source
    5 FAH-1 H-246.2: paragraphs are numbered consecutively.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    1. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: a number changed is a citation broken.
    """
    for before, field in pairwise(context.all(m.Paragraph)):
        number = field.value.number
        if number <= before.value.number:
            label = Label(before.part("paragraph number"), f"paragraph {before.value.number}")
            again = "comes again" if number == before.value.number else f"follows paragraph {before.value.number}"
            yield Finding(field.part("paragraph number"), f"paragraph {number} {again}", (label,))


@rule("PAR003", "single-numbered-paragraph", archive="hint", drafting="warning", wire=None)
def single_numbered_paragraph(context: Context) -> Iterator[Finding]:
    """The only paragraph has a number.

    ## What it does
    Finds telegrams with exactly one numbered paragraph.

    ## Why
    A number says that there are others. Often they were lost, or their numbers are not read as such.

    ## Source
    5 FAH-1 H-246.2: a single paragraph is not numbered.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: whether others are missing, a person must say.
    """
    paragraphs = context.all(m.Paragraph)
    if len(paragraphs) == 1 and context.first(m.ClassificationLine) is not None:
        (only,) = paragraphs
        yield Finding(only.part("paragraph number"), f"paragraph {only.value.number} is the only one")


@rule("PAR004", "first-paragraph", archive="hint", drafting="warning", wire=None)
def first_paragraph(context: Context) -> Iterator[Finding]:
    """The first paragraph is not number 1.

    ## What it does
    Looks at the number of the first paragraph.

    ## Why
    What stands before it was lost, or is not read as a paragraph.

    ## Source
    5 FAH-1 H-246.2: paragraphs are numbered consecutively; H-246.3: what stands above paragraph 1 has no number.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    2. The harvest was poor.

    3. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: a number changed is a citation broken.
    """
    first, line = context.first(m.Paragraph), context.first(m.ClassificationLine)
    # section 2 of a telegram begins where section 1 ended
    later = line is not None and line.value.section is not None and line.value.section.number > 1
    if first is not None and first.value.number != 1 and not later:
        yield Finding(first.part("paragraph number"), f"the first paragraph has the number {first.value.number}")


@rule("PAR005", "unnumbered-paragraph", archive="hint", drafting="warning", wire=None)
def unnumbered_paragraph(context: Context) -> Iterator[Finding]:
    """A paragraph with a portion marking has no number, and others have one.

    ## What it does
    Finds unnumbered text with a marking outside of the numbered paragraphs. What says that it is a summary or the like is left out, and so is
    the note on handling, marked SBU, that may stand before paragraph 1.

    ## Why
    It cannot be cited.

    ## Source
    5 FAH-1 H-246.2: paragraphs are numbered consecutively when there is more than one; H-246.3: a summary above paragraph 1 has no number.

    ## Example
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST

    (C) The harvest was poor.

    1. (C) Post will report.

    2. (C) Post will travel.
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST

    1. (C) The harvest was poor.

    2. (C) Post will report.

    3. (C) Post will travel.
    ```

    ## Options
    None.

    ## Fix
    None: which number it has, a person must say.
    """
    line, first = context.first(m.ClassificationLine), context.first(m.Paragraph)
    if line is None or first is None:
        return
    for field in context.all(m.Text):
        marking = field.value.marking
        if marking is None or field.index < line.index or (marking.sensitive and field.index < first.index):
            continue
        if not context.kind(field):
            yield Finding(field.span, "a paragraph with a portion marking has no number")


@rule("PAR006", "unclosed-block", archive="hint", drafting="warning", wire=None)
def unclosed_block(context: Context) -> Iterator[Finding]:
    """A quoted text begins and does not end.

    ## What it does
    Finds BEGIN lines (`BEGIN TEXT:`) without an END of the same first word behind them, on a line of its own or behind the last sentence of
    a prose block.

    ## Why
    Where the quotation ends and the post speaks again, nobody can tell. END without BEGIN is left out: END SUMMARY alone is the custom.

    ## Source
    STATISTICS 13 (BEGIN and END blocks).

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The note says:

    BEGIN TEXT:

    The harvest was poor.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The note says:

    BEGIN TEXT:

    The harvest was poor.

    END TEXT.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: where it ends, a person must say.
    """
    # by name, those that wait for their END, the last one first to get it
    begun: dict[str, list[_Begun]] = defaultdict(list)

    def close(mark: m.BlockMark) -> None:
        name = mark.name.upper()
        if waiting := begun.get(name):
            waiting.pop()
            if not waiting:
                del begun[name]

    for field in context.body:
        marks = context.block_marks(field)
        for nth, mark in enumerate(marks):
            if mark.begins:
                begun[mark.name.upper()].append(_Begun(mark, field, nth, len(marks)))
            else:
                close(mark)
        # END SUMMARY often stands behind the last sentence
        for block in field.value.blocks if begun else ():
            closing = block.closing if isinstance(block, m.Prose) else None
            if closing is not None:
                close(closing)
    left = (one for waiting in begun.values() for one in waiting)
    for one in sorted(left, key=lambda one: (one.field.index, one.nth)):
        places = one.field.parts("block mark")
        # one that is indented is a line like others to the grammar of paragraphs
        at = places[one.nth] if len(places) == one.marks else one.field.span
        yield Finding(at, f"{one.mark.what} begins here and does not end")


@attrs.frozen
class _Begun:
    """A BEGIN, the field that it stands in, which of the marks there it is, and how many there are."""

    mark: m.BlockMark
    field: Placed[m.Text | m.Paragraph]
    nth: int
    marks: int


@rule("PAR007", "late-summary", archive="hint", drafting="warning", wire=None)
def late_summary(context: Context) -> Iterator[Finding]:
    """The summary is not the first paragraph.

    ## What it does
    Finds a paragraph that says it is the summary, behind one that does not say what it is. An action request, an introduction, or a note
    before it is left out.

    ## Why
    Many read no more than the summary, and look for it first.

    ## Source
    5 FAH-1 H-246.3: the summary stands above paragraph 1; state-telegram.md "Paragraphs": in practice it is paragraph 1.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Summary: Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. Summary: Post will report.

    2. The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: the paragraphs are cited by their numbers.
    """
    first: Placed[m.Paragraph] | None = None
    for field in context.all(m.Paragraph):
        kind = context.kind(field)
        if kind.startswith(_SUMMARY):
            if first is not None:
                label = Label(first.part("paragraph number"), "before it")
                said = f"the summary, paragraph {field.value.number}, is not the first"
                yield Finding(field.part("paragraph number"), said, (label,))
            return
        if not kind and first is None:
            first = field


@rule("PAR008", "missing-signature", archive=None, drafting="warning", wire=None)
def missing_signature(context: Context) -> Iterator[Finding]:
    """The text has no signature.

    ## What it does
    Finds telegrams with a classification line and text, and without a surname at the end. In a telegram of several sections only the last
    has one.

    ## Why
    A telegram goes out in the name of the head of the post. The publishers of archives lost it in nearly half of their texts, so the profile
    `archive` has the rule off.

    ## Source
    state-telegram.md "Paragraphs": the last line is a surname in capitals.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. The harvest was poor.

    2. Post will report.

    ROE
    ```

    ## Options
    None.

    ## Fix
    None: whose name it is, the text does not say.
    """
    line = context.first(m.ClassificationLine)
    body: tuple[Placed[m.Text] | Placed[m.Paragraph], ...] = (*context.all(m.Text), *context.all(m.Paragraph))
    if line is None or not body or context.first(m.Signature) is not None:
        return
    section = line.value.section
    lines = context.all(m.ClassificationLine)
    if section is not None and max(one.value.section.number for one in lines if one.value.section) < section.total:
        return
    last = max(body, key=lambda one: one.index)
    at = last.part("paragraph number") if isinstance(last.value, m.Paragraph) else last.span
    yield Finding(at, "no signature stands behind the last paragraph")
