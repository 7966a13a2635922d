"""What the site is made of beside its pages: the grammar, the classes and the commands, taken from where they are defined.

Directives: `constructs` and `grammar-files` show grammar files with their diagrams, `classes` the classes of a kind, `commands` the help
of each command. Docstrings are plain text with `backticks`, which here become code and links. Files of the checkout that a page links to, tests
for the most part, are shown as pages of their own.
"""

from __future__ import annotations

import argparse
import html
import os
import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from docutils.statemachine import StringList
from grammar_diagrams import Definition, GrammarFile, draw, read_grammar_file
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import TextLexer, get_lexer_for_filename
from pygments.util import ClassNotFound
from sphinx.addnodes import download_reference, pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import cablegrammar as cg
from cablegrammar import model
from cablegrammar.engine import grammar_files
from cablegrammar.glossary import ENTRIES
from cablegrammar.viewing import view

ROOT = Path(__file__).parents[2]
log = logging.getLogger(__name__)

#: Files of the grammar that are no construct.
SHARED_FILES = tuple(name for name in grammar_files() if name not in model.CONSTRUCTS)
#: Patterns that are longer are cut: two files are long lists, made by scripts.
LONGEST_PATTERN = 1500


@cache
def grammar_file(name: str) -> GrammarFile:
    """A file of the grammar."""
    return read_grammar_file(name, grammar_files()[name])


@cache
def definitions() -> dict[str, tuple[Definition, str]]:
    """All rules and terminals by name, with the file that each is in."""
    return {one.name: (one, name) for name in grammar_files() for one in grammar_file(name).definitions}


def anchor(name: str) -> str:
    """The id of a rule or terminal; ids of pages are lower case, and a rule may differ from a terminal by that alone."""
    return f"{'rule' if name.islower() else 'terminal'}-{name}"


# ---- the grammar ----------------------------------------------------------------------------------------------------------------


class railroad(nodes.General, nodes.Element):
    """A diagram of a rule, drawn when the page is written, because only then all links are known."""


def visit_railroad(translator: Any, node: railroad) -> None:
    """Draw it."""
    places: dict[str, str] = translator.builder.env.cable_grammar
    here = translator.builder.current_docname

    def link(name: str) -> str | None:
        file = definitions().get(name, (None, ""))[1]
        if file not in places:
            return None
        page = "" if places[file] == here else translator.builder.get_relative_uri(here, places[file])
        return f"{page}#{anchor(name)}"

    def title(name: str) -> str:
        one = definitions()[name][0]
        said = f"{one.comment}\n" if one.comment else ""
        return f"{said}{one.source}"[:300]

    picture = draw(definitions()[node["rule"]][0], link, title)
    translator.body.append(f'<div class="railroad" id="{anchor(node["rule"])}" tabindex="0">{picture}</div>')
    raise nodes.SkipNode


