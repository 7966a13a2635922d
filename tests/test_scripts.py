"""What scripts write, from the reference tables or from the project itself, is what stands in the project."""

from __future__ import annotations

import runpy
from typing import Any

from markdown_it import MarkdownIt

from cablegrammar.engine import grammar_files
from tests.shared import ROOT, SHARED, needs_shared


@needs_shared
def test_posts_are_current() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_posts.py"))
    assert grammar_files()["posts"] == script["grammar_file"](SHARED / "reference" / "routing_indicators.csv")


@needs_shared
def test_post_names_are_current() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_post_names.py"))
    held = (ROOT / "cablegrammar" / "data" / "posts.csv").read_text(encoding="utf-8")
    assert held == script["table"](SHARED / "reference"), "run scripts/make_post_names.py"


def test_near_misses_are_current() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_near_misses.py"))
    assert grammar_files()["near_misses"] == script["grammar_file"](), "run scripts/make_near_misses.py"


def test_schema_is_current() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_schema.py"))
    held = (ROOT / "cablegrammar" / "data" / "cable.schema.json").read_text(encoding="utf-8")
    assert held == script["schema_file"](), "run scripts/make_schema.py"


def test_settings_schema_is_current() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_settings_schema.py"))
    held = (ROOT / "cablegrammar" / "data" / "settings.schema.json").read_text(encoding="utf-8")
    assert held == script["schema_file"](), "run scripts/make_settings_schema.py"


def test_rule_pages_are_current() -> None:
    script: dict[str, Any] = runpy.run_path(str(ROOT / "scripts" / "make_rule_docs.py"))
    held = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "rules").glob("*.md")}
    pages: dict[str, str] = script["pages"]()
    stale = sorted(name for name in {*held, *pages} - {*script["BY_HAND"]} if held.get(name) != pages.get(name))
    assert not stale, "run scripts/make_rule_docs.py"


def test_rule_pages_link_to_each_other() -> None:
    folder = ROOT / "docs" / "rules"
    links = {
        link.attrs["href"]
        for block in MarkdownIt().enable("table").parse((folder / "README.md").read_text(encoding="utf-8"))
        for link in block.children or []
        if link.type == "link_open"
    }
    assert links == {path.name for path in folder.glob("*.md")} - {"README.md"}
