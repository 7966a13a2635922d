"""Which files are read: those that are named, and in directories those that are included, and neither excluded nor ignored by git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cablegrammar.cli import main
from cablegrammar.cli.discovery import discover
from cablegrammar.cli.options import Options


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(*files: str) -> None:
    """Makes empty files, and their directories."""
    for file in files:
        Path(file).parent.mkdir(parents=True, exist_ok=True)
        Path(file).touch()


def write(file: str, text: str) -> None:
    """Writes a file, and makes its directories."""
    make(file)
    Path(file).write_text(text)


def found(*paths: str, **given: Any) -> list[str]:
    """The files that are found, with slashes."""
    return [Path(one.path).as_posix() for one in discover(paths or (".",), Options(given))]


def test_directories_are_searched() -> None:
    make("d/b.txt", "d/more/a.txt", "d/more/a.md", "d/c/a.txt")
    assert found("d") == ["d/b.txt", "d/c/a.txt", "d/more/a.txt"]
    # a file that is named is read whatever its name, also where there is none, and none is read twice
    assert found("d/more/a.txt", "d/more/a.md", "-", "missing", "./d") == [
        *("d/more/a.txt", "d/more/a.md", "-", "missing"),
        *("d/b.txt", "d/c/a.txt"),
    ]


def test_include() -> None:
    make("a.txt", "d/b.cable", "d/c.txt", "e/c.txt")
    assert found(include=("*.cable", "d/*.txt")) == ["d/b.cable", "d/c.txt"]
    assert found(include=("*.txt", "!/d/*")) == ["a.txt", "e/c.txt"]
    write("cablegrammar.toml", 'include = ["*.cable"]')
    assert found() == ["d/b.cable"]
    write("e/cablegrammar.toml", "")
    assert found() == ["d/b.cable", "e/c.txt"]


def test_what_is_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Patterns without a slash hold there too, whether they come from nowhere, the command line or a file that was named."""
    make("here/a.txt", "there/b.txt", "there/c.txt", "there/venv/d.txt", "there/e.cable")
    monkeypatch.chdir("here")
    there = os.path.join("..", "there")
    assert found(there) == ["../there/b.txt", "../there/c.txt"]
    assert found(there, extend_exclude=("b.*", "/c.txt")) == ["../there/c.txt"]
    assert found(there, include=("*.cable", "/c.txt")) == ["../there/e.cable"]
    assert found("..") == ["../here/a.txt", "../there/b.txt", "../there/c.txt"]
    write("cablegrammar.toml", 'include = ["*.cable"]')
    assert [one.path for one in discover([there], Options(file="cablegrammar.toml"))] == [
        os.path.join(there, "e.cable")
    ]


def test_exclude() -> None:
    make("a.txt", "d/b.txt", "d/d/c.txt", "venv/x.txt", ".git/x.txt")
    assert found() == ["a.txt", "d/b.txt", "d/d/c.txt"]
    assert found(exclude=("b.txt", ".git")) == ["a.txt", "d/d/c.txt", "venv/x.txt"]
    assert found(extend_exclude=("/d/d",)) == ["a.txt", "d/b.txt"]
    # a pattern with a slash is seen from the file of settings, one of the command line from the working directory
    write("d/cablegrammar.toml", 'extend-exclude = ["d/c.txt"]')
    assert found() == ["a.txt", "d/b.txt"]
    assert found(extend_exclude=("/d/b.txt",)) == ["a.txt"]


def test_what_is_named_is_not_passed_over() -> None:
    make("d/b.txt", "d/e/c.txt")
    write("cablegrammar.toml", 'extend-exclude = ["d/"]')
    assert found() == []
    assert found("d/b.txt") == ["d/b.txt"]
    assert found("d") == ["d/b.txt", "d/e/c.txt"]
    assert found("d", extend_exclude=("e",)) == ["d/b.txt"]
    # for programs that name all that has changed
    assert found("d/b.txt", "d", force_exclude=True) == []
    write("cablegrammar.toml", 'extend-exclude = ["b.txt"]\nforce-exclude = true')
    assert found("d/b.txt", "d/e/c.txt") == ["d/e/c.txt"]
    assert found("d/b.txt", force_exclude=False) == ["d/b.txt"]


