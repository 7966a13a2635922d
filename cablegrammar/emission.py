"""What goes out: a cable as bytes in a character set, with the line ends and the line length of what it is sent by."""

from __future__ import annotations

from contextlib import nullcontext
from typing import Literal, get_args

from cablegrammar.cable import Cable
from cablegrammar.canonical import canonicalize, first_line_end
from cablegrammar.charsets import ITA2, CharsetError, CharsetFault, faults, substitute
from cablegrammar.model import EndOfMessage
from cablegrammar.parsing import parse, unparse
from cablegrammar.writer.lines import WIDTH, capital_labels

Newline = Literal["lf", "crlf", "teletype"]
NEWLINES: tuple[str, ...] = get_args(Newline)

#: What parts the text from NNNN on a teletype (NAVEDTRA, acp127.md "FL11-FL16"): two carriage returns and eight line feeds.
_BEFORE_END = "\r\r" + "\n" * 8


class LineLengthError(ValueError):
    """Lines are longer than the machine that prints them is wide. `lines` are their numbers, from 1, and lengths in characters."""

    def __init__(self, lines: tuple[tuple[int, int], ...], width: int) -> None:
        said = [
            f"line {number} has {length} characters, {length - width} more than {width}" for number, length in lines
        ]
        super().__init__("\n".join(said))
        self.lines = lines
        self.width = width

    def __reduce__(self) -> tuple[type[LineLengthError], tuple[tuple[tuple[int, int], ...], int]]:
        return type(self), (self.lines, self.width)


def emit(
    cable: Cable,
    *,
    charset: str = "utf8",
    newline: Newline | None = None,
    width: int = WIDTH,
    substitute_characters: bool = False,
) -> bytes:
    r"""The cable in canonical form as the bytes that are sent.

    `charset` is `utf8`, `ascii` or `ita2`, the alphabet of teleprinters, sent as ASCII. `newline`, the end of every line: `lf`, `crlf`, or
    `teletype`, which is CR LF and, before NNNN, two carriage returns and eight line feeds; by default that of the cable's first line.
    Prose is wrapped at `width` columns. For `ita2` and `teletype` no line may be longer: a teleprinter prints what is over in its last
    column (acp127.md "Character set and line length"). With `substitute_characters` what the character set lacks is replaced where there
    is an obvious stand-in, a straight quotation mark for a curly one, capitals for ITA2.

    Raises `CharsetError` naming each character that cannot be sent and its place, `LineLengthError` naming each line that is too long, both
    in the text that would be sent, and `ValueError` for other arguments, for a record in `ita2` or for a `teletype`, and
    for a `teletype` without NNNN (`convert` makes a message).

    >>> import cablegrammar as cg
    >>> cable = cg.parse("UNCLAS LIMA 000017\nSUBJECT: CAFÉ “LIMA”\n1. Closed.\n")
    >>> emit(cable, charset="ascii")
    Traceback (most recent call last):
    ...
    cablegrammar.charsets.CharsetError: line 3, column 13: 'É' (U+00C9 LATIN CAPITAL LETTER E WITH ACUTE) is not in ASCII; 'E' would be
    line 3, column 15: '“' (U+201C LEFT DOUBLE QUOTATION MARK) is not in ASCII; '"' would be
    line 3, column 20: '”' (U+201D RIGHT DOUBLE QUOTATION MARK) is not in ASCII; '"' would be
    >>> emit(cable, charset="ita2", newline="crlf", substitute_characters=True)
    b'UNCLAS LIMA 000017\r\n\r\nSUBJECT: CAFE "LIMA"\r\n\r\n1. CLOSED.\r\n'
    """
    if newline is not None and newline not in NEWLINES:
        raise ValueError(f"newline: expected {', '.join(NEWLINES)}, got {newline!r}")
    return emitted(cable, charset, newline, width, substitute_characters)[1].encode("utf-8")


def emitted(
    cable: Cable, charset: str | None, newline: str | None, width: int, substitute_characters: bool
) -> tuple[Cable, str]:
    """The cable in canonical form, and its text as it is sent, in any characters without `charset`; raises what `emit` does."""
    teleprinter = charset == ITA2 or newline == "teletype"
    if teleprinter and cable.record is not None:
        raise ValueError("a record is not sent: convert the cable to a message, a header or a text first")
    if substitute_characters and charset is not None:
        # what becomes longer does so before lines are wrapped
        cable = parse(substitute(unparse(cable), charset, longer=True))
    with capital_labels() if charset == ITA2 else nullcontext():
        canonical = canonicalize(cable, width=width)
    text = unparse(canonical)
    if substitute_characters and charset is not None:
        # only now: in capitals, some words would be read as headings, and be written with a rule below
        text = substitute(text, charset)
    if charset is not None and (lacking := faults(text, charset)):
        raise CharsetError(lacking)
    lines = _lines(text)
    if teleprinter:
        long = tuple((number, len(line)) for number, line in enumerate(lines, 1) if len(line) > width)
        if long:
            raise LineLengthError(long, width)
    ends = {None: first_line_end(text), "lf": "\n"}
    if newline == "teletype":
        return canonical, _teletype(canonical, text)
    return canonical, ends.get(newline, "\r\n").join(lines)


def lacking_in_source(source: str, found: CharsetError) -> tuple[CharsetFault, ...]:
    """The places in `source`, of which the cable was read, of the characters that cannot be sent: where its writer has to look for them."""
    charset = found.faults[0].charset
    characters = {fault.character for fault in found.faults}
    return tuple(fault for fault in faults(source, charset) if fault.character in characters)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _teletype(cable: Cable, text: str) -> str:
    """CR LF behind each line of the cable's text, and the white space that a teletype needs before NNNN."""
    end = next((at for at, field in enumerate(cable.fields) if isinstance(field.value, EndOfMessage)), None)
    if end is None:
        raise ValueError(
            "newline: a teletype ends a message with NNNN, which the cable does not have: convert it first"
        )
    # what stood in for another character has its length
    at = sum(len(field.text) for field in cable.fields[:end])
    return "\r\n".join(_lines(text[:at])) + _BEFORE_END + "\r\n".join(_lines(text[at:]))