class GrammarFiles(SphinxDirective):
    """Sections for grammar files that are named in the content; of `constructs`, for all constructs of a kind of the glossary."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """The sections."""
        return [section for name in self.content if name for section in self.section(name)]

    def section(self, name: str) -> Iterator[nodes.Node]:
        """What is to say about a file."""
        file = grammar_file(name)
        self.env.cable_grammar[name] = self.env.docname  # type: ignore[attr-defined]
        section = nodes.section(ids=[f"construct-{name}"], names=[name])
        title = (
            file.head.splitlines()[0].partition(":")[0].capitalize() if name in SHARED_FILES else name.replace("_", " ")
        )
        section += nodes.title(title, title)
        label = f"construct-{name}"
        domain = self.env.domains.standard_domain
        domain.labels[label] = (self.env.docname, label, title)
        domain.anonlabels[label] = (self.env.docname, label)
        section += head(file)
        section += self.about(name)
        for rule in file.rules:
            section += definition_line(rule)
            section += railroad(rule=rule.name)
        if file.terminals:
            section += details(f"Patterns of the {len(file.terminals)} terminals", map(terminal, file.terminals))
        yield section

    def about(self, name: str) -> nodes.Node:
        """Where else the construct is."""
        words = f"{{checkout}}`grammar/{name}.lark`"
        if value := model.CONSTRUCTS.get(name):
            public = value.__name__ in cg.__all__
            target = (
                f"{{py:class}}`{value.__name__} <cablegrammar.{value.__name__}>`" if public else f"`{value.__name__}`"
            )
            words += f" · value: {target}"
            words += f" · tests: {{checkout}}`tests/grammar/test_{name}.py`"
        found, _ = self.state.inline_text(words, self.lineno)
        return nodes.paragraph("", "", *found, classes=["about"])


class Constructs(GrammarFiles):
    """Sections for all constructs of a kind."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """The sections, in the order of the glossary."""
        classes = [value for value, entry in ENTRIES.items() if entry.kind == self.arguments[0]]
        names = [value.start_rule for value in classes if value.start_rule in grammar_files()]
        return [section for name in names for section in self.section(name)]


def head(file: GrammarFile) -> Iterator[nodes.Node]:
    """The comment at the top of a file: sentences, and examples as they stand."""
    prose: list[str] = []
    plain: list[str] = []
    for line in [*file.head.splitlines(), ""]:
        if line.startswith("  "):
            yield from paragraphs(prose)
            plain.append(line)
        elif line or not plain:
            yield from literal(plain)
            prose.append(line)
    yield from literal(plain)
    yield from paragraphs(prose)


def paragraphs(lines: list[str]) -> Iterator[nodes.Node]:
    """Lines of a comment as paragraphs; where the rule comes from is one of its own."""
    for text in re.split(r"\n\s*\n|\n(?=Source:)", "\n".join(lines)):
        if text.strip():
            yield nodes.paragraph("", "", *with_code(" ".join(text.split())))
    lines.clear()


def with_code(text: str) -> Iterator[nodes.Node]:
    """A comment with its backticks as code."""
    for at, piece in enumerate(text.split("`")):
        if piece:
            yield nodes.literal(piece, piece) if at % 2 else nodes.Text(piece)


def literal(lines: list[str]) -> Iterator[nodes.Node]:
    """Lines as they stand."""
    text = "\n".join(lines).strip("\n")
    if text:
        margin = min(len(line) - len(line.lstrip()) for line in lines if line.strip())
        shown = "\n".join(line[margin:] for line in text.splitlines())
        yield nodes.literal_block(shown, shown, language="none", classes=["examples"])
    lines.clear()


def definition_line(one: Definition) -> nodes.paragraph:
    """Name, priority and comment of a rule or terminal."""
    line = nodes.paragraph(classes=["definition"])
    line += nodes.literal(one.name, one.name)
    if one.priority:
        line += nodes.Text(f" priority {one.priority}")
    if one.comment:
        line += nodes.Text(" ")
        line += nodes.inline("", "", *with_code(one.comment), classes=["comment"])
    return line


def terminal(one: Definition) -> nodes.Node:
    """A terminal with its pattern."""
    found = nodes.container(ids=[anchor(one.name)], classes=["terminal"])
    found += definition_line(one)
    pattern = one.source if len(one.source) < LONGEST_PATTERN else f"{one.source[:LONGEST_PATTERN]} …"
    found += nodes.literal_block(pattern, pattern, language="none")
    return found


def details(summary: str, inside: Iterable[nodes.Node]) -> Iterator[nodes.Node]:
    """What opens when one clicks at it."""
    yield nodes.raw("", f"<details><summary>{html.escape(summary)}</summary>", format="html")
    yield from inside
    yield nodes.raw("", "</details>", format="html")


# ---- classes, commands ------------------------------------------------------------------------------------------------------------


class Classes(SphinxDirective):
    """The classes of a kind of the glossary."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """What autodoc makes of them, in the order of the glossary."""
        lines: list[str] = []
        for value, entry in ENTRIES.items():
            if entry.kind == self.arguments[0]:
                lines += [
                    f".. autoclass:: cablegrammar.{value.__name__}",
                    "   :members:",
                    "   :inherited-members: Value",
                    "",
                ]
        return rst(self, lines)


def rst(directive: SphinxDirective, lines: list[str]) -> list[nodes.Node]:
    """Lines of reStructuredText within a page of Markdown."""
    from sphinx.util.nodes import nested_parse_with_titles

    container = nodes.Element()
    nested_parse_with_titles(directive.state, StringList(["```{eval-rst}", *lines, "```"], "classes"), container)
    return container.children


class Commands(SphinxDirective):
    """A section for each command, with what its `--help` prints."""

    def run(self) -> list[nodes.Node]:
        """The sections."""
        from cablegrammar.cli import _parser

        subparsers = next(one for one in _parser()._actions if isinstance(one, argparse._SubParsersAction))
        return [section for name, parser in subparsers.choices.items() for section in self.section(name, parser)]

    def section(self, name: str, parser: argparse.ArgumentParser) -> Iterator[nodes.Node]:
        """The help of a command."""
        section = nodes.section(ids=[f"command-{name}"], names=[name])
        section += nodes.title(name, name)
        shown = parser.format_help()
        section += nodes.literal_block(shown, shown, language="none", classes=["help"])
        yield section


# ---- docstrings -------------------------------------------------------------------------------------------------------------------

_NAME = re.compile(r"(?:cg\.)?([A-Za-z_][A-Za-z_0-9]*(?:\.[A-Za-z_][A-Za-z_0-9]*)*)(\(\))?")


def _code(match: re.Match[str]) -> str:
    words = " ".join(match[1].split())
    name = _NAME.fullmatch(words)
    # a letter right behind code, as in `Finding`s, is parted from it by what shows nothing
    end = "\\ " if match[2] else ""
    if name is None:
        return f"``{words}``{end}"
    target = f"cablegrammar.{name[1]}" if name[1].partition(".")[0] in cg.__all__ else name[1]
    return f":py:obj:`{words} <{target}>`{end}"


def docstring(app: Sphinx, what: str, name: str, obj: Any, options: Any, lines: list[str]) -> None:
    """A docstring as reStructuredText: backticks become code, and a link where they name something; fences become blocks."""
    sentences: list[str] = []
    done: list[str] = []
    fenced = doctest = False

    def close() -> None:
        text = re.sub(
            r"(?<!`)`([^`]+)`(?!`)(?=(\w)?)", _code, "\n".join(sentences).replace("\\", "\\\\").replace("*", "\\*")
        )
        text = re.sub(r"\bdocs/([\w-]+)\.md\b", r":doc:`\1 </\1>`", text)
        # within code a backslash is one
        done.extend(
            re.sub(r"``.*?``", lambda code: code[0].replace("\\\\", "\\").replace("\\*", "*"), text, flags=re.S).split(
                "\n"
            )
        )
        sentences.clear()

    for line in lines:
        if line.startswith("```"):
            close()
            fenced = not fenced
            done.extend(["", f".. code-block:: {line[3:] or 'text'}", ""] if fenced else [""])
        elif fenced:
            done.append(f"   {line}")
        elif doctest or line.startswith(">>>"):
            if not doctest:
                close()
            doctest = bool(line.strip())
            done.append(line)
        else:
            sentences.append(line)
    close()
    rule = getattr(obj, "start_rule", "") if what == "class" else ""
    if rule in grammar_files():
        done.extend(["", f"Grammar: :ref:`{rule.replace('_', ' ')} <construct-{rule}>`", ""])
    lines[:] = done


def public_name(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: nodes.TextElement
) -> nodes.Node | None:
    """Types are known to Python by their modules, and to readers by their public names."""
    if node.get("refdomain") != "py":
        return None
    name = str(node.get("reftarget", "")).rpartition(".")[2]
    target = f"cablegrammar.{name}"
    domain = env.domains.python_domain
    if name not in cg.__all__ or target not in domain.objects:
        return None
    found = domain.objects[target]
    return nodes.reference(
        "",
        "",
        content,
        internal=True,
        refuri=f"{app.builder.get_relative_uri(node['refdoc'], found.docname)}#{found.node_id}",
    )


# ---- files of the checkout ----------------------------------------------------------------------------------------------------------


def checkout_role(
    name: str, rawtext: str, text: str, lineno: int, inliner: Any, *_: Any
) -> tuple[list[nodes.Node], list[Any]]:
    """A file of the checkout, shown as a page."""
    env: BuildEnvironment = inliner.document.settings.env
    return [checkout_reference(env, ROOT / text, [nodes.literal(text, text)])], []


def checkout_reference(env: BuildEnvironment, path: Path, content: list[nodes.Node]) -> nodes.Node:
    """A link to the page of a file, or the words alone where there is no such file."""
    if not path.is_file():
        return nodes.inline("", "", *content)
    name = path.relative_to(ROOT).as_posix()
    if name.startswith("docs/") and path.suffix == ".md":
        page = name.removeprefix("docs/").removesuffix(".md")
    elif name == "README.md":
        page = "index"
    elif name == "CHANGELOG.md":
        page = "changelog"
    else:
        env.cable_checkout.add(name)  # type: ignore[attr-defined]
        page = f"_checkout/{name}"
    return nodes.reference("", "", *content, internal=True, refuri=env.app.builder.get_relative_uri(env.docname, page))


def shown(path: Path) -> bool:
    """Whether a page of a file is of use."""
    return path.is_file() and path.suffix in (".py", ".lark", ".json", ".md", ".txt") and path.stat().st_size < 100_000


def link_checkout(app: Sphinx, doctree: nodes.document) -> None:
    """Links of pages to files and folders outside of docs/; files that a page names as code are links too."""
    docs = ROOT / "docs"
    for code in list(doctree.findall(nodes.literal)):
        path = ROOT / code.astext()
        if "/" in code.astext() and not isinstance(code.parent, nodes.reference) and shown(path):
            code.replace_self(checkout_reference(app.env, path, [code.deepcopy()]))
    for node in [*doctree.findall(download_reference), *doctree.findall(pending_xref)]:
        target = str(node.get("reftarget", "")).partition("#")[0]
        if node.get("reftype") != "myst" or not target:
            continue
        # of a page of Markdown MyST gives the path without the ending
        target += ".md" if node.get("refdomain") == "doc" else ""
        path = (docs / app.env.docname).parent.joinpath(unquote(target)).resolve()
        if path.is_relative_to(ROOT) and not path.is_relative_to(docs) and path.exists():
            node.replace_self(checkout_reference(app.env, path, node.children))


def trim_sessions(app: Sphinx, doctree: nodes.document) -> None:
    """Sessions end in an empty line for the doctests, which nobody needs to see."""
    for block in doctree.findall(nodes.literal_block):
        text = block.astext()
        if text.startswith(">>>") and text.endswith("\n"):
            block.rawsource = text.rstrip("\n")
            block.children = []
            block += nodes.Text(block.rawsource)


def checkout_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Pages for the files that pages link to."""
    for name in sorted(app.env.cable_checkout):  # type: ignore[attr-defined]
        text = (ROOT / name).read_text(encoding="utf-8")
        try:
            lexer = get_lexer_for_filename(name)
        except ClassNotFound:
            lexer = TextLexer()
        body = f"<h1>{html.escape(name)}</h1>{highlight(text, lexer, HtmlFormatter(cssclass='highlight'))}"
        yield f"_checkout/{name}", {"title": name, "body": body, "parents": []}, "page.html"


