"""Repairs: edits that would make a damaged stretch of a cable regular. Reading itself never repairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

import attrs

from cablegrammar import model as m
from cablegrammar.blocks import engine as reading
from cablegrammar.blocks import on_demand
from cablegrammar.cable import Cable
from cablegrammar.canonical import first_line_end
from cablegrammar.diagnostics import name_of
from cablegrammar.engine import Engine, Rejected
from cablegrammar.model.tags import known_tags
from cablegrammar.parsing import parse, unparse

#: The grades: `safe`, there is no other way to read what was meant; `unsafe`, it is likely.
SAFE, UNSAFE = "safe", "unsafe"


@attrs.frozen
class Repair:
    """An edit of a cable's text that makes a damaged stretch regular.

    `span`, start and end as offsets in code points; `replacement`, what to put there; `reason`, one sentence; `grade`, `safe` where there
    is no other way to read what was meant, else `unsafe`; `construct`, the start rule of what is then read.
    """

    span: tuple[int, int]
    replacement: str
    reason: str
    grade: str
    construct: str


@attrs.frozen
class _Keyword:
    """What a misprinted keyword is: the construct it opens, how it is spelled, and how sure that is."""

    construct: type[m.Value]
    spelling: str
    grade: str


#: How many suspicions are looked into: each is a reading of the whole text, and a text of nothing else is no cable.
_PATIENCE = 100

#: By the name of the terminal of grammar/suspects.lark. A long word has no other keyword near it; a short one may be another word.
_KEYWORDS = {
    "misprint subject": _Keyword(m.Subject, "SUBJECT:", SAFE),
    "misprint tags": _Keyword(m.Tags, "TAGS:", UNSAFE),
    "misprint ref": _Keyword(m.References, "REF:", UNSAFE),
    "misprint order": _Keyword(m.ExecutiveOrder, "E.O.", UNSAFE),
    "misprint classified": _Keyword(m.ClassifiedBy, "CLASSIFIED", SAFE),
    "misprint unclas": _Keyword(m.ClassificationLine, "UNCLAS", SAFE),
    "misprint confidential": _Keyword(m.ClassificationLine, "C O N F I D E N T I A L", SAFE),
    "misprint secret": _Keyword(m.ClassificationLine, "S E C R E T", SAFE),
    "misprint section": _Keyword(m.ClassificationLine, "SECTION", SAFE),
    "misprint vzczc": _Keyword(m.TransmissionId, "VZCZC", SAFE),
    "misprint info": _Keyword(m.Info, "INFO", UNSAFE),
}
_DIGITS = str.maketrans("OIl", "011")
_LETTERS = str.maketrans("01", "OI")
#: What a stretch is held as when nothing is known of it, or taken for when a keyword is damaged.
_LOOSE = (m.Unparsed, m.Text, m.Heading, m.Passing, m.Action, m.Info, m.PublisherLine, m.Blank)


#: The start rules of the parser below.
STARTS = ("suspects", "run_together")


@cache
def suspecting() -> Engine:
    """A parser of grammar/suspects.lark alone: most programs never need it."""
    return Engine(STARTS, {})


def propose_repairs(cable: Cable) -> tuple[Repair, ...]:
    r"""Repairs of `cable`, by their place: each alone makes the text regular, as the grammar then reads it, and costs no other field.

    Proposed are line breaks that are missing; keywords with one mistake; O for 0 and I or l for 1 in what is not understood; TAGS codes
    that are split, run together or misspelt with a digit; words of Classified By that were cut; a lost parenthesis of a portion marking.
    `grammar/suspects.lark` says what is suspicious; of a text with more than a hundred such places the first hundred are looked into.
    Nothing is changed; `apply_repairs` does that.

    >>> import cablegrammar as cg
    >>> cable = cg.parse("UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: PREL, PE\nSUBJCT: RICE\n\n1. (U) Poor.\n")
    >>> for repair in propose_repairs(cable):
    ...     print(repair.grade, repair.span, repr(repair.replacement), repair.reason)
    safe (51, 58) 'SUBJECT:' 'SUBJCT:' is one mistake away from 'SUBJECT:'
    """
    text = unparse(cable)
    breaks = list(_breaks(cable, text))
    # most often all of them are right, and one reading says so
    found = breaks if breaks and _says_the_same(cable, apply_repairs(cable, breaks)) else []
    suspects = [*(breaks if not found else ()), *_suspects(cable, text), *_tags(cable, text)]
    found += [repair for repair in suspects[:_PATIENCE] if _makes_regular(cable, text, repair)]
    return tuple(sorted(found, key=lambda repair: repair.span))


def apply_repairs(cable: Cable, repairs: Iterable[Repair]) -> Cable:
    r"""`cable` with `repairs` made in its text; one that overlaps the one before it is left out.

    Raises `ValueError` for a repair whose span is not within the text: it is of another cable.

    >>> import cablegrammar as cg
    >>> cable = cg.parse("UNCLAS LIMA 000017\n\nTAGS: PRELPGOVPE\nSUBJECT: RICE\n")
    >>> cg.unparse(apply_repairs(cable, propose_repairs(cable)))
    'UNCLAS LIMA 000017\n\nTAGS: PREL, PGOV, PE\nSUBJECT: RICE\n'
    """
    text = unparse(cable)
    pieces: list[str] = []
    done = 0
    for repair in sorted(repairs, key=lambda one: one.span):
        start, end = repair.span
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"repair at {start} to {end} is not within the text, which has {len(text)} characters")
        if start >= done:
            pieces += [text[done:start], repair.replacement]
            done = end
    return parse("".join((*pieces, text[done:])))


# ---- what might be wrong ------------------------------------------------------------------------------------------------------


def _breaks(cable: Cable, text: str) -> Iterator[Repair]:
    """A line break before each field that begins in the line of the one before."""
    offset = 0
    for before, field in pairwise(cable.fields):
        offset += len(before.text)
        if not before.text.endswith(("\n", "\r")) and not isinstance(field.value, m.Unparsed | m.Text):
            reason = f"the line break before the {name_of(field)} is missing"
            yield Repair((offset, offset), first_line_end(text), reason, SAFE, field.value.start_rule)


def _suspects(cable: Cable, text: str) -> Iterator[Repair]:
    """What looks like a keyword, a number, or a marking with a mistake, and words that were cut."""
    yield from _keywords(text[: _end_of_head(cable)])
    offset = 0
    for field in cable.fields:
        start, offset = offset, offset + len(field.text)
        value = field.value
        if isinstance(value, m.Unparsed):
            yield from _digits(field.text, start, value.construct)
        elif isinstance(value, m.ClassifiedBy):
            yield from _cut_words(field.text, start)
        elif isinstance(value, m.Paragraph) and value.marking is None:
            yield from _half_marking(field.text, start)


def _end_of_head(cable: Cable) -> int:
    """Where the first paragraph of the primary copy begins; the end of a text without one."""
    offset = 0
    for index, field in enumerate(cable.fields):
        if index in cable.primary and isinstance(field.value, m.Paragraph):
            break
        offset += len(field.text)
    return offset


def _keywords(head: str) -> Iterator[Repair]:
    for kind, start, end in suspecting().spans(head, "suspects"):
        if (keyword := _KEYWORDS.get(kind)) is not None:
            written = head[start:end]
            spelling = keyword.spelling if written.isupper() else keyword.spelling.capitalize()
            reason = f"{written!r} is one mistake away from {spelling!r}"
            yield Repair((start, end), spelling, reason, keyword.grade, keyword.construct.start_rule)


def _digits(text: str, start: int, construct: str) -> Iterator[Repair]:
    """All letters among digits of a stretch that is not understood: one of them alone may not make it regular."""
    spans = [
        (first, last) for kind, first, last in suspecting().spans(text, "suspects") if kind == "digits and letters"
    ]
    if spans:
        first, last = spans[0][0], spans[-1][1]
        repaired, done = "", first
        for one, other in spans:
            repaired += text[done:one] + text[one:other].translate(_DIGITS)
            done = other
        yield Repair((start + first, start + last), repaired, "letters O, I or l stand for digits", SAFE, construct)


def _cut_words(text: str, start: int) -> Iterator[Repair]:
    for kind, first, last in suspecting().spans(text, "suspects"):
        whole = "".join(text[first:last].split())
        if kind == "cut word" and whole != text[first:last]:
            yield Repair(
                (start + first, start + last), whole, f"{whole!r} was cut in two", SAFE, m.ClassifiedBy.start_rule
            )
        elif kind == "cut title" and _is_title(whole):
            reason = f"the title {whole!r} was cut in two"
            yield Repair((start + first, start + last), whole, reason, UNSAFE, m.ClassifiedBy.start_rule)


def _is_title(word: str) -> bool:
    """Whether `word` in front of a name is a title."""
    value = on_demand(f"{word} Roe", m.Officer.start_rule)
    return isinstance(value, m.Officer) and value.title == word


def _half_marking(text: str, start: int) -> Iterator[Repair]:
    """Right behind the number of the paragraph: further on it may be the label of an item."""
    _, _, end = reading().spans(text, m.Paragraph.start_rule)[0]
    for kind, first, last in suspecting().spans(text, "suspects"):
        if kind == "half marking" and not text[end:first].strip():
            whole = f"({text[first:last].strip('()')})"
            reason = f"the portion marking {whole} has lost a parenthesis"
            yield Repair((start + first, start + last), whole, reason, UNSAFE, m.Paragraph.start_rule)


def _tags(cable: Cable, text: str) -> Iterator[Repair]:
    """Codes that no table has: run together, split by a blank, or with a digit for a letter."""
    offset = 0
    for field in cable.fields:
        start, offset = offset, offset + len(field.text)
        if not isinstance(field.value, m.Tags):
            continue
        codes = [
            (first, last)
            for name, first, last in reading().spans(field.text, m.Tags.start_rule)
            if name in ("tag code", "tag behind blank")
        ]
        for first, last in codes:
            code = field.text[first:last]
            if code in known_tags():
                continue
            span = (start + first, start + last)
            if parts := _run_together(code):
                yield Repair(span, ", ".join(parts), f"{len(parts)} TAGS codes run together", SAFE, "tags")
            if (letters := code.translate(_LETTERS)) in known_tags():
                yield Repair(span, letters, f"{code!r} has a digit for a letter", SAFE, "tags")
        for (first, end), (begin, last) in pairwise(codes):
            one, other = field.text[first:end], field.text[begin:last]
            if one + other in known_tags() and not (one in known_tags() and other in known_tags()) and begin - end == 1:
                reason = f"the TAGS code {one + other!r} was split"
                yield Repair((start + first, start + last), one + other, reason, UNSAFE, "tags")


def _run_together(code: str) -> list[str]:
    """The codes that `code` consists of; none where it is one or is not made of codes."""
    try:
        spans = suspecting().spans(code, "run_together")
    except Rejected:
        return []
    return [code[first:last] for _, first, last in spans] if len(spans) > 1 else []


# ---- what the grammar says of it ----------------------------------------------------------------------------------------------


def _makes_regular(cable: Cable, text: str, repair: Repair) -> bool:
    """Whether the text, changed so, reads better: the construct is there, nothing more is unknown, and no other field is lost."""
    start, end = repair.span
    again = parse(text[:start] + repair.replacement + text[end:])
    if repair.grade == SAFE and _says_the_same(cable, again):
        # with a line break more, or a whole word
        return len(again.diagnostics) < len(cable.diagnostics) or repair.construct == m.ClassifiedBy.start_rule
    before, after = _of_interest(cable), _of_interest(again)
    unknown, still = (sum(len(value.text) for value in one.unparsed) for one in (cable, again))
    lost = before - after
    gained = after - before
    if still > unknown or sum(lost.values()) > 1:
        return False
    kinds = Counter(value.start_rule for value in gained.elements())
    kinds.subtract(value.start_rule for value in lost.elements())
    if any(count < 0 for count in kinds.values()):
        return False
    return still < unknown or any(value.start_rule == repair.construct for value in gained)


def _says_the_same(cable: Cable, again: Cable) -> bool:
    return [field.value for field in cable.fields] == [field.value for field in again.fields]


def _of_interest(cable: Cable) -> Counter[m.Value]:
    """The values of a cable but for those that a stretch is taken for when a keyword in it is damaged."""
    return Counter(field.value for field in cable.fields if not isinstance(field.value, _LOOSE))
