"""The message on its way: which format lines there must be and in which order, and what a circuit carries."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cablegrammar import model as m
from cablegrammar.charsets import ASCII, ITA2, faults
from cablegrammar.diagnostics import DISPLAY_ONLY, UNSAFE, Edit, Fix, Label, LineIndex
from cablegrammar.rules.base import Finding, Option, rule
from cablegrammar.rules.context import Context, Placed

#: Columns of a line (acp127.md, "Character set and line length").
WIDTH = 69
#: Nations and alliances that have a transmission release code.
RELEASE_LETTERS = "ABCOUXZ"

#: The format lines of the header by their numbers; the JANAP 128 header holds FL2 and FL3.
FORMAT_LINES: dict[type[m.Value], int] = {
    m.TransmissionId: 1,
    m.Routing: 2,
    m.JanapHeader: 2,
    m.Station: 3,
    m.Security: 4,
    m.DateTimeLine: 5,
    m.Originator: 6,
    m.Action: 7,
    m.Info: 8,
    m.Exempted: 9,
    m.GroupCount: 10,
}
_FIRST_SEPARATION, _TEXT, _SECOND_SEPARATION = 11, 12, 13
_ENDING: dict[type[m.Value], int] = {m.ClassificationLine: _TEXT, m.Validation: 15, m.EndOfMessage: 16}


def _numbered(context: Context) -> list[tuple[int, Placed[m.Value]]]:
    """The format lines of a cable with their numbers, in the order of the text."""
    found: list[tuple[int, Placed[m.Value]]] = [
        (number, field) for cls, number in (*FORMAT_LINES.items(), *_ENDING.items()) for field in context.all(cls)
    ]
    for nth, field in enumerate(context.all(m.Separation)):
        found.append((_SECOND_SEPARATION if nth else _FIRST_SEPARATION, field))
    return sorted(found, key=lambda one: one[1].index)


@rule("FL006", "format-line-order", archive="warning", drafting="error", wire="error")
def format_line_order(context: Context) -> Iterator[Finding]:
    """A format line stands behind one that comes later.

    ## What it does
    Compares the numbers of the format lines, from the transmission identifier to the end of the message, with their order.

    ## Why
    A relay and its operators find each line by its place.

    ## Source
    acp127.md "Which lines exist": FL1 to FL16; 5 FAH-2 H-321. 13 orders cover 95 % of the cables, and none of these goes back.

    ## Example
    ```text
    FM AMEMBASSY LIMA
    O 101215Z SEP 09
    TO RUEHC/SECSTATE WASHDC
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    TO RUEHC/SECSTATE WASHDC
    ```

    ## Options
    None.

    ## Fix
    None: a line out of order may be of another message.
    """
    for (before, line_before), (number, line) in pairwise(_numbered(context)):
        if number < before:
            label = Label(line_before.span, f"FL{before} here")
            yield Finding(line.span, f"FL{number} stands behind FL{before}", (label,))


@rule("FL007", "missing-format-line", archive=None, drafting="error", wire="error")
def missing_format_line(context: Context) -> Iterator[Finding]:
    """The header lacks the date-time line, the originator, or any addressee.

    ## What it does
    Looks for FL5, for FL6 and for FL7 or FL8 in a header, which is any of FL1 to FL10, with a text behind it: lines without a text are a
    fragment, and left alone.

    ## Why
    Without them nobody knows when the message was released, who sent it, or to whom it goes. Archives hold extracts, so the profile `archive`
    has the rule off.

    ## Source
    acp127.md "Which lines exist", FL5 to FL9; 5 FAH-2 H-321.

    ## Example
    ```text
    O 101215Z SEP 09
    TO RUEHC/SECSTATE WASHDC
    UNCLAS LIMA 000017
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    TO RUEHC/SECSTATE WASHDC
    UNCLAS LIMA 000017
    ```

    ## Options
    None.

    ## Fix
    None: what is missing nobody can guess.
    """
    header = [field for cls in FORMAT_LINES for field in context.all(cls)]
    if not header or context.first(m.ClassificationLine) is None or context.first(m.PartialExtract) is not None:
        return
    first = min(header, key=lambda field: field.index)
    # a line that was not understood is there, and reading speaks of it
    there = {one.construct for one in context.cable.unparsed}
    for what, classes in (
        ("no FL5, the date-time line", (m.DateTimeLine,)),
        ("no FL6, the originator behind FM", (m.Originator,)),
        ("no addressee: neither FL7, TO, nor FL8, INFO", (m.Action, m.Info)),
    ):
        if not any(cls.start_rule in there or context.first(cls) for cls in classes):
            yield Finding(first.span, f"the header has {what}")


@rule("FL008", "missing-ending", archive=None, drafting="error", wire="error")
def missing_ending(context: Context) -> Iterator[Finding]:
    """A message does not have BT twice, or does not end in NNNN.

    ## What it does
    Counts BT, which stands before the text and behind it, and looks for NNNN, in a text that has one of them or a validation line.

    ## Why
    Without BT the text runs into heading or ending; without NNNN the next message is taken for a part of this one. Published cables have
    lost these lines: a text without any of them is a cable that is no message, and left alone.

    ## Source
    acp127.md "FL11-FL16".

    ## Example
    ```text
    R 101215Z SEP 09
    FM AMEMBASSY LIMA
    TO SECSTATE WASHDC
    BT
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. Poor.
    NNNN
    ```

    ## Corrected
    ```text
    R 101215Z SEP 09
    FM AMEMBASSY LIMA
    TO SECSTATE WASHDC
    BT
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. Poor.
    BT
    NNNN
    ```

    ## Options
    None.

    ## Fix
    None: the text may have been cut off.
    """
    separations, ends = context.all(m.Separation), context.all(m.EndOfMessage)
    signs = sorted((*separations, *ends, *context.all(m.Validation)), key=lambda field: field.index)
    if not signs:
        return
    times = len(separations)
    if times != 2:
        said = "once" if times == 1 else f"{times} times" if times else "nowhere"
        at = separations[-1] if separations else signs[-1]
        yield Finding(at.span, f"BT stands {said}, not before the text and behind it")
    elif not ends:
        # NNNN is read behind the second BT only
        yield Finding(signs[-1].span, "the message does not end in NNNN")


@rule(
    "FL009",
    "line-width",
    archive=None,
    drafting="warning",
    wire="warning",
    options=(Option("width", WIDTH, "The most characters of a line."),),
)
def line_width(context: Context) -> Iterator[Finding]:
    """A line is longer than 69 characters.

    ## What it does
    Measures each line of the text, without the blanks at its end.

    ## Why
    A teleprinter prints 69 columns and what goes beyond over the last one. Modern systems take more: a fifth of the lines of Navy messages has
    70 to 80. Published cables have a paragraph on a line, so the profile `archive` has the rule off.

    ## Source
    acp127.md "Character set and line length": 69 characters a line.

    ## Example
    ```text
    UNCLAS LIMA 000017

    1. The harvest was poor, and the second one was poor too, and the third.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    1. The harvest was poor, and the second one was poor too, and the
    third.
    ```

    ## Options
    `width`: the most characters of a line, 69.

    ## Fix
    None: `cablegrammar format` wraps prose.
    """
    width = line_width.option(context, "width")
    index = LineIndex(context.text)
    for number, (start, end) in enumerate(pairwise((*index.starts, len(context.text))), 1):
        # most lines are short with their ends
        length = len(index.line(number).rstrip()) if end - start > width else 0
        if length > width:
            yield Finding((start + width, start + length), f"the line has {length} characters; {width} fit")


@rule("FL010", "not-ascii", archive=None, drafting=None, wire="error")
def not_ascii(context: Context) -> Iterator[Finding]:
    """A character is none of ASCII.

    ## What it does
    Finds characters that neither of the two alphabets of the wire has, ASCII of eight levels and ITA2 of five.

    ## Why
    They cannot be sent: what arrives instead nobody can foresee. In archives they are the work of publishers.

    ## Source
    acp127.md "Character set and line length": the LMF codes name ASCII and Baudot; ACP 117 CAN-US SUPP-1 para 5.b(5)(a).

    ## Example
    ```text
    SUBJECT: CAFÉ
    ```

    ## Corrected
    ```text
    SUBJECT: CAFE
    ```

    ## Options
    None.

    ## Fix
    Display-only: writes what could stand in for it, where that is obvious.
    """
    for fault in faults(context.text, ASCII):
        at = (fault.offset, fault.offset + 1)
        stand_in = fault.suggestion
        fix = None
        if stand_in is not None:
            remedy = f"Write {stand_in!r}" if stand_in else "Leave it out"
            fix = Fix((Edit(at, stand_in),), DISPLAY_ONLY, remedy)
        yield Finding(at, f"{fault.code_point} {fault.name}".rstrip() + " is not in ASCII", fix=fix)


@rule("FL011", "not-ita2", archive=None, drafting=None, wire="hint")
def not_ita2(context: Context) -> Iterator[Finding]:
    """The text has characters of ASCII that a teleprinter does not have.

    ## What it does
    Counts small letters and signs such as % that ITA2, the alphabet of five levels, lacks; says it once, at the first of them.

    ## Why
    Old circuits carry nothing else. Most of today's carry ASCII, so it is a hint.

    ## Source
    acp127.md "Character set and line length": the ITA2 alphabet.

    ## Example
    ```text
    UNCLAS LIMA 000017

    1. Poor.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    1. POOR.
    ```

    ## Options
    None.

    ## Fix
    None: nearly all of a modern text would be written anew.
    """
    text = context.text
    # each character once: of a modern text nearly all are lacking
    lacking = {fault.character for fault in faults("".join(sorted(set(text))), ITA2) if fault.character.isascii()}
    if lacking:
        first = min(map(text.index, lacking))
        others = sum(map(text.count, lacking)) - 1
        more = f"; {others} more {'character is' if others == 1 else 'characters are'} not" if others else ""
        yield Finding((first, first + 1), f"{text[first]!r} is not in ITA2{more}")


@rule("FL012", "flash-alone", archive="warning", drafting="error", wire="error")
def flash_alone(context: Context) -> Iterator[Finding]:
    """A message with two precedences has FLASH as the higher.

    ## What it does
    Looks at the prosigns of FL5, where there are several.

    ## Why
    FLASH pre-empts everything else. Who is to get the message with a lower precedence gets it in a transmission of its own.

    ## Source
    5 FAH-2 H-321.2-1: when FLASH is the highest precedence of several, it goes as a separate transmission.

    ## Example
    ```text
    Z O 101215Z SEP 09
    ```

    ## Corrected
    ```text
    Z 101215Z SEP 09
    ```

    ## Options
    None.

    ## Fix
    None: the other addressees need a message of their own.
    """
    for line in context.all(m.DateTimeLine):
        given = line.value.precedences
        if m.Precedence.FLASH in given and set(given) != {m.Precedence.FLASH}:
            others = " and ".join(str(one) for one in given if one is not m.Precedence.FLASH)
            at = line.part("prosign", nth=given.index(m.Precedence.FLASH))
            yield Finding(at, f"FLASH goes as a separate transmission, not together with {others}")


@rule("FL013", "release-code", archive="warning", drafting="error", wire="error")
def release_code(context: Context) -> Iterator[Finding]:
    """A transmission release code has an unknown letter, or its two letters are not in alphabetical order.

    ## What it does
    Looks at the two letters that stand for the last two of the class, on FL4 and in the JANAP 128 header: each is that of a nation or an
    alliance, one letter doubled or two in alphabetical order.

    ## Why
    Gateways to allies release a message by this code, and none by a code that they do not know.

    ## Source
    ACP 117 CAN-US SUPP-1 para 7.d(1)(b); acp127.md "Transmission release code": at most two codes, in FL2 and FL4 under JANAP and ACP 128.

    ## Example
    ```text
    ZNY SSSCB ZZH
    ```

    ## Corrected
    ```text
    ZNY SSSBC ZZH
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the letters in alphabetical order; there is none for an unknown letter.
    """
    lines: tuple[Placed[m.Security | m.JanapHeader], ...] = (*context.all(m.JanapHeader), *context.all(m.Security))
    for line in lines:
        code = line.value.release
        if not code:
            continue
        unknown = [letter for letter in dict.fromkeys(code) if letter not in RELEASE_LETTERS]
        at = line.part("release letters", "janap release")
        if unknown:
            said = f"no nation or alliance has the release code {' or '.join(unknown)}"
            yield Finding(at, said, help=f"codes are {', '.join(RELEASE_LETTERS)}")
        elif list(code) != sorted(code):
            right = "".join(sorted(code))
            fix = Fix((Edit(at, right),), UNSAFE, f"Write {right}")
            yield Finding(at, f"the release code {code} is not in alphabetical order", fix=fix)
