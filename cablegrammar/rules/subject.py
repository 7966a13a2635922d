"""The subject."""

from __future__ import annotations

from collections.abc import Iterator

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.diagnostics import Label
from cablegrammar.rules.base import Finding, Option, rule
from cablegrammar.rules.context import Context
from cablegrammar.rules.presence import lacks

#: Two lines of 65 characters, as the published texts break them.
_LONGEST = 130


@rule("SUB001", "missing-subject", archive="hint", drafting="error", wire=None)
def missing_subject(context: Context) -> Iterator[Finding]:
    """A telegram has no subject.

    ## What it does
    Finds telegrams with a classification line, with text and without SUBJECT, and those where nothing stands behind the word.

    ## Why
    Telegrams are listed and found by their subjects. Public archives lost it in 3 of 100 telegrams.

    ## Source
    5 FAH-1 H-210; state-telegram.md "Order of the text"; STATISTICS 8.

    ## Example
    ```text
    UNCLAS LIMA 000017

    E.O. 12958: N/A
    TAGS: EAGR, PE

    1. The harvest was poor.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    E.O. 12958: N/A
    TAGS: EAGR, PE
    SUBJECT: RICE HARVEST

    1. The harvest was poor.
    ```

    ## Options
    None.

    ## Fix
    None: what it is about, a person must say.
    """
    line, subject = context.first(m.ClassificationLine), context.first(m.Subject)
    if subject is not None and not subject.value.text:
        yield Finding(subject.span, "the SUBJECT line is empty")
    elif line is not None and lacks(context, m.Subject):
        yield Finding(line.span, "the telegram has no SUBJECT line")


@rule(
    "SUB002",
    "long-subject",
    archive="hint",
    drafting="hint",
    wire=None,
    options=(Option("max", _LONGEST, "The most characters of a subject, which are those of two lines."),),
)
def long_subject(context: Context) -> Iterator[Finding]:
    """The subject is longer than two lines.

    ## What it does
    Finds subjects of more than 130 characters, without the portion marking.

    ## Why
    Lists show the beginning of it. Often what is too long is a subject that lost the blank line behind it, with text of the telegram.

    ## Source
    STATISTICS 8: one or two lines in 98 % of the telegrams, broken at about 65 characters. The handbooks that are at hand name no limit.

    ## Example
    ```text
    SUBJECT: RICE: THE HARVEST WAS POOR IN THE NORTHERN PROVINCES,
    POORER IN THE SOUTHERN ONES, AND IN THE EASTERN ONES THERE WAS
    NONE THAT ANYBODY SPOKE OF
    ```

    ## Corrected
    ```text
    SUBJECT: RICE HARVEST POOR
    ```

    ## Options
    `max`: the most characters of a subject, 130.

    ## Fix
    None: how to say it in fewer words, a person must know.
    """
    most = long_subject.option(context, "max")
    for field in context.all(m.Subject):
        length = len(field.value.text)
        if length > most:
            yield Finding(field.span, f"the subject has {length} characters, more than {most}")


@rule("SUB003", "unmarked-subject", archive=None, drafting="warning", wire=None)
def unmarked_subject(context: Context) -> Iterator[Finding]:
    """The subject of a classified telegram has no portion marking.

    ## What it does
    Finds subjects without a marking before or behind their text where the classification line is classified.

    ## Why
    Subjects stand in lists without their telegrams: a reader must see how high they are. Of the historic telegrams 3 in 100 mark them, so
    the profile `archive` has the rule off.

    ## Source
    5 FAH-1 H-210; state-telegram.md "SUBJECT line": a classification in parentheses before or after the text.

    ## Example
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    SUBJECT: (U) RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: how high it is, its drafter must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None or line.value.level <= m.Level.LIMITED_OFFICIAL_USE:
        return
    for field in context.all(m.Subject):
        words = field.value.text.split()
        if not words or field.value.marking is not None:
            continue
        if not isinstance(on_demand(words[-1], m.PortionMarking.start_rule), m.PortionMarking):
            label = Label(line.span, f"{line.value.level} here")
            yield Finding(field.span, "the subject has no portion marking", (label,))