def test_gitignore() -> None:
    make("a.txt", "d/b.txt", "d/e/b.txt", "out/a.txt", "d/out/x.txt", "keep/k.txt")
    write(".gitignore", "/out/\n# a comment\nb.txt\n!\nk.*\n")
    assert found() == ["a.txt", "d/out/x.txt"]
    # the nearest decides, for what is below it
    write("d/e/.gitignore", "!b.txt\n")
    write("keep/.gitignore", "!/k.txt\n")
    assert found() == ["a.txt", "d/e/b.txt", "d/out/x.txt", "keep/k.txt"]
    # in a directory that is passed over nothing can be named again
    write("out/.gitignore", "!a.txt\n")
    write(".gitignore", "out/\n!out/a.txt\n")
    assert found() == ["a.txt", "d/b.txt", "d/e/b.txt", "keep/k.txt"]
    assert found(respect_gitignore=False) == [
        *("a.txt", "d/b.txt", "d/e/b.txt", "d/out/x.txt", "keep/k.txt", "out/a.txt")
    ]
    assert found("out") == ["out/a.txt"]


def test_gitignore_above() -> None:
    """It holds within a repository, and its .git/info/exclude does too."""
    make("r/d/a.txt", "r/d/b.txt", "r/d/c.txt")
    write("r/.gitignore", "a.txt\n")
    assert found("r/d") == ["r/d/a.txt", "r/d/b.txt", "r/d/c.txt"]
    write("r/.git/info/exclude", "/d/b.txt\na.txt\n")
    assert found("r/d") == found("r") == ["r/d/c.txt"]
    write("r/.gitignore", "!b.txt\n")
    assert found("r/d") == ["r/d/b.txt", "r/d/c.txt"]


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize(
    "ignores",
    [
        {"": "*.txt\n!d/a.txt\n"},
        {"": "d/*\n!d/e/\n"},
        {"": "/a.txt\n**/e/a.txt\n", "d": "*\n!e\n!b.txt\n"},
        {"": "d/\n", "d": "!a.txt\n"},
        {"": "e\n", "d": "!e\n", "d/e": "[ab].txt\n!b.txt\n"},
        {"": "\\#x.txt\na?.txt\ntrailing.txt  \n"},
        {"": "d/**/a.txt\n", "d/e": "!/a.txt\n"},
        {"": "*\n!*/\n!a.txt\n"},
        {"": "*\n!/d/\n!e\n!a.txt\n!b.txt\n", "d": "/b.txt\n"},
        {"": "/*\n!/d\n/d/*\n!/d/e/\n"},
        {"": "e/\n", "d": "!e/ \n"},
    ],
)
def test_git_says_the_same(ignores: dict[str, str]) -> None:
    make(*(f"{place}{name}.txt" for place in ("", "d/", "d/e/", "f/e/") for name in ("a", "b", "ab", "#x", "trailing")))
    for place, text in ignores.items():
        write(os.path.join(place, ".gitignore"), text)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", "init", "-q"], check=True, env=environment)
    listed = subprocess.run(
        ["git", "-c", "core.quotePath=off", "ls-files", "-co", "--exclude-standard", "--", "*.txt"],
        check=True,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert sorted(found()) == sorted(listed.stdout.splitlines())


def test_links() -> None:
    """A directory that is a link is passed over, so none is searched for ever; a file that is one is read, once by each name."""
    make("d/a.txt")
    Path("d/loop").symlink_to("..", target_is_directory=True)
    Path("d/b.txt").symlink_to("a.txt")
    Path("d/c.txt").symlink_to("nothing")
    assert found() == ["d/a.txt", "d/b.txt", "d/c.txt"]
    assert found("d/loop") == ["d/loop/d/a.txt", "d/loop/d/b.txt", "d/loop/d/c.txt"]
    assert found("d/a.txt", os.path.abspath("d/a.txt"), "d/../d/a.txt") == ["d/a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_what_is_no_file() -> None:
    make("a.txt")
    os.mkfifo("b.txt")
    Path("c.txt").mkdir()
    assert found() == ["a.txt"]


def test_a_directory_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """What is behind it is checked all the same."""
    make("a.txt", "d/b.txt", "e/c.txt")
    scan = os.scandir

    def fail(path: str) -> Any:
        if Path(path).name == "d":
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(os, "scandir", fail)
    assert main(["check", ".", "a.txt"]) == 2
    said = capsys.readouterr().err
    assert "d: Permission denied\n" in said
    assert said.endswith("2 files: nothing found; 1 could not be checked\n")
    with pytest.raises(PermissionError):
        found()
