"""Reading a text, and giving it back."""

from __future__ import annotations

from cablegrammar.blocks import fields, read
from cablegrammar.cable import Cable
from cablegrammar.diagnostics import CableSyntaxError, Diagnostic, code_of
from cablegrammar.engine import Rejected
from cablegrammar.model import CONSTRUCTS, Field


def parse(text: str, *, strict: bool = False, as_: str | None = None) -> Cable:
    r"""Read `text`, which may be anything: a record, header and text, a whole wire message, a fragment, or no cable at all.

    A piece that begins like a construct is read as that, anything else as text; `as_="address"` reads the whole text as one construct.
    With `strict`, and with `as_`, the first thing not understood raises `CableSyntaxError`; otherwise it stands in an `Unparsed` field and in
    `cable.diagnostics`. Raises `ValueError` for a construct that does not exist.

    >>> parse("O 101215Z SEP 09\n").date_time_group.datetime.isoformat()
    '2009-09-10T12:15:00+00:00'
    >>> parse("UNCLAS LIMA 000017\nE.O. 12958: DECL: 02/31/2034\n", strict=True)
    Traceback (most recent call last):
    ...
    cablegrammar.diagnostics.CableSyntaxError: line 2, column 1: no executive order: ...
    """
    if as_ is not None:
        return _fragment(text, as_)
    cable = Cable(fields(text))
    if strict:
        for diagnostic in cable.diagnostics:
            if diagnostic.severity == "error":
                raise CableSyntaxError(text, diagnostic)
    return cable


def _fragment(text: str, construct: str) -> Cable:
    if construct not in CONSTRUCTS:
        raise ValueError(f"there is no construct {construct!r}; there are {', '.join(sorted(CONSTRUCTS))}")
    try:
        value = read(text, construct)
    except Rejected as error:
        said = f"no {construct.replace('_', ' ')}: {error}"
        diagnostic = Diagnostic(code_of(construct), "error", (error.offset, len(text)), said, error.expected)
        raise CableSyntaxError(text, diagnostic) from None
    return Cable((Field(text=text, value=value),))


def unparse(cable: Cable) -> str:
    r"""The text of `cable`, to the character as it was read (guarantee G2).

    >>> unparse(parse("SUBJECT:  TWO  BLANKS \r\n"))
    'SUBJECT:  TWO  BLANKS \r\n'
    """
    return "".join(field.text for field in cable.fields)
