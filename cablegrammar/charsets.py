"""Character sets of the wire: what of a text cannot be sent, and what could stand in for it."""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

import attrs

from cablegrammar.diagnostics import LineIndex

UTF8, ASCII, ITA2 = CHARSETS = ("utf8", "ascii", "ita2")

#: ITA2 as acp127.md, "Character set and line length", lists it (graded there as standard knowledge): the international figures and those
#: that the United States have in their place. One machine has either = and + or ; and ", by the same codes.
_ITA2 = frozenset(string.ascii_uppercase + string.digits + " \r\n" + "-?:().,'/=+" + '$!&#";')
_ASCII = frozenset(map(chr, range(128)))

#: Stand-ins that Unicode does not know of, in ASCII.
_STAND_INS = {
    **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}\N{HORIZONTAL BAR}", "-"),
    **dict.fromkeys("\N{MINUS SIGN}\N{BULLET}", "-"),
    **dict.fromkeys("\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}\N{PRIME}", "'"),
    **dict.fromkeys("\N{SINGLE LOW-9 QUOTATION MARK}\N{SINGLE HIGH-REVERSED-9 QUOTATION MARK}", "'"),
    **dict.fromkeys("\N{MODIFIER LETTER APOSTROPHE}\N{ACUTE ACCENT}\u2039\u203a", "'"),
    **dict.fromkeys("\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE PRIME}\xab\xbb", '"'),
    **dict.fromkeys("\N{DOUBLE LOW-9 QUOTATION MARK}\N{DOUBLE HIGH-REVERSED-9 QUOTATION MARK}", '"'),
    "\N{FRACTION SLASH}": "/",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{EURO SIGN}": "EUR",
    "\N{LATIN SMALL LETTER SHARP S}": "ss",
    "\N{LATIN CAPITAL LETTER AE}": "AE",
    "\N{LATIN SMALL LETTER AE}": "ae",
    "\N{LATIN CAPITAL LIGATURE OE}": "OE",
    "\N{LATIN SMALL LIGATURE OE}": "oe",
    "\N{LATIN CAPITAL LETTER O WITH STROKE}": "O",
    "\N{LATIN SMALL LETTER O WITH STROKE}": "o",
    "\N{LATIN CAPITAL LETTER L WITH STROKE}": "L",
    "\N{LATIN SMALL LETTER L WITH STROKE}": "l",
    "\N{LATIN CAPITAL LETTER D WITH STROKE}": "D",
    "\N{LATIN SMALL LETTER D WITH STROKE}": "d",
    "\N{LATIN CAPITAL LETTER ETH}": "D",
    "\N{LATIN SMALL LETTER ETH}": "d",
    "\N{LATIN CAPITAL LETTER THORN}": "TH",
    "\N{LATIN SMALL LETTER THORN}": "th",
    "\N{LATIN SMALL LETTER DOTLESS I}": "i",
}
#: Characters of ASCII that a teleprinter lacks, and what is sent for them. Others, such as %, have no stand-in that fits everywhere.
_TELEPRINTER = str.maketrans(
    {"@": "(AT)", "[": "(", "]": ")", "{": "(", "}": ")", "_": "-", "\\": "/", "`": "'", "\t": " "}
)

_NAMES = {UTF8: "UTF-8", ASCII: "ASCII", ITA2: "ITA2"}
#: Faults that an error message shows.
_MOST_SHOWN = 20


@attrs.frozen
class CharsetFault:
    """A character that a character set lacks.

    `character`, where it stands: `offset` in code points, `line` and `column` from 1, lines ending at CR LF, LF or CR; `charset`, that lacks
    it; `suggestion`, what could stand in for it, `""` where it can be left out, `None` where nothing obvious could.

    >>> print(faults("CAFÉ", "ita2")[0])
    line 1, column 4: 'É' (U+00C9 LATIN CAPITAL LETTER E WITH ACUTE) is not in ITA2; 'E' would be
    """

    offset: int
    line: int
    column: int
    character: str
    charset: str
    suggestion: str | None = None

    @property
    def code_point(self) -> str:
        """The code point, `U+00E9`."""
        return f"U+{ord(self.character):04X}"

    @property
    def name(self) -> str:
        """The character's name in Unicode, `""` without one."""
        return unicodedata.name(self.character, "")

    @property
    def reason(self) -> str:
        """What is wrong with it, in words, without the place."""
        what = self.name or ("lone surrogate" if _is_surrogate(self.character) else "")
        said = f"{self.character!r} ({self.code_point}{' ' * bool(what)}{what}) is not in {_NAMES[self.charset]}"
        if self.suggestion is not None:
            said += f"; {self.suggestion!r} would be" if self.suggestion else "; it can be left out"
        return said

    def __str__(self) -> str:
        return f"line {self.line}, column {self.column}: {self.reason}"


