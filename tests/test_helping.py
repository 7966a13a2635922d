"""Help texts fit the terminal, their examples run, and shells complete what they show."""

from __future__ import annotations

import argparse
import gzip
import io
import json
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cablegrammar as cg
from cablegrammar.cli import main
from cablegrammar.cli.commands import COMMANDS
from cablegrammar.cli.helping import Help
from tests import test_viewing
from tests.corpora import invented

#: What an example's file holds: a cable with the addressees that examples name, and where they need another, that.
CABLE = test_viewing.CABLE.replace("RUEHQT/AMEMBASSY QUITO", "RUEHPE/AMEMBASSY LIMA")
TEXTS = {
    "text.txt": CABLE[CABLE.index("S E C R E T") :],
    "message.txt": cg.unparse(cg.convert(cg.parse(CABLE), "message")),
    "long.txt": CABLE.replace("\nSMITH", "".join(f"{number}. (U) More.\n\n" for number in range(3, 80)) + "SMITH"),
}

NAMES = [command.name for command in COMMANDS]


def shown_help(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("COLUMNS", "80")
    assert main([*([name] if name else []), "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    text = shown_help(name, monkeypatch, capsys)
    assert [line for line in text.splitlines() if len(line) > 80] == []
    assert "\nexamples:\n  cablegrammar" in text
    assert "\nexit codes:\n  0  fine\n" in text


def test_comments_of_examples_stand_below_where_they_would_not_fit() -> None:
    parser = argparse.ArgumentParser(
        prog="cablegrammar",
        formatter_class=lambda prog: Help(prog, width=40),
        epilog="Words that are\nwrapped as one.\n\nexamples:\n  one file       what it is\n  two files of a long name   what it says\n",
    )
    assert parser.format_help().partition("Words")[2] == (
        " that are wrapped as one.\n\nexamples:\n  one file\n      what it is\n  two files of a long name\n      what it says\n"
    )


# ---- the examples ---------------------------------------------------------------------------------------------------------------


def example_lines(text: str) -> Iterator[str]:
    """The commands among the examples, each on one line and without its comment."""
    for line in re.sub(r"\s*\\\n\s*", " ", text).splitlines():
        command = line.strip().partition("  ")[0]
        if "cablegrammar" in command.split() and not command.startswith("git config"):
            yield command


class Shell:
    """Runs a line of a shell in this process, as far as examples go: pipes and redirections; other programs hand on what they get."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def run(self, line: str) -> None:
        lexer = shlex.shlex(line, posix=True, punctuation_chars="|<>")
        lexer.whitespace_split = True
        lexer.commenters = ""
        data = CABLE.encode()
        for number, stage in enumerate(self.stages(list(lexer))):
            if stage[0] == "cablegrammar":
                data = self.call(stage[1:], data)
            elif number == 0 and stage[0] != "xclip":
                data = CABLE.encode()

    def stages(self, words: list[str]) -> Iterator[list[str]]:
        stage: list[str] = []
        for word in words:
            if word == "|":
                yield stage
                stage = []
            else:
                stage.append(word)
        yield stage

    def call(self, words: list[str], data: bytes) -> bytes:
        arguments: list[str] = []
        target = ""
        at = iter(words)
        for word in at:
            if word == "<":
                data = self.there(next(at)).read_bytes()
            elif word == ">":
                target = next(at)
            else:
                arguments += self.expanded(word, behind=arguments[-1:])
        out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
        errors = io.StringIO()
        with self.monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline=""))
            patched.setattr(sys, "stdout", out)
            patched.setattr(sys, "stderr", errors)
            patched.setattr("webbrowser.open", lambda url: True)
            code = main(arguments)
        out.flush()
        # `>` makes a file, whatever it is called
        assert code in (0, 1), (arguments, errors.getvalue())
        assert "Traceback" not in errors.getvalue()
        printed = out.detach().getvalue()
        if target and target != "/dev/null":
            Path(target).write_bytes(printed)
        return bytes(printed)

    def expanded(self, word: str, behind: list[str]) -> list[str]:
        is_output = bool(behind) and behind[0] in ("-o", "--output", "--output-file", "--write-baseline")
        if " " in word:
            return [word]
        if "*" in word and "=" not in word:
            if not list(Path().glob(word)):
                self.there(word.replace("*", "09LIMA17"))
                if word.endswith(".gz"):
                    packed = Path(word.replace("*", "09LIMA17"))
                    packed.write_bytes(gzip.compress(packed.read_bytes()))
            return sorted(str(path) for path in Path().glob(word))
        if word.endswith("/"):
            Path(word).mkdir(exist_ok=True)
            if not is_output:
                self.there(f"{word}cable.txt")
        elif Path(word).suffix in (".txt", ".json", ".ndjson") and not is_output:
            self.there(word)
        elif Path(word).suffix == ".csv":
            Path(word).write_bytes(invented.csv_file(5))
        return [word]

    def there(self, name: str) -> Path:
        """The file `name`, made if it is not there: a cable, or its JSON."""
        path = Path(name)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            text = TEXTS.get(path.name, CABLE)
            data = {"path": "first.txt", **cg.to_dict(cg.parse(text))}
            path.write_text(json.dumps(data) if "json" in path.suffix else text, encoding="utf-8", newline="")
        return path


@pytest.mark.parametrize("name", ["", *NAMES])
def test_examples_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        shown_help(name, monkeypatch, capsys)
        if not name
        else next(one.examples for one in COMMANDS if one.name == name)
    )
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    if name == "render":
        Path("texts").mkdir()
    found = list(example_lines(text))
    assert found
    shell = Shell(monkeypatch)
    if name in ("query", "report"):
        shell.run("cablegrammar corpus -o tables cables.csv")
    if name == "join":
        shell.run("cablegrammar split -o sections/ long.txt")
    for line in found:
        shell.run(line)


# ---- completion -----------------------------------------------------------------------------------------------------------------


def completion(shell: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--print-completion", shell]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    script = completion(shell, capsys)
    assert script.startswith("#compdef" if shell == "zsh" else "#")
    for name in NAMES:
        assert re.search(rf"\b{name}\b", script)


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_is_no_wrong_script(shell: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = shutil.which(shell)
    if found is None or shell == "tcsh":
        pytest.skip(f"there is no {shell} that checks a script")
    file = tmp_path / "completion"
    file.write_text(completion(shell, capsys), encoding="utf-8")
    assert subprocess.run([found, "-n", str(file)], capture_output=True, check=True).stderr == b""


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["vi"], ["view"]),
        (["parse", "--st"], ["--strict"]),
        (["parse", "--format", "nd"], ["ndjson"]),
        (["check", "--profile", "w"], ["wire"]),
        (["view", "my-c"], ["my-cable.txt"]),
        (["split", "-o", "my-d"], ["my-directory"]),
    ],
)
def test_bash_completes(
    words: list[str], expected: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "completion"
    file.write_text(completion("bash", capsys), encoding="utf-8")
    (tmp_path / "my-cable.txt").touch()
    (tmp_path / "my-directory").mkdir()
    line = ["cablegrammar", *words]
    given = " ".join(map(shlex.quote, line))
    done = subprocess.run(
        [
            "bash",
            "-c",
            f"source {file}; COMP_WORDS=({given}); COMP_CWORD={len(words)}; _shtab_cablegrammar; echo ${{COMPREPLY[@]}}",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == expected, done.stderr


def test_another_shell(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--print-completion", "cmd"]) == 2
    assert "invalid choice: 'cmd'" in capsys.readouterr().err
