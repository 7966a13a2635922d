"""The only module that knows Lark: it finds the grammar, builds the parsers and turns Lark's errors into ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lark import Lark, Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from cablegrammar import tables

__all__ = ["Engine", "Rejected", "Token", "grammar_files", "grammar_text", "write_tables"]


#: A function for each rule, from the rule's children to its value.
Readers = Mapping[str, Callable[[list[Any]], Any]]


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


def _in_words(name: str) -> str:
    """A terminal's name in people's words: `ROUTING_INDICATOR` is `routing indicator`, white space at the end is `the end`."""
    if name == "$END" or name.endswith("_TAIL"):
        return "the end"
    if name == "_SP":
        return "a blank"
    words = name.removesuffix("_BLOCK").strip("_").lower().split("_")
    return " ".join(_ABBREVIATIONS.get(word, word) for word in words)


class Engine:
    """One set of parse tables for all start rules, with a function for each rule that makes the rule's value.

    Reading is thread-safe.
    """

    def __init__(self, starts: Sequence[str], readers: Readers) -> None:
        self.starts = tuple(starts)
        self._lark = _lark(self.starts, readers)
        self._parse = self._lark.parse
        self._compiled = _compiled(self.starts, readers)

    @property
    def is_compiled(self) -> bool:
        """Whether lark_cython reads, the extra `fast`."""
        return self._compiled is not None

    def parse(self, text: str, start: str) -> Any:
        """The value of `text` read by the rule `start`; raises `Rejected`."""
        if self._compiled is not None:
            # it cannot say what could have stood where it stops, so what it rejects is read once more
            with suppress(UnexpectedInput):
                return self._compiled(text, start)
        try:
            return self._parse(text, start)
        except UnexpectedCharacters as error:
            raise _rejected(error.pos_in_stream or 0, error.allowed) from None
        except UnexpectedToken as error:
            at = len(text) if error.token.type == "$END" else error.token.start_pos or 0
            raise _rejected(at, error.accepts or error.expected) from None

    def spans(self, text: str, start: str) -> list[tuple[str, int, int]]:
        """The tokens of `text` read by the rule `start`: name in words, start and end offset; raises `Rejected`.

        White space around a token is left out, and a token of nothing else: some take the blanks beside them along, to have fewer tokens.
        """
        try:
            tokens = self._lark.parse_interactive(text, start).exhaust_lexer()
        except UnexpectedCharacters as error:
            raise _rejected(error.pos_in_stream or 0, error.allowed) from None
        except UnexpectedToken as error:
            raise _rejected(error.token.start_pos or 0, error.accepts or error.expected) from None
        return [
            (
                _in_words(token.type),
                (token.start_pos or 0) + len(token) - len(token.lstrip()),
                (token.end_pos or 0) - len(token) + len(token.rstrip()),
            )
            for token in tokens
            if token.type[0] != "_" and not token.isspace()
        ]


def _lark(starts: Sequence[str], readers: Readers) -> Lark:
    """The parser for `starts`, from tables that were kept; where there are none they are built, and kept if that is possible."""
    kept = _kept(starts, readers)
    return _built(starts, tables.keeping(tables.name_of(grammar_text(), starts)), readers) if kept is None else kept


def _kept(starts: Sequence[str], readers: Readers, plugins: Mapping[str, Any] | None = None) -> Lark | None:
    """The parser from tables that were kept, or `None`."""
    kept = tables.kept(tables.name_of(grammar_text(), starts))
    if kept is None:
        return None
    # what `save` wrote, with the options that it cannot write
    kept["data"]["options"].update(transformer=SimpleNamespace(**readers), _plugins=dict(plugins or {}))
    return Lark.load(kept)


def _built(starts: Sequence[str], keep: Callable[[Callable[[Any], None]], None], readers: Readers) -> Lark:
    """The parser, its tables built from the grammar and given to `keep`."""
    lark = Lark(
        grammar_text(),
        parser="lalr",
        lexer="contextual",
        start=list(starts),
        maybe_placeholders=False,
        transformer=SimpleNamespace(**readers),
    )
    keep(partial(lark.save, exclude_options=("transformer",)))
    return lark


def _compiled(starts: Sequence[str], readers: Readers) -> Callable[[str, str], Any] | None:
    """The reading function of lark_cython, the extra `fast`, from tables that were kept; `None` without these or it.

    Its tokens are no texts, so that rules' readers are given tokens of lark.
    """
    try:
        lark_cython: Any = import_module("lark_cython")
    except ImportError:
        return None
    foreign = lark_cython.lark_cython.Token

    def made(read: Callable[[list[Any]], Any], children: list[Any]) -> Any:
        return read([Token(c.type, c.value, c.start_pos, c.line) if type(c) is foreign else c for c in children])

    lark = _kept(starts, {rule: partial(made, read) for rule, read in readers.items()}, lark_cython.plugins)
    return lark.parse if lark else None


def write_tables(starts: Sequence[str], folder: Path) -> None:
    """Build the tables for `starts` and write them to a file in `folder`, for the wheel."""
    _built(starts, tables.keeping(tables.name_of(grammar_text(), starts), folder), {})


def _rejected(offset: int, names: Iterable[str] | None) -> Rejected:
    return Rejected(offset, sorted({_in_words(name) for name in names or ()} or {"the end"}))