# ---- the whole --------------------------------------------------------------------------------------------------------------------


def start(app: Sphinx) -> None:
    """Pages are read anew each time: what they show is not in them."""
    app.env.cable_grammar = {}  # type: ignore[attr-defined]
    app.env.cable_checkout = set()  # type: ignore[attr-defined]
    # how wide help texts are
    os.environ["COLUMNS"] = "80"


def rule_pages(app: Sphinx, name: str, source: list[str]) -> None:
    """The list of rules is made by a script and read in the checkout too; here it also has the pages of the rules below it."""
    if name == "rules/README":
        source[0] += "\n```{toctree}\n:hidden:\n:glob:\n\n[A-Z]*[0-9]\nclauses\n```\n"


def complete(app: Sphinx, env: BuildEnvironment) -> None:
    """All public names, and all files of the grammar, are somewhere."""
    public = {f"cablegrammar.{name}" for name in cg.__all__} - {"cablegrammar.__version__"} | {
        "cablegrammar.model.Span"
    }
    if missing := public - set(env.domains.python_domain.objects):
        log.warning("no page has %s", ", ".join(sorted(missing)))
    if missing := set(grammar_files()) - set(env.cable_grammar):  # type: ignore[attr-defined]
        log.warning("no page has the grammar files %s", ", ".join(sorted(missing)))


