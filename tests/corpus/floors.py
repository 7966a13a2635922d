"""What is read on the sample, measured; the tests hold it above the floors in FLOORS.

Run `make floors`, or `python -m tests.corpus.floors --verbose` to see each disagreement.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from functools import cache

import attrs

import cablegrammar as cg
from cablegrammar.cable import WIRE
from cablegrammar.canonical import canonicalize
from cablegrammar.converter import kind_of
from cablegrammar.diagnostics import name_of
from tests.corpus.gold import Disagreement, body, disagreements, head, wire, wrong_paragraphs
from tests.shared import CORPUS, cables, gold, navadmins

#: The least shares.
FLOORS = {"texts lossless": 1.0, "header lines typed": 0.97, "head fields typed": 0.95, "gold paragraphs": 0.95}

HEAD = (
    cg.ClassificationLine,
    cg.Captions,
    cg.CorrectedCopy,
    cg.Passing,
    cg.ExecutiveOrder,
    cg.Tags,
    cg.Subject,
    cg.References,
    cg.ClassifiedBy,
)
HEAD_RULES = frozenset(cls.start_rule for cls in HEAD)
CATCH_ALLS = ("prose", "laid_out", "unparsed")


@attrs.frozen
class Share:
    """How many of how many, and what the others are."""

    of: int
    others: tuple[str, ...] = ()

    @property
    def good(self) -> int:
        """How many."""
        return self.of - len(self.others)

    @property
    def value(self) -> float:
        """The share, 1 of nothing."""
        return self.good / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.good} of {self.of}, {self.value:.2%}"


@cache
def parsed() -> dict[str, cg.Cable]:
    """The sample cables, read."""
    return {name: cg.parse(text) for name, text in cables().items()}


@cache
def header_ends() -> dict[str, int]:
    """Where the header of each cable ends, by the collection's own division of header and text."""
    ends = {}
    with (CORPUS / "cables" / "cables.jsonl").open(encoding="utf-8") as file:
        for record in map(json.loads, file):
            ends[record["id"]] = len(cables()[record["id"]]) - len(record["body"])
    return ends


def placed(cable: cg.Cable) -> Iterator[tuple[int, cg.Field]]:
    """The fields, each with its offset."""
    start = 0
    for field in cable.fields:
        yield start, field
        start += len(field.text)


def lossless() -> Share:
    """Texts, cables and Navy messages, that come back to the character."""
    texts = {**cables(), **navadmins()}
    return Share(len(texts), tuple(name for name, text in texts.items() if cg.unparse(cg.parse(text)) != text))


def header_lines() -> Share:
    """Lines of the headers that are read as a format line or a publisher's."""
    lines, others = 0, []
    typed = (*WIRE, cg.PublisherLine, cg.Separation)
    for name, cable in parsed().items():
        for start, field in placed(cable):
            if isinstance(field.value, cg.Record) or start >= header_ends()[name]:
                continue
            found = [line for line in field.text[: header_ends()[name] - start].splitlines() if line.strip()]
            lines += len(found)
            if not isinstance(field.value, typed):
                others += [f"{name}: {line}" for line in found]
    return Share(lines, tuple(others))


def head_fields() -> tuple[Share, dict[str, Share]]:
    """Fields of the head that are read as their construct, all together and by construct.

    A line before the first paragraph that no construct was found for counts as `unknown`.
    """
    typed: Counter[str] = Counter()
    others: dict[str, list[str]] = {}
    for name, cable in parsed().items():
        before_body = False
        for start, field in placed(cable):
            value = field.value
            if isinstance(value, cg.ClassificationLine):
                before_body = True
            elif isinstance(value, cg.Paragraph):
                before_body = False
            if isinstance(value, HEAD):
                typed[value.start_rule] += 1
            elif (
                isinstance(value, cg.Unparsed)
                and start >= header_ends()[name]
                and (value.construct in HEAD_RULES or (value.construct == "unknown" and before_body))
            ):
                others.setdefault(value.construct, []).append(f"{name}: {value.text.strip()}")
    rules = [rule for rule in [*(cls.start_rule for cls in HEAD), "unknown"] if rule in typed or rule in others]
    shares = {rule: Share(typed[rule] + len(others.get(rule, ())), tuple(others.get(rule, ()))) for rule in rules}
    together = tuple(text for share in shares.values() for text in share.others)
    return Share(sum(share.of for share in shares.values()), together), shares


def gold_paragraphs() -> tuple[Share, int]:
    """Labelled paragraphs with number, marking, begin and end right; and how many paragraphs no label has."""
    labelled, wrong, surplus = 0, [], 0
    for labels in gold():
        cable = parsed()[labels["id"]]
        labelled += len(labels["paragraphs"])
        wrong += [str(one) for one in wrong_paragraphs(cable, labels)]
        surplus += max(0, len(cable.paragraphs) - len(labels["paragraphs"]))
    return Share(labelled, tuple(wrong)), surplus