class CharsetError(ValueError):
    """A text cannot be sent in a character set. `faults` are all the reasons; the message lists the first of them, a line each.

    >>> raise CharsetError(faults("50 %", "ita2"))
    Traceback (most recent call last):
    ...
    cablegrammar.charsets.CharsetError: line 1, column 4: '%' (U+0025 PERCENT SIGN) is not in ITA2
    """

    def __init__(self, faults: Sequence[CharsetFault]) -> None:
        self.faults = tuple(faults)
        shown = [str(fault) for fault in self.faults[:_MOST_SHOWN]]
        more = len(self.faults) - len(shown)
        super().__init__("\n".join([*shown, *([f"and {more} more"] if more else [])]))

    def __reduce__(self) -> tuple[type[CharsetError], tuple[tuple[CharsetFault, ...]]]:
        return type(self), (self.faults,)


def faults(text: str, charset: str) -> tuple[CharsetFault, ...]:
    r"""Each character of `text` that cannot be sent in `charset`, in order: `utf8`, `ascii`, or `ita2`, the alphabet of teleprinters.

    ITA2 has capitals, digits, blank, CR, LF and ``-?:().,'/=+$!&#";`` (acp127.md, "Character set and line length"). A lone surrogate
    cannot be sent in any of them. Raises `ValueError` for another character set.

    >>> [(fault.line, fault.column, fault.character, fault.suggestion) for fault in faults("RICE\n“Poor”", "ascii")]
    [(2, 1, '“', '"'), (2, 6, '”', '"')]
    >>> faults("RICE", "latin1")
    Traceback (most recent call last):
    ...
    ValueError: there is no character set 'latin1'; there are utf8, ascii, ita2
    """
    if charset not in CHARSETS:
        raise ValueError(f"there is no character set {charset!r}; there are {', '.join(CHARSETS)}")
    lacking = {character: suggestion(character, charset) for character in set(text) if not _has(charset, character)}
    if not lacking:
        return ()
    index = LineIndex(text)
    found: list[CharsetFault] = []
    for offset, character in _places(text, lacking):
        line, column = index.position(offset)
        found.append(CharsetFault(offset, line, column, character, charset, lacking[character]))
    return tuple(found)


def _places(text: str, characters: Iterable[str]) -> list[tuple[int, str]]:
    """Where each of `characters` stands, in the order of the text."""
    places: list[tuple[int, str]] = []
    for character in characters:
        offset = text.find(character)
        while offset >= 0:
            places.append((offset, character))
            offset = text.find(character, offset + 1)
    return sorted(places)


def substitute(text: str, charset: str, *, longer: bool = False) -> str:
    """`text` with the suggestion in the place of each character that cannot be sent and has one; with `longer`, of those alone whose
    suggestion is not one character.

    >>> substitute("“Café”: 50 %", "ita2")
    '"CAFE": 50 %'
    """
    found = {fault.character: fault.suggestion for fault in faults(text, charset)}
    return text.translate(
        {ord(character): one for character, one in found.items() if one is not None and not (longer and len(one) == 1)}
    )


def _has(charset: str, character: str) -> bool:
    if charset == UTF8:
        return not _is_surrogate(character)
    return character in (_ASCII if charset == ASCII else _ITA2)


def _is_surrogate(character: str) -> bool:
    return unicodedata.category(character) == "Cs"


@lru_cache(maxsize=1024)
def suggestion(character: str, charset: str) -> str | None:
    """What could stand in for `character`, in characters of `charset`; `""` for what can be left out, `None` where nothing obvious could.

    >>> suggestion("é", "ascii"), suggestion("é", "ita2"), suggestion("½", "ascii")
    ('e', 'E', None)
    """
    plain = character if character in _ASCII else _in_ascii(character)
    if charset == ITA2 and plain is not None:
        plain = plain.upper().translate(_TELEPRINTER)
    return plain if plain is not None and all(_has(charset, one) for one in plain) else None


def _in_ascii(character: str) -> str | None:
    if character in _STAND_INS:
        return _STAND_INS[character]
    category = unicodedata.category(character)
    if category in ("Mn", "Cf"):
        # an accent of its own, or a mark that is not seen
        return ""
    if category == "Zs":
        return " "
    if category == "No":
        # 5\u00bd is not 51/2, nor 10\u00b2 102
        return None
    parts = [one for one in unicodedata.normalize("NFKD", character) if unicodedata.category(one) != "Mn"]
    plain = "".join(_STAND_INS.get(one, one) for one in parts)
    return plain if plain.isascii() and plain else None
