"""What reading a file says. CG003 is not here: formatting says it of its own work."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from cablegrammar.canonical import first_line_end
from cablegrammar.diagnostics import CODES, SAFE, SYNTAX_CODES, UNKNOWN, UNSAFE, Edit, Fix, LazyFix, clause
from cablegrammar.rules.base import PROFILES, Finding, Rule, rule
from cablegrammar.rules.context import Context


def _said(context: Context, code: str) -> Iterator[Finding]:
    """What reading said under `code`."""
    for said in context.syntax:
        if said.code == code:
            yield Finding(said.span, said.message, expected=said.expected, note=said.note)


@rule("CG001", "unknown-line", archive="error", drafting="error", wire="error")
def unknown_line(context: Context) -> Iterator[Finding]:
    """A line is nothing that its place or its opening announces.

    ## What it does
    Finds what the grammar does not read and nothing announces: a line of the header that is no format line, a line among the fields of the
    head. What begins like a construct has the code of that construct, from CG101 on; the few that have none have this one.

    ## Why
    Nobody who reads the cable by machine gets what stands there, and other rules cannot check it.

    ## Source
    5 FAH-1 H-240, 5 FAH-2 H-320: the format of telegrams and of their lines.

    ## Example
    ```text
    FM AMEMBASSY LIMA
    see below
    TO RUEHC/SECSTATE WASHDC
    ```

    ## Corrected
    ```text
    FM AMEMBASSY LIMA
    TO RUEHC/SECSTATE WASHDC
    ```

    ## Options
    None.

    ## Fix
    None: `cablegrammar repair` proposes what would make damaged lines regular.
    """
    yield from _said(context, UNKNOWN)


#: By construct: what it is in the field's words, a text in which it is damaged, and the text without the damage.
_DAMAGED = {
    "transmission_id": ("the transmission identifier, FL1", "VZCZCXRO237A\n", "VZCZCXRO2370\n"),
    "routing": ("FL2, the routing line", "OO RUEHPE RUEH1\n", "OO RUEHPE RUEHC\n"),
    "station": (
        "FL3, the line of the station that sends",
        "DE RUEHIL #218/01 2531215\n",
        "DE RUEHIL #2184/01 2531215\n",
    ),
    "security": ("FL4, the security line", "ZNY CCCC ZZH\n", "ZNY CCCCC ZZH\n"),
    "date_time_line": ("FL5, the date-time line", "O 311215Z SEP 09\n", "O 301215Z SEP 09\n"),
    "originator": ("FL6, the originator behind FM", "FM AMEMBASSY LIMA/\n", "FM AMEMBASSY LIMA\n"),
    "action": ("FL7, an addressee who is to act", "TO RUEHC/ SECSTATE WASHDC\n", "TO RUEHC/SECSTATE WASHDC\n"),
    "info": ("FL8, an addressee for information", "INFO RUEHBO/AMEMBASSY BOGOTA/\n", "INFO RUEHBO/AMEMBASSY BOGOTA\n"),
    "exempted": ("FL9, an exempted addressee", "XMT AMCONSUL QUEBEC/\n", "XMT AMCONSUL QUEBEC\n"),
    "janap_header": (
        "the JANAP 128 header",
        "RTTUZYUW RUEHPEA0017 3671215-UUUU--RUEHLPA.\n",
        "RTTUZYUW RUEHPEA0017 2531215-UUUU--RUEHLPA.\n",
    ),
    "corrected_copy": (
        "the line of a corrected copy",
        "UNCLAS LIMA 000017\n\nC O R R E C T E D   C O P Y  (\n\nTAGS: PREL\n",
        "UNCLAS LIMA 000017\n\nC O R R E C T E D   C O P Y  (TAGS ADDED)\n\nTAGS: PREL\n",
    ),
    "executive_order": (
        "the E.O. line",
        "UNCLAS LIMA 000017\n\nE.O. 12958: DECL: 02/31/2019\n",
        "UNCLAS LIMA 000017\n\nE.O. 12958: DECL: 02/28/2019\n",
    ),
    "tags": (
        "the TAGS line",
        "UNCLAS LIMA 000017\n\nTAGS: PREL, OVIP (ROE, JANE\n",
        "UNCLAS LIMA 000017\n\nTAGS: PREL, OVIP (ROE, JANE)\n",
    ),
    "references": ("the REF line", "UNCLAS LIMA 000017\n\nREF: ;;\n", "UNCLAS LIMA 000017\n\nREF: LIMA 16\n"),
    "heading": (
        "a heading",
        "UNCLAS LIMA 000017\n\n1. Poor.\n\n------6-------\nTHE RICE\n--------------\n\n2. Rich.\n",
        "UNCLAS LIMA 000017\n\n1. Poor.\n\n--------------\nTHE RICE\n--------------\n\n2. Rich.\n",
    ),
    "signature": (
        "the signature",
        "UNCLAS LIMA 000017\n\n1. Poor.\n\nRoe XX ROE\n",
        "UNCLAS LIMA 000017\n\n1. Poor.\n\nROE\n",
    ),
    "record": (
        "the record of an archive",
        "09LIMA17\nRICE\nThu Sep 31 00:00:00 +0200 2009\nUNCLASSIFIED\nEmbassy Lima\n",
        "09LIMA17\nRICE\nThu Sep 10 00:00:00 +0200 2009\nUNCLASSIFIED\nEmbassy Lima\n",
    ),
    "distribution": (
        "the list of offices",
        "ORIGIN PA-02\nINFO OCT-01 ISO-X /168 R\n",
        "ORIGIN PA-02\nINFO OCT-01 ISO-00 /168 R\n",
    ),
}

_PAGE = """A field begins like {what}, and is none.

## What it does
Finds a field that is announced as {what}, and is not read as that. The message says what was expected where reading stopped.

## Why
Nobody who reads the cable by machine gets what stands there, and other rules cannot check it.

## Source
{clause}

## Example
```text
{wrong}```

## Corrected
```text
{right}```

## Options
None.

## Fix
None: `cablegrammar repair` proposes what would make damaged lines regular."""


def _unparsed(construct: str, code: str) -> Rule:
    """The rule of what begins like `construct` and is none."""
    what, wrong, right = _DAMAGED[construct]
    text = _PAGE.format(what=what, clause=clause(construct), wrong=wrong, right=right)

    def find(context: Context) -> Iterator[Finding]:
        yield from _said(context, code)

    name, _ = CODES[code]
    find.__name__ = name.replace("-", "_")
    return Rule(code, name, tuple((profile, "error") for profile in PROFILES), find, text)


# the registry looks for rules among the names of a module
globals().update((code, _unparsed(construct, code)) for construct, code in SYNTAX_CODES.items())


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
