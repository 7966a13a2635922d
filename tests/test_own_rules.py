"""docs/own-rules.md: the distribution that it shows is built, installed and used; and what goes wrong with one is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.shared import ROOT

PAGE = (ROOT / "docs" / "own-rules.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The blocks of a language that the page shows."""
    return [one.content for one in MarkdownIt().parse(PAGE) if one.type == "fence" and one.info == language]


def consoles() -> Iterator[tuple[list[str], str]]:
    """The commands that the page shows, each with what it prints."""
    for block in blocks("console"):
        command, _, printed = block.removeprefix("$ ").partition("\n")
        yield command.split(), printed


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the distribution is installed, from what the page shows."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("site")
    (module,), (project,) = blocks("python"), blocks("toml")
    (source / "acme_cables.py").write_text(module, encoding="utf-8")
    (source / "pyproject.toml").write_text(project, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--target", str(target)]
    done = subprocess.run([*pip, *options, str(source)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return target


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The working directory, with the draft that the page shows."""
    (text,) = blocks("text")
    (tmp_path / "draft.txt").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, site: Path, *words: str) -> tuple[int, str, str]:
    """Exit code, standard output and standard error of a command, with the distribution there."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(site)))},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    return done.returncode, done.stdout, done.stderr


def brought(site: Path, folder: Path, source: str, point: str = "acme_cables") -> Path:
    """Where a distribution is that has another module."""
    other = folder / "site"
    information = other / "acme_cables-1.0.dist-info"
    information.mkdir(parents=True)
    metadata = next(site.glob("acme_cables-*.dist-info")) / "METADATA"
    (information / "METADATA").write_bytes(metadata.read_bytes())
    (information / "entry_points.txt").write_text(f"[cablegrammar.rules]\nacme = {point}\n")
    (other / "acme_cables.py").write_text(source, encoding="utf-8")
    return other


def test_the_page(folder: Path, site: Path) -> None:
    (command, expected), _ = consoles()
    assert command[:2] == ["cablegrammar", "check"]
    code, out, err = run(folder, site, *command)
    assert code == 1
    assert out + err == expected


def test_rule(folder: Path, site: Path) -> None:
    code, out, _ = run(folder, site, "cablegrammar", "rule", "ACME001")
    assert code == 0
    assert out.startswith(
        "# ACME001 shouting-subject\n\nSeverity by profile: archive: off, drafting: warning, wire: off."
    )
    assert "Acme house style, 4.2." in out
    assert run(folder, site, "cablegrammar", "rule", "shouting-subject") == (0, out, "")


def test_profile_settings_and_fix(folder: Path, site: Path) -> None:
    concise = ["cablegrammar", "check", "--output-format", "concise", "draft.txt"]
    assert "ACME001" not in run(folder, site, *concise)[1]
    assert "ACME001" in run(folder, site, *concise, "--profile", "drafting")[1]
    (folder / "cablegrammar.toml").write_text('select = ["ACME"]\n')
    assert run(folder, site, *concise)[1] == "draft.txt:3:10: ACME001 the subject ends in an exclamation mark\n"
    assert run(folder, site, *concise, "--fix", "--unsafe-fixes") == (0, "", "1 file: nothing found; 1 fix made\n")
    assert "SUBJECT: RICE HARVEST\n" in (folder / "draft.txt").read_text()
    code, out, _ = run(folder, site, "cablegrammar", "check", "--output-format", "sarif", "draft.txt")
    assert (code, "ACME001" in out) == (0, False)


def test_what_cannot_be_loaded(folder: Path, site: Path) -> None:
    _, (command, expected) = consoles()
    other = brought(site, folder, "")
    (other / "acme_cables.py").unlink()
    for words in (command, ["cablegrammar", "check", "--select", "FL", "draft.txt"], ["cablegrammar", "rule", "FL001"]):
        assert run(folder, other, *words) == (2, "", expected)


@pytest.mark.parametrize(
    ("before", "after", "complaint"),
    [
        (
            '"ACME001"',
            '"FL001"',
            "there are two rules FL001: FL001 (routing-precedence) in cablegrammar.rules.format_lines, and "
            "FL001 (shouting-subject) in acme_cables",
        ),
        (
            '"ACME001"',
            '"acme-1"',
            "the rules 'acme' (acme_cables) of acme-cables 1.0 cannot be loaded: ValueError: the code 'acme-1': expected capitals and "
            "then digits, such as ACME001",
        ),
        (
            "@rule(",
            "print(",
            "the rules 'acme' (acme_cables) of acme-cables 1.0 cannot be loaded: TypeError:",
        ),
    ],
)
def test_what_is_wrong_with_one(folder: Path, site: Path, before: str, after: str, complaint: str) -> None:
    (module,) = blocks("python")
    other = brought(site, folder, module.replace(before, after))
    code, _, err = run(folder, other, "cablegrammar", "check", "draft.txt")
    assert code == 2
    assert err.startswith(f"cablegrammar: {complaint}")
    assert len(err.splitlines()) == 1


def test_one_that_fails(folder: Path, site: Path) -> None:
    (module,) = blocks("python")
    other = brought(site, folder, module.replace('words.endswith("!")', "{}['rice']"))
    (folder / "empty.txt").write_text("")
    assert run(folder, other, "cablegrammar", "check", "--select", "ACME001", "draft.txt", "empty.txt") == (
        2,
        "",
        "draft.txt: rule ACME001 (shouting-subject, in acme_cables) failed: KeyError: 'rice'\n"
        "1 file: nothing found; 1 could not be checked\n",
    )