def gold_keys() -> dict[str, Share]:
    """For each other key of the labels, the cables where our reading agrees."""
    found: dict[str, list[Disagreement]] = {}
    number = 0
    for labels in gold():
        number += 1
        for one in disagreements(parsed()[labels["id"]], labels):
            found.setdefault(one.key, []).append(one)
    empty = cg.parse("")
    keys = [*wire(empty), *head(empty), *body(empty)]
    return {key: Share(number, tuple(map(str, found.get(key, ())))) for key in keys}


def characters() -> Counter[str]:
    """The characters of the cables by the class of value that holds them.

    Of paragraphs and unnumbered text, `prose` and `laid_out` are the words; number, marking, page lines and white space
    stay with the paragraph or text itself.
    """
    found: Counter[str] = Counter()
    for cable in parsed().values():
        for field in cable.fields:
            held = 0
            if isinstance(field.value, cg.Paragraph | cg.Text):
                for block in field.value.blocks:
                    size = len(block.text) if isinstance(block, cg.Prose) else sum(map(len, block.lines))
                    found[kind_of(type(block))] += size
                    held += size
            found[kind_of(type(field.value))] += len(field.text) - held
    return found


@attrs.frozen
class Formatting:
    """What formatting wrote anew: `cables` without a field that would be read otherwise, those of them `understood`
    as a whole, `fields` written anew, and cables `formatted` at all because they have a classification line."""

    cables: Share
    understood: Share
    fields: Share
    formatted: Share


def formatting() -> Formatting:
    """Format every cable."""
    cables_left, understood_left, fields_left, untouched = [], [], [], []
    understood, fields = 0, 0
    for name, cable in parsed().items():
        done = canonicalize(cable)
        fields += len(done.fields)
        noted = {note.span[0]: note.message for note in done.notes}
        for index, (start, field) in enumerate(placed(done)):
            if isinstance(field.value, cg.Unparsed):
                fields_left.append(f"{name}: {name_of(field)} not understood")
            elif index not in done.primary:
                fields_left.append(f"{name}: {name_of(field)} of another copy")
            elif start in noted:
                fields_left.append(f"{name}: {noted[start]}")
        understood += not cable.unparsed
        if not any(isinstance(field.value, cg.ClassificationLine) for field in cable.fields):
            untouched.append(name)
        if done.notes:
            cables_left.append(f"{name}: {len(done.notes)} fields")
            if not cable.unparsed:
                understood_left.append(name)
    return Formatting(
        Share(len(parsed()), tuple(cables_left)),
        Share(understood, tuple(understood_left)),
        Share(fields, tuple(fields_left)),
        Share(len(parsed()), tuple(untouched)),
    )


def navadmins_kept() -> Share:
    """Navy messages that formatting leaves as they are."""
    return Share(len(navadmins()), tuple(name for name, text in navadmins().items() if cg.format(text) != text))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="what is read on the sample")
    parser.add_argument("--verbose", action="store_true", help="list what each share leaves out")
    verbose: bool = parser.parse_args().verbose
    if not cables():
        print("The sample texts are not beside the project.")
        return

    def show(name: str, share: Share, indent: str = "") -> None:
        print(f"{indent}{name:{34 - len(indent)}}{share}" + (f"  (floor {FLOORS[name]:.0%})" if name in FLOORS else ""))
        if verbose:
            for other in share.others:
                print(f"{indent}    {other!r}"[:240])

    print(f"{len(cables())} cables, {sum(map(len, cables().values()))} characters; {len(navadmins())} Navy messages\n")
    show("texts lossless", lossless())
    show("header lines typed", header_lines())
    whole, by_rule = head_fields()
    show("head fields typed", whole)
    for rule, share in by_rule.items():
        show(rule.replace("_", " "), share, "  ")
    paragraphs, surplus = gold_paragraphs()
    show("gold paragraphs", paragraphs)
    print(f"  paragraphs that no label has    {surplus}")
    print("\nLabelled cables where all of a key is read as labelled:")
    for key, share in gold_keys().items():
        show(key, share, "  ")
    print("\nCharacters by class of value:")
    found = characters()
    total = sum(found.values())
    for kind, size in found.most_common():
        if kind not in CATCH_ALLS:
            print(f"  {kind.replace('_', ' '):32}{size:9} {size / total:7.2%}")
    for kind in CATCH_ALLS:
        print(f"  catch-all: {kind.replace('_', ' '):21}{found[kind]:9} {found[kind] / total:7.2%}")
    print("\nFormatting:")
    done = formatting()
    show("have a classification line", done.formatted, "  ")
    show("cables without CG003", done.cables, "  ")
    show("of those without Unparsed", done.understood, "  ")
    show("fields written anew", done.fields, "  ")
    show("Navy messages kept verbatim", navadmins_kept(), "  ")


if __name__ == "__main__":
    main()
