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

#: A function for each rule, from the rule's children to its value.
Readers = Mapping[str, Callable[[list[Any]], Any]]


class Rejected(Exception):
    """A text is not the construct it was read as: where it stopped (`offset`), and what could have stood there."""

    def __init__(self, offset: int, expected: Sequence[str], reason: str = "") -> None:
        super().__init__(reason or f"expected {' or '.join(expected) or 'nothing more'} at {offset}")
        self.offset = offset
        self.expected = tuple(expected)
        self.reason = reason


class Token(str):
    """What a terminal (`type`) matched at the offset `start_pos` of a text (`whole`)."""

    __slots__ = ("start_pos", "type", "whole")
    start_pos: int
    type: str
    whole: str

    @classmethod
    def of(cls, type_: str, text: str, start_pos: int = 0, whole: str = "") -> Token:
        """A token of `text`, which stands in `whole`."""
        token = cls(text)
        token.type = type_
        token.start_pos = start_pos
        token.whole = whole
        return token

    @property
    def is_on_first_line(self) -> bool:
        """Whether no line ends before it."""
        return self.whole.find("\n", 0, self.start_pos) < 0 and self.whole.find("\r", 0, self.start_pos) < 0


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
    if name == "_SP":
        return "a blank"
    words = name.removesuffix("_BLOCK").strip("_").lower().split("_")
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


@final
class _Reduction:
    """What the parser does at the end of a rule: how many states and values it takes off its stacks, and what it makes of the values."""

    __slots__ = ("expanded", "origin", "read", "states", "values")

    def __init__(self, row: tables.Reduction, readers: Readers) -> None:
        self.origin, reader, self.states, self.values, self.expanded = row
        # the children of a rule whose name begins with a dash below are children of the rule around it; `None` reads nothing
        self.read = readers.get(reader) if reader else None


class _State:
    """A state of the parser. It is filled in on the first visit: few of them are met in one text."""

    __slots__ = ("actions", "gotos", "is_kept", "match", "number")
    match: Callable[[str, int], Match[str] | None]
    gotos: dict[str, _State]

    def __init__(self, number: int, is_kept: bool) -> None:
        self.number = number
        #: Whether the token that leads here is a child of its rule.
        self.is_kept = is_kept
        self.actions: dict[str, _State | _Reduction] | None = None


