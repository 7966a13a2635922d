"""The only module that knows Lark: it finds the grammar, builds the parsers and turns Lark's errors into ours."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedCharacters, UnexpectedEOF, UnexpectedToken

__all__ = ["Engine", "Rejected", "Token", "Tree", "grammar_files", "grammar_text"]


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


def _words(names: set[str], terminals: Mapping[str, str]) -> tuple[str, ...]:
    """Terminal names in people's words, `ROUTING_INDICATOR` as `routing indicator`."""
    return tuple(sorted({terminals.get(name, name) for name in names}))


class Engine:
    """One set of parse tables for all start rules, with a function for each rule that makes the rule's value.

    Reading is thread-safe. With no readers, trees come out, whose tokens know their offsets.
    """

    def __init__(self, starts: Sequence[str], readers: Mapping[str, Callable[[list[Any]], Any]] | None = None) -> None:
        options: dict[str, Any] = {"transformer": SimpleNamespace(**readers)} if readers else {}
        self._lark = Lark(
            grammar_text(), parser="lalr", lexer="contextual", start=list(starts), maybe_placeholders=False, **options
        )
        self._parse = self._lark.parse
        self._names = {
            t.name: {"$END": "the end", "_SP": "a blank", "_TAIL": "the end"}.get(
                t.name, t.name.strip("_").replace("_", " ").lower()
            )
            for t in self._lark.terminals
        } | {"$END": "the end"}

    def parse(self, text: str, start: str) -> Any:
        """The value of `text` read by the rule `start`; raises `Rejected`."""
        try:
            return self._parse(text, start)
        except UnexpectedCharacters as error:
            raise Rejected(error.pos_in_stream or 0, _words(set(error.allowed or ()), self._names)) from None
        except UnexpectedToken as error:
            at = len(text) if error.token.type == "$END" else error.token.start_pos
            raise Rejected(at or 0, _words(set(error.accepts or error.expected or {"$END"}), self._names)) from None
        except UnexpectedEOF as error:  # pragma: no cover - Lark's LALR parser reports the end as a token
            raise Rejected(len(text), _words(set(error.expected), self._names)) from None
