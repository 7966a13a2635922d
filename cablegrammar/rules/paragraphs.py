"""Paragraphs and their numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cablegrammar import model as m
from cablegrammar.diagnostics import Label
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context


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
