"""Reads texts by parse tables: the contextual lexer and the LALR parser that Lark describes, without what they do for other grammars.

Lark builds the tables (`tabulating`), and is not imported where they are at hand. `tests/test_engine.py` holds this reader to Lark's own:
equal values and equal refusals.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from re import Match
from re import compile as compiled
from typing import Any, final

from cablegrammar import tables

__all__ = ["Engine", "Rejected", "Token", "grammar_files", "grammar_text"]

#: The name of the end of the text among the terminals.
END = "$END"

#: Characters of a text that is not searched for what it lacks.
_SHORT = 80

#: What a terminal matched: its name, and the start and end offset of it in the text.
Token = tuple[str, int, int]

#: A function for each rule, from the rule's children and the text to its value.
Readers = Mapping[str, Callable[[list[Any], str], Any]]

#: The matching function of an expression.
Matching = Callable[[str, int], Match[str] | None]


class Rejected(Exception):
    """A text is not the construct it was read as: where it stopped (`offset`), and what could have stood there."""

    def __init__(self, offset: int, expected: Sequence[str], reason: str = "") -> None:
        super().__init__(reason or f"expected {' or '.join(expected) or 'nothing more'} at {offset}")
        self.offset = offset
        self.expected = tuple(expected)
        self.reason = reason


@cache
def grammar_files() -> Mapping[str, str]:
    """The texts of grammar/*.lark by file name without ending, in the order in which they are joined.

    The wheel holds them as cablegrammar/grammar/; a checkout and an editable install have them beside the package.
    """
    folder: Any = files("cablegrammar").joinpath("grammar")
    if not folder.is_dir():
        folder = Path(__file__).parent.parent / "grammar"
    found = sorted((item for item in folder.iterdir() if item.name.endswith(".lark")), key=lambda item: str(item.name))
    return {item.name.removesuffix(".lark"): item.read_text(encoding="utf-8") for item in found}


def grammar_text() -> str:
    """The whole grammar as one text."""
    return "\n".join(grammar_files().values())


_ABBREVIATIONS = {"dtg": "DTG", "eo": "E.O.", "plad": "PLAD", "lou": "LOU", "efto": "EFTO"}


def in_words(name: str) -> str:
    """A terminal's name in people's words: `ROUTING_INDICATOR` is `routing indicator`, white space at the end is `the end`."""
    if name == END or name.endswith("_TAIL"):
        return "the end"
    if name.endswith("_EOL"):
        return "the end of the line"
    if name == "_SP":
        return "a blank"
    words = name.removesuffix("_BLOCK").strip("_").lower().split("_")
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


#: What the parser does at the end of a rule: how many states it takes off its stack, and the function that makes the rule's value, `None` for
#: a rule whose name begins with a dash below, whose children are children of the rule around it.
_Reduction = tuple[int, Callable[[list[Any], str], Any] | None]


@final
class _Place:
    """Where a reading can be: a state, and the place that it goes back to at the end of a rule; in other words, a whole stack.

    No rule recurs but at its left, so there are few stacks, and what the parser does at one of them with a terminal is worked out once.
    """

    __slots__ = ("above", "below", "lacking", "last", "match", "number", "steps")

    def __init__(self, number: int, below: _Place | None, match: Matching, lacking: int) -> None:
        self.number = number
        self.below = below
        self.match = match
        #: What the text has none of, see `Engine.lacking`.
        self.lacking = lacking
        #: The places with one state more, by the number of that state.
        self.above: dict[int, _Place] = {}
        #: By terminal: the rules that end before it, whether it is a child of its rule, and the place behind it.
        self.steps: dict[str | None, _Step] = {}
        #: The rules that end at the end of the text, `None` as long as nobody has asked.
        self.last: tuple[_Reduction, ...] | None = None


_Step = tuple[tuple[_Reduction, ...], bool, _Place]


class Engine:
    """One set of parse tables for all start rules, with a function for each rule that makes the rule's value.

    A function is given the rule's children and the text: values of rules, and of each terminal its name, its start and its end offset.
    Reading is thread-safe.
    """

    def __init__(self, starts: Sequence[str], readers: Readers) -> None:
        self.starts = tuple(starts)
        self._tables = tables_for(self.starts)
        self._readers = readers
        self._expressions: dict[int, Matching] = {}
        self._ends = {end for _, end in self._tables["starts"].values()}
        self._flat = self._tables["flat"]
        self._needs = self._tables["needs"]
        self._narrow = self._tables["narrow"]
        self._carriage_return = self._tables["carriage_return"]
        self._light = self._narrow | self._carriage_return
        self._all = self._narrow | sum(bit for bit, _ in self._needs)
        self._roots: dict[tuple[str, int], _Place] = {}

    def parse(self, text: str, start: str, lacking: int | None = None) -> Any:
        """The value of `text` read by the rule `start`; raises `Rejected`.

        `lacking` is what `lacking` says of this text, or of one that it is a part of.
        """
        place = self._begun(text, start, lacking)
        if start not in self._flat:
            return self._read(text, place)
        tokens, place = self._scanned(text, place)
        # no rule within it has a value of its own, so all that is kept of its tokens are its children
        for _, read in place.last or self._last(place, len(text)):
            if read is not None:
                return read(tokens, text)
        return tokens

    def spans(self, text: str, start: str) -> list[tuple[str, int, int]]:
        """The tokens of `text` read by the rule `start`: name in words, start and end offset; raises `Rejected`.

        White space around a token is left out, and a token of nothing else: some take the blanks beside them along, to have fewer tokens.
        """
        tokens, _ = self._scanned(text, self._begun(text, start))
        spans = []
        for name, first, last in tokens:
            token = text[first:last]
            if not token.isspace():
                begin = first + len(token) - len(token.lstrip())
                spans.append((in_words(name), begin, last - len(token) + len(token.rstrip())))
        return spans

    def lacking(self, text: str, known: int = 0) -> int:
        """What the text has none of that an expression looks for, as bits: such texts are read by lighter expressions.

        `known` is what is said of a text that it is a part of.
        """
        lacking = known
        for bit, strings in self._needs:
            if bit & known:
                continue
            for string in strings:
                if string in text:
                    break
            else:
                lacking |= bit
        if not lacking & self._narrow and lacking & self._carriage_return and _is_narrow(text):
            lacking |= self._narrow
        return lacking

    def _begun(self, text: str, start: str, lacking: int | None = None) -> _Place:
        """Where a reading of `text` begins."""
        if lacking is None:
            if len(text) > _SHORT:
                lacking = self.lacking(text)
            else:
                # it is read as soon as it is searched
                is_light = "\r" not in text and (text.isascii() or _is_narrow(text))
                lacking = self._light if is_light else 0
        elif lacking != self._all:
            lacking = self.lacking(text, lacking)
        return self._roots.get((start, lacking)) or self._root(start, lacking)

    def _scanned(self, text: str, place: _Place) -> tuple[list[Token], _Place]:
        """The tokens that are kept, without the values of rules, from `place` to the place at the end of the text."""
        tokens: list[Token] = []
        at = 0
        size = len(text)
        while at < size:
            match = place.match(text, at)
            if match is None:
                raise self._rejected(place, at)
            # every terminal is a named group, so one of them matched
            name: Any = match.lastgroup
            try:
                _, is_kept, place = place.steps[name]
            except KeyError:
                _, is_kept, place = self._stepped(place, name, at)
            behind = match.end()
            if is_kept:
                tokens.append((name, at, behind))
            at = behind
        return tokens, place

    def _read(self, text: str, place: _Place) -> Any:
        """The value of `text`."""
        values: list[Any] = []
        # how many values there were before each state of the stack
        heights: list[int] = []
        at = 0
        size = len(text)
        while at < size:
            match = place.match(text, at)
            if match is None:
                raise self._rejected(place, at)
            name = match.lastgroup
            try:
                reductions, is_kept, place = place.steps[name]
            except KeyError:
                reductions, is_kept, place = self._stepped(place, name, at)
            if reductions:
                _reduce(reductions, values, heights, text)
            heights.append(len(values))
            behind = match.end()
            if is_kept:
                values.append((name, at, behind))
            at = behind
        _reduce(place.last or self._last(place, at), values, heights, text)
        return values[-1]

    def _root(self, start: str, lacking: int) -> _Place:
        number, _ = self._tables["starts"][start]
        heeded = lacking & self._tables["heeded"][start]
        if (start, heeded) not in self._roots:
            self._roots[start, heeded] = _Place(number, None, self._matching(number, heeded), heeded)
        return self._roots.setdefault((start, lacking), self._roots[start, heeded])

    def _on(self, place: _Place, number: int) -> _Place:
        """The place above `place` whose state is `number`."""
        if number not in place.above:
            place.above[number] = _Place(number, place, self._matching(number, place.lacking), place.lacking)
        return place.above[number]

    def _matching(self, number: int, lacking: int) -> Matching:
        """The matching function of the state `number` for texts that lack what certain patterns need."""
        index, _, _ = self._tables["states"][number]
        if lacking and index in self._tables["lighter"]:
            lighter = self._tables["lighter"][index]
            # (the bits of all patterns that are rare in it are the largest there)
            index = lighter.get(lacking & max(lighter), index)
        if index not in self._expressions:
            self._expressions[index] = matcher(self._tables["expressions"][index])
        return self._expressions[index]

    def _stepped(self, place: _Place, name: str | None, at: int) -> _Step:
        """What is done at `place` where `name` stands next; raises `Rejected` if it cannot."""
        reductions, here = self._reduced(place, name or "")
        if here is None:
            raise self._rejected(place, at)
        _, actions, _ = self._tables["states"][here.number]
        number = actions[name or ""]
        return place.steps.setdefault(name, (reductions, self._tables["kept"][number], self._on(here, number)))

    def _last(self, place: _Place, at: int) -> tuple[_Reduction, ...]:
        """What is done at `place` at the end of the text; raises `Rejected` if it cannot end there."""
        reductions, here = self._reduced(place, END)
        if here is None:
            raise self._rejected(place, at)
        place.last = reductions
        return reductions

    def _reduced(self, place: _Place, name: str) -> tuple[tuple[_Reduction, ...], _Place | None]:
        """The rules that end at `place` before `name`, and the place that it stands at then, `None` if it cannot.

        The tables may know it at a state, and no more once the rules that end there are left.
        """
        reductions: list[_Reduction] = []
        here = place
        while True:
            _, actions, _ = self._tables["states"][here.number]
            action = actions.get(name)
            if action is None or action >= 0:
                return tuple(reductions), None if action is None else here
            origin, reader, states = self._tables["reductions"][~action]
            for _ in range(states):
                assert here.below is not None, "a rule that ends has begun"
                here = here.below
            _, _, gotos = self._tables["states"][here.number]
            here = self._on(here, gotos[origin])
            reductions.append((states, self._readers.get(reader, _unread) if reader else None))
            if name == END and here.number in self._ends:
                return tuple(reductions), here

    def _rejected(self, place: _Place, at: int) -> Rejected:
        _, actions, _ = self._tables["states"][place.number]
        names = [name for name in actions if self._reduced(place, name)[1]]
        return Rejected(at, sorted(set(map(in_words, names))) or ["the end"])


def _reduce(reductions: tuple[_Reduction, ...], values: list[Any], heights: list[int], text: str) -> None:
    """Make the values of rules that end."""
    for states, read in reductions:
        if states > 1:
            del heights[1 - states :]
        elif not states:
            heights.append(len(values))
        if read is not None:
            height = heights[-1]
            children = values[height:]
            del values[height:]
            values.append(read(children, text))


def _is_narrow(text: str) -> bool:
    """Whether no character of it is above U+00FF: Python keeps it in a byte each, and a class of characters is a table of 256 bits."""
    if text.isascii():
        return True
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return True


def _unread(children: list[Any], text: str) -> list[Any]:
    """The value of a rule that no function reads."""
    return children


def tables_for(starts: Sequence[str]) -> tables.Tables:
    """The parse tables for `starts` that were kept; where there are none they are built, and kept if that is possible."""
    kept = tables.kept(tables.origin_of(grammar_text(), starts))
    if kept is None:
        from cablegrammar.tabulating import tabulated  # imports lark

        kept = tabulated(grammar_text(), starts)
        tables.keep(kept)
    return kept


def matcher(row: tables.Expression) -> Matching:
    """The matching function of an expression.

    Compiling takes Python longer than all else at a start, and it keeps nothing of it; so the tables bring what it compiled, as long as
    this Python says that it is of its own kind.
    """
    pattern, flags, magic, code, names = row
    try:
        inner: Any = import_module("_sre")
        if magic == inner.MAGIC:
            groups = {name: index for index, name in enumerate(names, 1)}
            whole: Any = inner.compile(pattern, flags, array("I", code).tolist(), len(names), groups, (None, *names))
            match: Matching = whole.match
            return match
    except (AttributeError, ImportError, RuntimeError, TypeError, ValueError):
        pass  # another implementation of Python, or a file that was damaged
    return compiled(pattern).match
