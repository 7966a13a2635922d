"""Captions."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from itertools import groupby, islice, pairwise

from cablegrammar import model as m
from cablegrammar.diagnostics import SAFE, UNSAFE, Edit, Fix, Label, LazyFix, Stretch
from cablegrammar.model.posts import letters
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed

#: The ambassador's channel in both spellings of the handbooks (H-442.1 in 2008, H-442 in 2023), and the channels that stand alone.
_AGREMENT = ("AGREMENT CHANNEL", "AGRMENT CHANNEL")
_ALONE = (*_AGREMENT, "DIRGEN CHANNEL")
#: Captions by countries begin so: the table has no countries.
_RELEASABLE = "REL "
_SENSITIVE, _LIMITED = "SENSITIVE", "LOU"
_OFFICIAL_INFORMAL = "OFFICIAL INFORMAL"
#: How alike a line must be to a caption to be taken for one with a mistake: one letter in six.
_ALIKE = 0.8


@cache
def _known() -> dict[str, tuple[str, int | None]]:
    """Kind and rank of the captions of cablegrammar/data/captions.csv; of two ranks the lower is more restrictive, some have none."""
    table = files("cablegrammar").joinpath("data", "captions.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return {row["caption"]: (row["kind"], int(row["rank"]) if row["rank"] else None) for row in rows}


@rule("CAP001", "doubled-caption", archive=None, drafting="warning", wire="warning")
def doubled_caption(context: Context) -> Iterator[Finding]:
    """A caption stands twice, the second right behind the first.

    ## What it does
    Finds captions that repeat the one before.

    ## Why
    The second says nothing. Public archives print SIPDIS twice in every third cable, so the profile `archive` has the rule off.

    ## Source
    5 FAH-2 H-442; state-telegram.md "Captions": SIPDIS is often printed twice, an archive artefact.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SIPDIS
    SIPDIS

    TAGS: PREL
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SIPDIS

    TAGS: PREL
    ```

    ## Options
    None.

    ## Fix
    Safe: takes the second away.
    """
    captions = [(name, field, nth) for field in context.all(m.Captions) for nth, name in enumerate(field.value.names)]
    # asked for field by field, and only where something is found
    places: dict[int, tuple[Stretch, ...]] = {}
    fixes: dict[int, Fix | LazyFix] = {}
    for (before, first, at), (name, field, nth) in pairwise(captions):
        # other fields between two captions make the second one of another place
        if name != before or field.index - first.index > 1:
            continue
        for one in (first, field):
            if one.index not in places:
                places[one.index], fixes[one.index] = _places(one), _fix(context, one)
        label = Label(places[first.index][at], "first here")
        yield Finding(places[field.index][nth], f"{name} stands here again", (label,), fix=fixes[field.index])


def _places(field: Placed[m.Captions]) -> tuple[Stretch, ...]:
    """Where each caption stands; the grammar has a part for each of its words."""
    parts = iter(field.spans)
    places = []
    for name in field.value.names:
        words = list(islice(parts, name.count(" ") + 1))
        places.append((field.start + words[0].start, field.start + words[-1].end))
    return tuple(places)


def _fix(context: Context, field: Placed[m.Captions]) -> Fix | LazyFix:
    """The captions without those that repeat the one before them, in this field or in the one before."""
    before = context.cable.fields[field.index - 1].value if field.index else None
    last = before.names[-1:] if isinstance(before, m.Captions) else ()
    names = tuple(name for name, _ in groupby((*last, *field.value.names)))[len(last) :]
    if not names:
        return context.remove(field, "Take it away", SAFE)
    return context.rewrite(field, "Write each once", SAFE, names=names)


@rule("CAP002", "unknown-caption", archive="hint", drafting="warning", wire=None)
def unknown_caption(context: Context) -> Iterator[Finding]:
    """A caption is in no list of captions.

    ## What it does
    Looks each caption up in the table of captions; releases to countries (`REL NATO`) are known. Among the captions it also names lines that
    are not understood, which is a matter of CG001 too, where they are nearly a caption.

    ## Why
    A telegram is distributed by its captions: what no list has may be handled by nobody.

    ## Source
    5 FAH-2 H-442; captions.csv.

    ## Example
    ```text
    UNCLAS LIMA 000017

    SIPDIS
    SENSITVE

    TAGS: CVIS
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SIPDIS
    SENSITIVE

    TAGS: CVIS
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the caption that is near; there is none where none is.
    """
    for name, at in _placed(context, _is_unknown):
        if _is_unknown(name):
            yield Finding(at, f"{name} is no known caption")
    for field in context.all(m.Unparsed):
        before = context.cable.fields[field.index - 1].value if field.index else None
        if not isinstance(before, m.ClassificationLine | m.Captions):
            continue
        close = get_close_matches(field.value.text, _known(), 1, _ALIKE)
        if close:
            fix = Fix((Edit(field.span, close[0]),), UNSAFE, f"Write {close[0]}")
            said = f"{field.value.text} is no known caption; did you mean {close[0]}?"
            yield Finding(field.span, said, fix=fix)


@rule("CAP003", "exclusive-captions", archive="warning", drafting="error", wire=None)
def exclusive_captions(context: Context) -> Iterator[Finding]:
    """Two captions do not go together.

    ## What it does
    Finds a second channel caption, and any other caption beside AGREMENT CHANNEL or DIRGEN CHANNEL.

    ## Why
    A channel says who alone may have the telegram; another caption sends it to others, or keeps it from those.

    ## Source
    5 FAH-2 H-442 (2023): one channel caption per message, and nothing added to AGREMENT or DIRGEN; H-442.1 (2008): no NODIS or EXDIS with
    AGREMENT.

    ## Example
    ```text
    S E C R E T LIMA 000017

    AGREMENT CHANNEL
    NODIS

    TAGS: PREL
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    AGREMENT CHANNEL

    TAGS: PREL
    ```

    ## Options
    None.

    ## Fix
    None: which of the two is meant, a person must say.
    """
    placed = list(_placed(context, _is_exclusive))
    alone = next((one for one in placed if one[0] in _ALONE), None)
    channel = next((one for one in placed if _kind(one[0]) == "channel"), None)
    for name, at in placed:
        if alone is not None and name != alone[0]:
            yield Finding(at, f"{name} is added to {alone[0]}", (Label(alone[1], "which stands alone"),))
        elif alone is None and channel is not None and _kind(name) == "channel" and name != channel[0]:
            yield Finding(at, f"{name} is a second channel", (Label(channel[1], f"{channel[0]} is the first"),))


@rule("CAP004", "caption-order", archive="hint", drafting="hint", wire=None)
def caption_order(context: Context) -> Iterator[Finding]:
    """A more restrictive caption stands behind a less restrictive one.

    ## What it does
    Finds captions that should have been before the ones they follow: first channels and NODIS, then EXDIS, then LIMDIS, then all others,
    INFORM ALL STATE EMPLOYEES last. Those whose place no source says (STADIS) are left out, and so is the order of SIPDIS, NOFORN and
    SENSITIVE, which was free.

    ## Why
    Who handles the telegram looks at the first caption.

    ## Source
    5 FAH-2 H-252.1-1: the most restrictive first; H-442: a special-handling caption is the first; STATISTICS 5 (the others are in any order).

    ## Example
    ```text
    S E C R E T LIMA 000017

    SIPDIS
    EXDIS

    TAGS: PREL
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    EXDIS
    SIPDIS

    TAGS: PREL
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes them in their order, where all stand together.
    """
    fields = context.all(m.Captions)
    ranks = [rank for name in context.cable.captions if (rank := _rank(name)) is not None]
    if ranks == sorted(ranks):
        return
    least: tuple[int, str, Stretch] | None = None
    for name, at in _placed(context):
        rank = _rank(name)
        if rank is None:
            continue
        if least is not None and rank < least[0]:
            fix = _in_order(context, fields[0]) if len(fields) == 1 else None
            yield Finding(at, f"{name} stands behind {least[1]}", (Label(least[2], "less restrictive"),), fix=fix)
        elif least is None or rank > least[0]:
            least = (rank, name, at)


@rule("CAP005", "official-informal-subject", archive="hint", drafting="warning", wire=None)
def official_informal_subject(context: Context) -> Iterator[Finding]:
    """The caption OFFICIAL INFORMAL is not on the SUBJECT line too.

    ## What it does
    Looks for the words in the subject of a telegram that has the caption.

    ## Why
    The telegram is filed under its subject: without the words there it goes with the formal ones.

    ## Source
    5 FAH-2 H-252.1-2: on the caption line and on the SUBJECT line, followed by a number or the like.

    ## Example
    ```text
    UNCLAS LIMA 000017

    OFFICIAL INFORMAL

    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    OFFICIAL INFORMAL

    SUBJECT: OFFICIAL INFORMAL 3: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: the number is the drafter's.
    """
    subject = context.first(m.Subject)
    placed = _placed(context, lambda name: name == _OFFICIAL_INFORMAL)
    at = next((at for name, at in placed if name == _OFFICIAL_INFORMAL), None)
    if subject is None or at is None or letters(_OFFICIAL_INFORMAL) in letters(subject.value.text):
        return
    yield Finding(subject.span, "the subject does not say OFFICIAL INFORMAL", (Label(at, "the caption"),))


@rule("CAP006", "unprotected-agrement", archive="warning", drafting="error", wire=None)
def unprotected_agrement(context: Context) -> Iterator[Finding]:
    """A telegram of the AGREMENT channel is neither classified nor controlled.

    ## What it does
    Finds AGREMENT CHANNEL in an UNCLAS telegram without the caption SENSITIVE or LOU and without EFTO.

    ## Why
    Whether a state accepts an ambassador is not public before it is settled.

    ## Source
    5 FAH-2 H-442.1 (2008): it must be classified or administratively controlled.

    ## Example
    ```text
    UNCLAS LIMA 000017

    AGREMENT CHANNEL

    TAGS: PREL
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    AGREMENT CHANNEL

    TAGS: PREL
    ```

    ## Options
    None.

    ## Fix
    None: how high it is, its drafter must say.
    """
    line = context.first(m.ClassificationLine)
    if line is None or line.value.level is not m.Level.UNCLASSIFIED or line.value.efto:
        return
    placed = list(_placed(context, lambda name: name in _AGREMENT))
    if any(name in (_SENSITIVE, _LIMITED) for name, _ in placed):
        return
    for name, at in placed:
        if name in _AGREMENT:
            label = Label(line.span, "UNCLASSIFIED here")
            yield Finding(at, f"{name} in a telegram that is neither classified nor controlled", (label,))


def _is_unknown(name: str) -> bool:
    return name not in _known() and not name.startswith(_RELEASABLE)


def _is_exclusive(name: str) -> bool:
    return name in _ALONE or _kind(name) == "channel"


def _kind(name: str) -> str:
    return _known().get(name, ("", None))[0]


def _rank(name: str) -> int | None:
    return _known().get(name, ("", None))[1]


def _placed(context: Context, of_interest: Callable[[str], bool] | None = None) -> Iterator[tuple[str, Stretch]]:
    """Each caption and where it stands; where its words cannot be told apart, that is the whole field. None where none is `of_interest`:
    the places cost a reading of the fields.
    """
    if of_interest is not None and not any(map(of_interest, context.cable.captions)):
        return
    for field in context.all(m.Captions):
        words = [(span.start, span.end) for span in field.spans if span.part.startswith("caption")]
        counts = [len(name.split()) for name in field.value.names]
        if sum(counts) != len(words):
            yield from ((name, field.span) for name in field.value.names)
            continue
        for name, count in zip(field.value.names, counts, strict=True):
            yield name, (field.start + words[0][0], field.start + words[count - 1][1])
            words = words[count:]


def _in_order(context: Context, field: Placed[m.Captions]) -> LazyFix | None:
    """The captions by rank, those of one rank as they are; `None` where one has no rank."""
    ranked = [(rank, name) for name in field.value.names if (rank := _rank(name)) is not None]
    if len(ranked) < len(field.value.names):
        return None
    names = tuple(name for _, name in sorted(ranked, key=lambda one: one[0]))
    return context.rewrite(field, "Write the most restrictive first", UNSAFE, names=names)