class Engine:
    """One set of parse tables for all start rules, with a function for each rule that makes the rule's value.

    Reading is thread-safe.
    """

    def __init__(self, starts: Sequence[str], readers: Readers) -> None:
        self.starts = tuple(starts)
        self._tables = tables_for(self.starts)
        self._expressions: dict[int, Callable[[str, int], Match[str] | None]] = {}
        self._reductions = [_Reduction(row, readers) for row in self._tables["reductions"]]
        self._states = [_State(number, kept) for number, kept in enumerate(self._tables["kept"])]
        self._ends = {
            start: (self._states[first], self._states[last]) for start, (first, last) in self._tables["starts"].items()
        }

    def parse(self, text: str, start: str) -> Any:
        """The value of `text` read by the rule `start`; raises `Rejected`."""
        return self._read(text, start, None)

    def spans(self, text: str, start: str) -> list[tuple[str, int, int]]:
        """The tokens of `text` read by the rule `start`: name in words, start and end offset; raises `Rejected`.

        White space around a token is left out, and a token of nothing else: some take the blanks beside them along, to have fewer tokens.
        """
        tokens: list[tuple[str, int, int]] = []
        self._read(text, start, tokens)
        spans = []
        for name, first, last in tokens:
            token = text[first:last]
            if name[0] != "_" and not token.isspace():
                begin = first + len(token) - len(token.lstrip())
                spans.append((in_words(name), begin, last - len(token) + len(token.rstrip())))
        return spans

    def _read(self, text: str, start: str, tokens: list[tuple[str, int, int]] | None) -> Any:
        """The value of `text`; with `tokens`, only these are wanted, and the end of the text may be missing."""
        state, last = self._ends[start]
        states = [state]
        values: list[Any] = []
        make: Callable[[type[Token], str], Token] = str.__new__
        at = 0
        size = len(text)
        behind = 0
        while True:
            actions = state.actions or self._filled(state)
            if at < size:
                match = state.match(text, at)
                if match is None:
                    raise self._rejected(states, last, at)
                # every terminal is a named group, so one of them matched
                name = match.lastgroup or END
                behind = match.end()
            elif tokens is not None:
                return None
            else:
                name = END
            action = actions.get(name)
            while type(action) is _Reduction:
                if count := action.states:
                    del states[-count:]
                if count := action.values:
                    children = values[-count:]
                    del values[-count:]
                    if action.expanded:
                        children = _expanded(children, action.expanded)
                else:
                    children = []
                values.append(children if action.read is None else action.read(children))
                state = states[-1].gotos[action.origin]
                if state is last and name is END:
                    return values[-1]
                states.append(state)
                action = (state.actions or self._filled(state)).get(name)
            if action is None:
                raise self._rejected(states, last, at)
            state = action
            states.append(state)
            if state.is_kept:
                token = make(Token, text[at:behind])
                token.type = name
                token.start_pos = at
                token.whole = text
                values.append(token)
            if tokens is not None:
                tokens.append((name, at, behind))
            at = behind

    def _filled(self, state: _State) -> dict[str, _State | _Reduction]:
        """The actions of `state`, by the name of what stands next."""
        expression, actions, gotos = self._tables["states"][state.number]
        if expression not in self._expressions:
            self._expressions[expression] = matcher(self._tables["expressions"][expression])
        state.match = self._expressions[expression]
        state.gotos = {rule: self._states[number] for rule, number in gotos.items()}
        state.actions = {
            name: self._states[number] if number >= 0 else self._reductions[~number] for name, number in actions.items()
        }
        return state.actions

    def _rejected(self, states: list[_State], last: _State, at: int) -> Rejected:
        names = [name for name in self._filled(states[-1]) if self._accepts(states, last, name)]
        return Rejected(at, sorted(set(map(in_words, names))) or ["the end"])

    def _accepts(self, states: list[_State], last: _State, name: str) -> bool:
        """Whether `name` could stand next: the tables may know it at a state, and no more once the rules that end there are left."""
        left = len(states)
        above: list[_State] = []
        state = states[-1]
        while True:
            action = (state.actions or self._filled(state)).get(name)
            if type(action) is not _Reduction:
                return action is not None
            taken = min(action.states, len(above))
            del above[len(above) - taken :]
            left -= action.states - taken
            state = (above[-1] if above else states[left - 1]).gotos[action.origin]
            if state is last and name == END:
                return True
            above.append(state)


def _expanded(children: list[Any], expanded: Sequence[bool]) -> list[Any]:
    """The children, those of the rules marked in `expanded` in their place."""
    # a list is lengthened, not copied, by the rule that goes on with it: nobody else has it
    found: list[Any] = children[0] if expanded[0] else [children[0]]
    for child, is_list in zip(children[1:], expanded[1:], strict=True):
        if is_list:
            found += child
        else:
            found.append(child)
    return found


def tables_for(starts: Sequence[str]) -> tables.Tables:
    """The parse tables for `starts` that were kept; where there are none they are built, and kept if that is possible."""
    name = tables.name_of(grammar_text(), starts)
    kept = tables.kept(name)
    if kept is None:
        from cablegrammar.tabulating import tabulated  # imports lark

        kept = tabulated(grammar_text(), starts)
        tables.keep(name, kept)
    return kept


def matcher(row: tables.Expression) -> Callable[[str, int], Match[str] | None]:
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
            match: Callable[[str, int], Match[str] | None] = whole.match
            return match
    except (AttributeError, ImportError, RuntimeError, TypeError, ValueError):
        pass  # another implementation of Python, or a file that was damaged
    return compiled(pattern).match