class _Links(HTMLParser):
    """What a page links to and loads, and the ids that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attributes}
        self.ids.update(found[name] for name in ("id", "name") if name in found)
        if tag == "a" and "href" in found:
            self.links.append(found["href"])
        elif "src" in found:
            self.loaded.append(found["src"])
        elif tag == "link" and found.get("rel") != "canonical":
            self.loaded.append(found.get("href", ""))


def check_pages(app: Sphinx, error: Exception | None) -> None:
    """Every link leads somewhere, and no page loads anything from elsewhere."""
    if error is not None or app.builder.name != "html":
        return
    out = Path(app.outdir)
    seed = (ROOT / "tests/fixtures/09ISLAMABAD2184.txt").read_bytes().decode()
    (out / "_static" / "seed.html").write_text(view(cg.parse(seed)), encoding="utf-8")
    pages = {path: _Links() for path in out.rglob("*.html") if "_static" not in path.parts}
    for path, page in pages.items():
        page.feed(path.read_text(encoding="utf-8"))
    wrong = []
    for path, page in pages.items():
        wrong += [f"{path.relative_to(out)} loads {one}" for one in page.loaded if "//" in one]
        for link in page.links:
            address, _, fragment = link.partition("#")
            target = path if not address else path.parent.joinpath(unquote(address.partition("?")[0])).resolve()
            if "//" in link or link.startswith("mailto:"):
                continue
            if not target.exists() or (
                fragment and target in pages and unquote(fragment) not in {*pages[target].ids, ""}
            ):
                wrong.append(f"{path.relative_to(out)} links to {link}")
    if wrong:
        raise ExtensionError("\n".join(["the site is not whole:", *sorted(set(wrong))]))


def setup(app: Sphinx) -> dict[str, Any]:
    """Called by Sphinx."""
    nothing: Callable[..., None] = lambda *_: None  # noqa: E731
    app.add_node(railroad, html=(visit_railroad, nothing))
    app.add_directive("grammar-files", GrammarFiles)
    app.add_directive("constructs", Constructs)
    app.add_directive("classes", Classes)
    app.add_directive("commands", Commands)
    app.add_role("checkout", checkout_role)
    app.connect("builder-inited", start)
    app.connect("source-read", rule_pages)
    app.connect("autodoc-process-docstring", docstring)
    app.connect("doctree-read", link_checkout)
    app.connect("doctree-read", trim_sessions)
    app.connect("missing-reference", public_name)
    app.connect("env-check-consistency", complete)
    app.connect("html-collect-pages", checkout_pages)
    app.connect("build-finished", check_pages)
    return {"parallel_read_safe": False, "parallel_write_safe": False}
