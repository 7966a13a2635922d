"""References, and where the text mentions them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cached_property, lru_cache
from string import ascii_uppercase

import attrs

from cablegrammar import model as m
from cablegrammar.diagnostics import Label, Stretch
from cablegrammar.model.posts import KINDS_OF_POST, known_posts, letters
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed, Worded

#: The parts of a reference, see `Field.spans`.
_LETTER, _POST, _NUMBER = "letter", "reference posts", "reference number"


@rule("REF001", "reference-letters", archive="hint", drafting="warning", wire=None)
def reference_letters(context: Context) -> Iterator[Finding]:
    """The letters of the references are not A, B, C and so on.

    ## What it does
    Compares the letter of each reference with the one before; the first is A. One that comes again is a matter of REF002.

    ## Why
    The text mentions references by their letters. A gap often is a reference that was lost.

    ## Source
    state-telegram.md "REF line": items lettered A., B., several on a line or one each.

    ## Example
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         C. 06 BOGOTA 5395
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         B. 06 BOGOTA 5395
    ```

    ## Options
    None.

    ## Fix
    None: the text mentions them by their letters.
    """
    before: _Place | None = None
    seen = ""
    for item, place in _items(context, _LETTER):
        letter = item.letter
        if not letter or letter in seen:
            continue
        expected = _next(seen[-1]) if seen else ascii_uppercase[0]
        if letter != expected:
            labels = () if before is None else (Label(_at(before), f"reference {seen[-1]}"),)
            behind = f"follows {seen[-1]}" if seen else "is the first"
            wanted = f"; {expected} was expected" if expected else ""
            yield Finding(_at(place), f"reference {letter} {behind}{wanted}", labels)
        before = place
        seen += letter


@rule("REF002", "repeated-reference-letter", archive="hint", drafting="error", wire=None)
def repeated_reference_letter(context: Context) -> Iterator[Finding]:
    """Two references have the same letter.

    ## What it does
    Finds letters that a reference had before.

    ## Why
    Which of the two the text mentions by the letter, nobody can tell.

    ## Source
    state-telegram.md "REF line": items lettered A., B., several on a line or one each.

    ## Example
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         A. 06 BOGOTA 5395
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         B. 06 BOGOTA 5395
    ```

    ## Options
    None.

    ## Fix
    None: the text mentions them by their letters.
    """
    first: dict[str, _Place] = {}
    for item, place in _items(context, _LETTER):
        if item.letter in first:
            label = Label(_at(first[item.letter]), "first here")
            yield Finding(_at(place), f"reference {item.letter} comes again", (label,))
        elif item.letter:
            first[item.letter] = place


@rule("REF003", "reference-to-itself", archive="warning", drafting="error", wire=None)
def reference_to_itself(context: Context) -> Iterator[Finding]:
    """A telegram refers to itself.

    ## What it does
    Compares the ids of the references with the telegram's own: year, post and number.

    ## Why
    The number or the year was mistaken: readers do not find what is referred to.

    ## Source
    state-telegram.md "REF line": a reference without a year is of the telegram's own.

    ## Example
    ```text
    R 101215Z SEP 09
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017

    REF: LIMA 17
    ```

    ## Corrected
    ```text
    R 101215Z SEP 09
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017

    REF: 08 LIMA 17
    ```

    ## Options
    None.

    ## Fix
    None: what was meant, the telegram does not say.
    """
    own, line = context.cable.reference_id, context.first(m.ClassificationLine)
    labels = () if line is None else (Label(line.span, "the telegram itself"),)
    year = context.cable.year
    for item, place in _items(context, _NUMBER) if own else ():
        # what an item is takes a reading, that a number is another one takes none
        numbers = [number for number in (item.number, *item.also) if number]
        if any(own.endswith(str(int(number))) for number in numbers) and own in item.ids(year):
            yield Finding(_at(place), f"{item.citation} is this telegram", labels)


@rule("REF004", "unknown-post", archive="hint", drafting="warning", wire=None)
def unknown_post(context: Context) -> Iterator[Finding]:
    """A reference is to a telegram of a post that no list has.

    ## What it does
    Looks the post of each telegram that is referred to up in the table of posts, and names the nearest one.

    ## Why
    The telegram is found by post and number: a misspelt post leads nowhere. Abbreviations that the table lacks exist, so it is not wrong
    for certain.

    ## Source
    state-telegram.md "REF line": year, post, number; a post may be abbreviated; posts.csv (from routing_indicators.csv).

    ## Example
    ```text
    REF: 06 BOGOTTA 5395
    ```

    ## Corrected
    ```text
    REF: 06 BOGOTA 5395
    ```

    ## Options
    None.

    ## Fix
    None: which post was meant, a person must say.
    """
    for item, place in _items(context, _POST):
        name = letters(item.post)
        if not name or name in known_posts() or item.kind != "cable":
            continue
        close = _nearest(name)
        kind = next((one for one in KINDS_OF_POST if close.startswith(one)), "")
        meant = f"; did you mean {close.removeprefix(kind)}?" if close else ""
        yield Finding(_at(place), f"{item.post} is no known post{meant}")


# the same abbreviations come again and again, and a list of hundreds takes a millisecond
@lru_cache(maxsize=1024)
def _nearest(name: str) -> str:
    return next(iter(get_close_matches(name, known_posts(), 1, 0.8)), "")


@rule("REF005", "unlisted-telegram", archive="hint", drafting="hint", wire=None)
def unlisted_telegram(context: Context) -> Iterator[Finding]:
    """The text mentions a telegram that the references do not list.

    ## What it does
    Compares the telegrams that paragraphs mention by post and number with those on the REF lines. The telegram itself is left out.

    ## Why
    References are what systems follow from telegram to telegram; they do not read the prose.

    ## Source
    state-telegram.md "REF line".

    ## Example
    ```text
    UNCLAS LIMA 000017

    REF: 06 BOGOTA 5395

    1. Post agrees with 08 STATE 12345.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    REF: A. 06 BOGOTA 5395
         B. 08 STATE 12345

    1. Post agrees with ref B.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: whether it is to be listed, its drafter must say.
    """
    year = context.cable.year
    told = [(mention.telegram, field) for mention, field in _mentions(context) if mention.telegram is not None]
    if not told:
        return
    listed = {context.cable.reference_id, *context.cable.cited_ids}
    # without the year of the telegram, what has no year cannot be compared
    undated = {(letters(item.post), int(number)) for item, number in _numbers(context)}
    for telegram, field in told:
        if telegram.year == "" and year is None:
            continue
        ids = telegram.ids(year)
        if ids and not listed.intersection(ids) and (letters(telegram.post), int(telegram.number)) not in undated:
            listed.update(ids)
            yield Finding(_said(field), f"the text mentions {telegram.citation}, which is not among the references")


@rule("REF006", "unknown-reference-letter", archive="hint", drafting="error", wire=None)
def unknown_reference_letter(context: Context) -> Iterator[Finding]:
    """The text mentions a reference by a letter that no reference has.

    ## What it does
    Compares the letters that the text mentions (`ref C`) with those on the REF lines. References without letters count as A, B and so on.

    ## Why
    The reader does not know what is meant. Often the reference was lost, or the letters changed and the text did not.

    ## Source
    state-telegram.md "REF line": items lettered A., B., several on a line or one each.

    ## Example
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         B. 06 BOGOTA 5395

    1. Post agrees with ref C.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         B. 06 BOGOTA 5395

    1. Post agrees with ref B.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: which one was meant, the text does not say.
    """
    references = context.cable.references
    if not references:
        return
    known = {item.letter or letter for letter, item in zip(ascii_uppercase, references, strict=False)}
    label = (Label(context.all(m.References)[0].span, "the references"),)
    for mention, field in _mentions(context):
        for letter in mention.letters:
            if letter not in known:
                known.add(letter)
                yield Finding(
                    _said(field), f"the text mentions reference {letter}, which the telegram does not list", label
                )


@rule("REF007", "missing-references", archive="hint", drafting="error", wire=None)
def missing_references(context: Context) -> Iterator[Finding]:
    """The text mentions a reference, and there is no REF line.

    ## What it does
    Finds the first `reftel` or `ref A` in a telegram without references.

    ## Why
    The reader does not know what is meant.

    ## Source
    state-telegram.md "Order of the text", "REF line".

    ## Example
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST

    1. Post delivered the points of reftel.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST
    REF: STATE 9008

    1. Post delivered the points of reftel.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: what was meant, the text does not say.
    """
    if context.cable.references or context.first(m.ClassificationLine) is None:
        return
    for mention, field in _mentions(context):
        if mention.kind == "ref":
            said = f"reference {mention.letters[0]}" if mention.letters else "a reference"
            yield Finding(_said(field), f"the text mentions {said}, but the telegram lists none")
            return


@rule("REF008", "unmentioned-reference", archive=None, drafting="hint", wire=None)
def unmentioned_reference(context: Context) -> Iterator[Finding]:
    """A reference is never mentioned in the text.

    ## What it does
    Finds lettered references that the text mentions neither by letter nor by post and number. A mention without letter (`reftels`) is of all.

    ## Why
    The reader is sent to a telegram without being told what for. Of the historic telegrams 4 in 10 do it, so the profile `archive` has
    the rule off.

    ## Source
    state-telegram.md "REF line".

    ## Example
    ```text
    UNCLAS LIMA 000017

    REF: A. STATE 9008
         B. 06 BOGOTA 5395

    1. Post agrees with ref A.

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS LIMA 000017

    REF: STATE 9008

    1. Post agrees with reftel.

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: whether it is needed, its drafter must say.
    """
    year = context.cable.year
    mentions = [mention for mention, _ in _mentions(context)]
    if not context.all(m.Paragraph) or any(one.kind == "ref" and not one.letters for one in mentions):
        return
    said = {letter for one in mentions for letter in one.letters}
    ids = {one for mention in mentions if mention.telegram is not None for one in mention.telegram.ids(year)}
    for item, place in _items(context, _LETTER):
        if item.letter and item.letter not in said and not ids.intersection(item.ids(year)):
            yield Finding(_at(place), f"the text does not mention reference {item.letter}")


def _next(letter: str) -> str:
    """The letter behind it, `""` behind Z."""
    return ascii_uppercase[ascii_uppercase.index(letter) + 1 :][:1]


@attrs.frozen
class _Places:
    """Where a part of the items of a REF line stands: letter, post or number. They are looked for when the first is asked for."""

    field: Placed[m.References]
    part: str

    def __getitem__(self, nth: int) -> Stretch:
        """Of the `nth` item; the whole field where it has none, or there are more of them than items."""
        return self._all[nth]

    @cached_property
    def _all(self) -> tuple[Stretch, ...]:
        field, items = self.field, self.field.value.items
        having = [bool({_LETTER: item.letter, _POST: item.post, _NUMBER: item.number}[self.part]) for item in items]
        places = field.parts(self.part)
        if len(places) != sum(having):
            return (field.span,) * len(items)
        following = iter(places)
        return tuple(next(following) if has_one else field.span for has_one in having)


#: Where a part of one item stands: those of its field, and which of them it is.
_Place = tuple[_Places, int]


def _items(context: Context, part: str) -> Iterator[tuple[m.Reference, _Place]]:
    """Each reference, and where its letter, post or number stands, for `_at`."""
    for field in context.all(m.References):
        places = _Places(field, part)
        for nth, item in enumerate(field.value.items):
            yield item, (places, nth)


def _at(place: _Place) -> Stretch:
    places, nth = place
    return places[nth]


def _numbers(context: Context) -> Iterator[tuple[m.Reference, str]]:
    """Each reference that is a telegram, with each of its numbers."""
    for item in context.cable.references:
        for number in (item.number, *item.also):
            if number:
                yield item, number


# several rules ask for them, and prose takes time to read
def _mentions(context: Context) -> Iterator[tuple[m.Mention, Placed[Worded]]]:
    """The mentions of the subject and of the text, each with the field that it stands in."""
    for field in (*context.all(m.Subject), *context.body):
        for mention in context.mentions(field):
            yield mention, field


def _said(field: Placed[Worded]) -> Stretch:
    """The place of the number of a paragraph, or of a field without one."""
    return field.part("paragraph number") if isinstance(field.value, m.Paragraph) else field.span
