"""The ids of cables, and the citation graph: which cable refers to which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import ascii_uppercase

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import read
from cablegrammar.cable import Cable
from cablegrammar.engine import Rejected


@attrs.frozen
class Citation:
    """One edge of the citation graph: the cable `citing` refers to the cable `cited`, both by the ids that `Cable.reference_id` gives.

    `letter`, the one it has on the REF line, or by its place there where no reference has a letter; `""` for one that only the text
    names. `listed`, whether it stands on the REF line. `paragraphs`, the numbers of the paragraphs that mention it, ascending.
    """

    citing: str
    cited: str
    letter: str = ""
    listed: bool = True
    paragraphs: tuple[int, ...] = ()


def canonical_id(written: str) -> str:
    """The id of a cable as this library spells it, of any way in which public collections write it.

    Raises `ValueError` for what is no id. Corpus README "ID.txt"; STATISTICS section 1.

    >>> canonical_id("1977STATE017976"), canonical_id("09EFTOLONDON2239"), canonical_id("2009SECSTATE94757")
    ('77STATE17976', '09LONDON2239', '09STATE94757')
    """
    try:
        return str(read(written, m.CableId.start_rule))
    except Rejected as error:
        raise ValueError(f"{written!r} is no cable id: {error}") from None


def citations(cables: Iterable[Cable]) -> Iterator[Citation]:
    r"""The edges of the citation graph of `cables`: for each cable those of its REF line, in order, then those that only its text names.

    A cable cites another once, however often it mentions it. "ref B" is the reference with that letter; "reftel" without a letter is the
    only reference, or not known which. Airgrams, e-mails and what else is no cable are no edges (`Reference.ids`), nor are the references
    of a cable that has no id itself. State-telegram.md "REF line".

    >>> import cablegrammar as cg
    >>> cable = cg.parse("R 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nUNCLAS LIMA 000017\n\nREF: A. STATE 9008 B. 08 QUITO 12\n\n"
    ...                  "1. (U) Post delivered ref A.\n\n2. (U) See 08 LA PAZ 123.\n")
    >>> for edge in citations([cable]):
    ...     print(edge.cited, edge.letter, edge.listed, edge.paragraphs)
    09STATE9008 A True (1,)
    08QUITO12 B True ()
    08LAPAZ123  False (2,)
    """
    for cable in cables:
        if cable.reference_id:
            yield from _edges(cable)


def _edges(cable: Cable) -> Iterator[Citation]:
    lettered = _lettered(cable.references)
    found: dict[str, str] = {}
    for letter, reference in lettered:
        for one in reference.ids(cable.year):
            found.setdefault(one, letter)
    mentioned: dict[str, set[int]] = {one: set() for one in found}
    for number, mention in _mentions(cable):
        for one in _meant(mention, lettered, cable.year):
            mentioned.setdefault(one, set()).update(number)
    for one, numbers in mentioned.items():
        yield Citation(cable.reference_id, one, found.get(one, ""), one in found, tuple(sorted(numbers)))


def _lettered(references: tuple[m.Reference, ...]) -> list[tuple[str, m.Reference]]:
    """The references with their letters: those of the line, a second one under a letter included, or by their place where the line has
    none.
    """
    if not any(reference.letter for reference in references) and len(references) <= len(ascii_uppercase):
        return list(zip(ascii_uppercase, references, strict=False))
    lettered: list[tuple[str, m.Reference]] = []
    for reference in references:
        lettered.append((reference.letter or (lettered[-1][0] if lettered else ""), reference))
    return lettered


def _mentions(cable: Cable) -> Iterator[tuple[tuple[int, ...], m.Mention]]:
    """The mentions of all texts, each with the number of its paragraph, if it has one."""
    for index in cable.primary:
        value = cable.fields[index].value
        if isinstance(value, m.Paragraph | m.Text) and m.Mentions in cable.signs[index]:
            number = (value.number,) if isinstance(value, m.Paragraph) else ()
            for mention in value.mentions:
                yield number, mention


def _meant(mention: m.Mention, lettered: list[tuple[str, m.Reference]], year: int | None) -> Iterator[str]:
    """The ids of the cables that a mention means."""
    if mention.telegram is not None:
        yield from mention.telegram.ids(year)
    elif mention.kind == "ref":
        for letter, reference in lettered:
            if letter in mention.letters or (not mention.letters and len(lettered) == 1):
                yield from reference.ids(year)
