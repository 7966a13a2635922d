"""What reading a file says. CG003 is not here: formatting says it of its own work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from cablegrammar.canonical import first_line_end
from cablegrammar.diagnostics import SAFE, UNSAFE, Edit, Fix, LazyFix
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context


@rule("CG001", "unparsed", archive="error", drafting="error", wire="error")
def unparsed(context: Context) -> Iterator[Finding]:
    """A line is not the construct that its place or its opening announces.

    ## What it does
    Finds what the grammar does not read: a format line with a part missing, a line of the header that is no format line, a date that does
    not exist. The message says what was expected at the place where reading stopped.

    ## Why
    Nobody who reads the cable by machine gets what stands there, and other rules cannot check it.

    ## Source
    5 FAH-1 H-240, 5 FAH-2 H-320: the format of telegrams and of their lines. The note of each finding has the clause of its construct.

    ## Example
    ```text
    DE RUEHIL #218/01 2531215
    FM AMEMBASSY ISLAMABAD
    ```

    ## Corrected
    ```text
    DE RUEHIL #2184/01 2531215
    FM AMEMBASSY ISLAMABAD
    ```

    ## Options
    None.

    ## Fix
    None: `cablegrammar repair` proposes what would make damaged lines regular.
    """
    for said in context.syntax:
        if said.code == "CG001":
            yield Finding(said.span, said.message, expected=said.expected, note=said.note)


@rule("CG002", "missing-line-break", archive=None, drafting="warning", wire="error")
def missing_line_break(context: Context) -> Iterator[Finding]:
    """A field begins in the line of the one before.

    ## What it does
    Finds fields that do not begin a line: FM behind the date-time group, SUBJECT behind the TAGS.

    ## Why
    Each format line and each line of the head is a line of its own. Reading accepts less, because publishers lost line breaks; the archive's
    flat record loses one in nearly every cable, so the profile `archive` has the rule off.

    ## Source
    5 FAH-2 H-320, 5 FAH-1 H-246; STATISTICS 3.10 (the glue of the flat record).

    ## Example
    ```text
    TAGS: PREL, PE SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    TAGS: PREL, PE
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Safe: begins a line there. Unsafe where the text would then be read otherwise, which happens in flattened prose.
    """
    found = [said for said in context.syntax if said.code == "CG002"]
    if not found:
        return
    newline = first_line_end(context.text)
    before = dict(zip(context.starts[1:], context.cable.fields, strict=False))
    edits: list[Edit] = []
    for said in found:
        at, text = said.span[0], before[said.span[0]].text
        edits.append(Edit((at - len(text) + len(text.rstrip(" \t")), at), newline))

    @cache
    def grade() -> str:
        # where prose was flattened, a line of its own may be read as something else
        return SAFE if context.keeps_meaning(edits) else UNSAFE

    def fix(edit: Edit) -> Fix:
        return Fix((edit,), grade(), "Begin a line")

    for said, edit in zip(found, edits, strict=True):
        yield Finding(said.span, said.message, fix=LazyFix(partial(fix, edit)))


@rule("CG004", "fallback-encoding", archive="hint", drafting="warning", wire="error")
def fallback_encoding(context: Context) -> Iterator[Finding]:
    """The file is no UTF-8 and was read as Windows-1252.

    ## What it does
    Names the first byte that UTF-8 does not allow.

    ## Why
    Another program that expects UTF-8 refuses the file, and one that expects another code page shows other characters.

    ## Source
    acp127.md "Character set and line length": telegrams have characters of ITA2, which every encoding has in common.

    ## Example
    ```text encoding=windows-1252
    SUBJECT: CAFÉ
    ```

    ## Corrected
    ```text
    SUBJECT: CAFÉ
    ```

    ## Options
    None.

    ## Fix
    None: write the file as UTF-8.
    """
    for said in context.document.diagnostics if context.document is not None else ():
        if said.code == "CG004":
            yield Finding(said.span, said.message, help="write the file as UTF-8")
