"""The pages of docs/: what their `console` blocks show is what the commands print, and what they quote and name is there.

Sessions of Python in them run as doctests. That every link of the site leads somewhere, `make docs` says.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from cablegrammar.engine import grammar_files
from tests.shared import ROOT, seed

DOCS = ROOT / "docs"
PAGES = [ROOT / "README.md", DOCS / "quickstart.md", *sorted((DOCS / "tutorials").glob("*.md"))]


@cache
def blocks(page: Path, language: str) -> list[str]:
    """The blocks of a language that a page shows."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    return [one.content for one in tokens if one.type == "fence" and one.info == language]


def consoles(page: Path) -> Iterator[tuple[str, str]]:
    """The commands of a page, each with what it prints."""
    for block in blocks(page, "console"):
        for command in ("\n" + block).split("\n$ ")[1:]:
            line, _, printed = command.partition("\n")
            yield line, printed.rstrip("\n")


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the commands that pages call, for a shell to find."""
    folder = tmp_path_factory.mktemp("programs")
    for name, arguments in (("cablegrammar", "-m cablegrammar"), ("python", "")):
        program = folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {arguments} "$@"\n')
        program.chmod(0o755)
    return folder


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_print_what_the_page_shows(page: Path, programs: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PATH": os.pathsep.join((str(programs), os.environ["PATH"])),
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "80",
    }
    for command, shown in consoles(page):
        file = tmp_path / command.removeprefix("cat ")
        if command.startswith("cat ") and not file.exists():
            # what a file holds that nothing before has made
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(shown + "\n", encoding="utf-8")
            continue
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        assert "Traceback" not in done.stdout
        assert done.stdout.rstrip("\n") == shown, command


def test_the_format_quotes_the_seed() -> None:
    """Whole lines in their order, and every line down to the text."""
    quoted = [line for block in blocks(DOCS / "the-format.md", "cable") for line in block.splitlines()]
    at = 0
    left_out = ""
    for line in quoted:
        found = seed().find(line, at)
        assert found >= 0, line
        left_out += seed()[at:found] if "\n1." not in seed()[:found] else ""
        at = found + len(line)
    assert left_out.strip() == ""


def names_of_files(page: Path) -> Iterator[str]:
    """The files of the checkout that a page names as code."""
    yield from re.findall(r"`([\w./-]+/[\w.-]*\.\w+|[\w.-]+\.toml|\.ci/run)`", page.read_text(encoding="utf-8"))


def test_contributing_names_files_that_are_there() -> None:
    found = list(names_of_files(DOCS / "contributing.md"))
    assert len(found) > 15
    example = {"NAME": "station", "FAMILY001": "TAG001", "FAMILY": "tags"}
    missing = []
    for name in found:
        for placeholder, construct in example.items():
            name = name.replace(placeholder, construct)
        if not (ROOT / name).exists():
            missing.append(name)
    assert missing == []


# ---- the diagrams ------------------------------------------------------------------------------------------------------------


@cache
def diagrams() -> Any:
    """The module that reads the grammar for the site; it is no part of the package."""
    specification = spec_from_file_location("grammar_diagrams", DOCS / "_ext" / "grammar_diagrams.py")
    assert specification is not None
    assert specification.loader is not None
    module = module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", grammar_files())
def test_all_of_a_grammar_file_is_shown(name: str) -> None:
    text = grammar_files()[name]
    file = diagrams().read_grammar_file(name, text)
    assert [one.name for one in file.definitions] == re.findall(r"^([A-Za-z_0-9]+)(?:\.-?\d+)?\s*:", text, re.MULTILINE)
    assert all(one.source in text for one in file.definitions)
    assert file.head.splitlines()[0] == text.splitlines()[0].removeprefix("// ")


def test_comments_and_priorities_are_those_of_the_definition() -> None:
    text = (
        "// GREETING: how one begins.\n//\n//   good: hello\n\n"
        "// ---- words ----\n// twice,\n// or not at all\ngreeting: | HELLO HELLO\n\nHELLO.-2: /hello/\n"
    )
    file = diagrams().read_grammar_file("greeting", text)
    assert file.head == "GREETING: how one begins.\n\n  good: hello"
    found = [(one.name, one.is_rule, one.comment, one.source, one.priority) for one in file.definitions]
    assert found == [
        ("greeting", True, "twice, or not at all", "| HELLO HELLO", 0),
        ("HELLO", False, "", "/hello/", -2),
    ]


def test_diagrams_have_every_name_of_their_rule() -> None:
    pytest.importorskip("railroad", reason="the diagrams are drawn where `make docs` is: the extra docs")
    for name, text in grammar_files().items():
        for rule in diagrams().read_grammar_file(name, text).rules:
            drawn = diagrams().draw(rule, lambda one: f"#{one}", lambda one: one)
            assert set(re.findall(r"\b[A-Za-z_]\w+\b", re.sub(r'->.*|"[^"]*"', "", rule.source))) <= set(
                re.findall(r'href="#(\w+)"', drawn)
            )
            height = float(re.findall(r'height="([\d.]+)"', drawn)[0])
            assert height > max(float(y) for y in re.findall(r'<rect[^>]* y="([\d.]+)"', drawn)) + 22
