"""Reads grammar/*.lark by Lark's own grammar of its syntax, and draws the rules as railroad diagrams.

Nothing here knows Sphinx: `cable_docs` puts what this module gives into the pages.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import attrs
from lark import Lark, Token, Tree

#: Diagrams that are wider are wrapped: a page's text is about so wide, in pixels.
WIDEST = 660


@attrs.frozen
class Definition:
    """A rule or a terminal: its `name`, the `comment` above it, `source`, its text without the name, `priority`, and `tree`, what Lark
    makes of it.
    """

    name: str
    comment: str
    source: str
    priority: int
    tree: Tree[Token]

    @property
    def is_rule(self) -> bool:
        """Whether it is a rule; else it is a terminal."""
        return self.name.islower()


@attrs.frozen
class GrammarFile:
    """A file of the grammar: `head`, the comment at its top, and what it defines."""

    name: str
    head: str
    definitions: tuple[Definition, ...]

    @property
    def rules(self) -> list[Definition]:
        """The rules, in the order of the file."""
        return [one for one in self.definitions if one.is_rule]

    @property
    def terminals(self) -> list[Definition]:
        """The terminals, in the order of the file."""
        return [one for one in self.definitions if not one.is_rule]


@cache
def _lark_syntax() -> Lark:
    options = {"parser": "lalr", "propagate_positions": True, "maybe_placeholders": False}
    return Lark.open_from_package("lark", "lark.lark", ["grammars"], **options)


def read_grammar_file(name: str, text: str) -> GrammarFile:
    """The file `name` of the grammar, of its text."""
    lines = text.splitlines()
    found = []
    for tree in _lark_syntax().parse(text + "\n").children:
        if not isinstance(tree, Tree) or tree.data not in ("rule", "token"):
            continue
        defined, *_, body = tree.children
        priority = next((int(one.children[0]) for one in tree.find_data("priority")), 0)
        # an empty alternative has no place, so the text is cut at the colon, and not where the body begins
        source = text[tree.meta.start_pos : tree.meta.end_pos].partition(":")[2].strip()
        found.append(Definition(str(defined), _comment_above(lines, tree.meta.line), source, priority, body))
    head = "\n".join(line.removeprefix("//").removeprefix(" ") for line in _head_lines(lines))
    return GrammarFile(name, head.strip("\n"), tuple(found))


def _head_lines(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("//"):
            return
        yield line


def _comment_above(lines: Sequence[str], line: int) -> str:
    """The comment right above a line; a heading between dashes, and the head of the file, are none."""
    found: list[str] = []
    at = line - 2
    while at >= 0 and lines[at].startswith("//") and not lines[at].startswith("// ----"):
        found.insert(0, lines[at].removeprefix("//").strip())
        at -= 1
    return " ".join(found) if at >= 0 else ""


# ---- drawing ------------------------------------------------------------------------------------------------------------------


def draw(rule: Definition, link: Callable[[str], str | None], title: Callable[[str], str]) -> str:
    """The rule as an SVG; `link` gives the address of a rule or terminal, `title` what is shown when the mouse is over it."""
    import railroad

    railroad.INTERNAL_ALIGNMENT = "left"
    pen = _Pen(railroad, link, title)
    diagram = railroad.Diagram(pen.node(rule.tree))
    out = io.StringIO()
    diagram.writeSvg(out.write)
    # the words of a link come twice, one over the other
    svg = re.sub(r"(<text\b[^>]*>[^<]*</text>)\s*\1", r"\1", out.getvalue())
    label = f"Railroad diagram of {rule.name}"
    return svg.replace("<svg ", f'<svg role="img" aria-label="{label}" ', 1).replace("xlink:href=", "href=")


class _Pen:
    """Makes the shapes of the parts of a rule."""

    def __init__(self, shapes: Any, link: Callable[[str], str | None], title: Callable[[str], str]) -> None:
        self.shapes, self.link, self.title = shapes, link, title
        self.room = WIDEST

    def node(self, tree: Tree[Token] | Token) -> Any:
        if isinstance(tree, Token):
            return self.named(str(tree))
        return getattr(self, str(tree.data))(tree.children)

    @contextmanager
    def within(self) -> Iterator[None]:
        """Between the lines that lead around a shape there is less room."""
        self.room -= 60
        yield
        self.room += 60

    def choice(self, straight: int, *branches: Any) -> Any:
        """One of several branches, of which one lies straight ahead."""
        choice = self.shapes.Choice(straight, *branches)
        # the library leaves out what the last one goes down by, where it has several lines
        choice.down += branches[-1].height
        return choice

    def optional(self, item: Any) -> Any:
        return self.choice(1, self.shapes.Skip(), item)

    def named(self, name: str) -> Any:
        # a rule is a box with corners, a terminal has none; what carries no value is drawn faintly
        shape = self.shapes.NonTerminal if name.islower() else self.shapes.Terminal
        unsaid = "unsaid" if name.startswith("_") and not name.islower() else ""
        return shape(name, href=self.link(name), title=self.title(name), cls=unsaid)

    def name(self, children: list[Any]) -> Any:
        return self.named(str(children[0]))

    def literal(self, children: list[Any]) -> Any:
        return self.shapes.Terminal(str(children[0]).strip('"'))

    def expansions(self, children: list[Any]) -> Any:
        if len(children) == 1:
            return self.node(children[0])
        with self.within():
            return self.choice(0, *map(self.node, children))

    def expansion(self, children: list[Any]) -> Any:
        if not children:
            return self.shapes.Skip()
        lines: list[list[Any]] = [[]]
        for one in map(self.node, children):
            if lines[-1] and self.shapes.Sequence(*lines[-1], one).width > self.room:
                lines.append([])
            lines[-1].append(one)
        rows = [self.shapes.Sequence(*line) for line in lines]
        return rows[0] if len(rows) == 1 else self.shapes.Stack(*rows)

    def alias(self, children: list[Any]) -> Any:
        return (
            self.shapes.Group(self.node(children[0]), f"as {children[1]}") if len(children) > 1 else self.expansion([])
        )

    def maybe(self, children: list[Any]) -> Any:
        with self.within():
            return self.optional(self.expansions(children))

    def expr(self, children: list[Any]) -> Any:
        with self.within():
            item, (sign, *more) = self.node(children[0]), map(str, children[1:])
        if sign == "?":
            return self.optional(item)
        if sign in ("*", "+"):
            repeated = self.shapes.OneOrMore(item)
            return self.optional(repeated) if sign == "*" else repeated
        # `~ 0..3`
        repeated = self.shapes.OneOrMore(item, self.shapes.Comment(f"{'..'.join([sign, *more])} times"))
        return self.optional(repeated) if sign == "0" else repeated
