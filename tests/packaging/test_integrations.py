"""The hooks of pre-commit and the action of GitHub, as projects that hold cables use them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.packaging.test_install import PROJECT, ROOT, link

TIDY = "OO RUEHPE\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\n\nUNCLAS LIMA 000017\n\nSIPDIS\n\nTAGS: PREL, PE\n"
WRONG = TIDY.replace("OO ", "PP ")
UNTIDY = TIDY.replace("TAGS: PREL,", "TAGS:  PREL,")

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
needs_pre_commit = pytest.mark.skipif(
    find_spec("pre_commit") is None, reason="pre-commit is not installed: it is in the extra test"
)
needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")

_AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Nobody"), ("EMAIL", "nobody@example.org"))
}


def git(folder: Path, *arguments: str) -> str:
    """What git prints; nobody's configuration holds."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {**_AUTHOR, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def repository(folder: Path) -> str:
    """Makes a git repository of all that is in a folder; returns its commit."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "--message", "All of it")
    return git(folder, "rev-parse", "HEAD")


# ---- pre-commit --------------------------------------------------------------------------------------------------------------


def hooks() -> list[dict[str, Any]]:
    """The hooks that are offered."""
    found: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return found


def test_hooks() -> None:
    assert [hook["id"] for hook in hooks()] == ["cablegrammar-check", "cablegrammar-format"]
    assert all(hook["language"] == "python" for hook in hooks())


@needs_git
@needs_pre_commit
def test_pre_commit(tmp_path: Path) -> None:
    """The hooks are installed from a repository with this project and run in another one; nothing is fetched."""
    library, user = tmp_path / "library", tmp_path / "user"
    library.mkdir()
    user.mkdir()
    for name in ("cablegrammar", "grammar", "scripts"):
        shutil.copytree(ROOT / name, library / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, library)
    commit = repository(library)

    (user / "drafts").mkdir()
    (user / "drafts" / "tidy.txt").write_text(TIDY)
    (user / "drafts" / "wrong.txt").write_text(WRONG)
    (user / "drafts" / "untidy.txt").write_text(UNTIDY)
    (user / "old").mkdir()
    (user / "old" / "wrong.txt").write_text(WRONG)
    (user / "cablegrammar.toml").write_text('extend-exclude = ["old/"]\n')
    chosen = [{"id": hook["id"]} for hook in hooks()]
    chosen[1]["files"] = "^drafts/"
    config = {"repos": [{"repo": str(library), "rev": commit, "hooks": chosen}]}
    (user / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    repository(user)

    # what the hook's environment needs is what runs here
    needed = PROJECT["project"]["dependencies"] + PROJECT["build-system"]["requires"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GIT_", "PIP_"))}
    environment |= {
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(link(needed, tmp_path / "site")),
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        # to pip "no" means without isolation
        "PIP_NO_BUILD_ISOLATION": "0",
        "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }

    def run(hook: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never", hook]
        done = subprocess.run(command, cwd=user, env=environment, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr

    code, said = run("cablegrammar-check")
    assert code == 1, said
    assert "exit code: 1" in said
    assert "FL001 warning: FL2 says PRIORITY" in said
    assert os.path.join("drafts", "wrong.txt") in said
    assert "3 files: 1 warning" in said
    code, said = run("cablegrammar-format")
    assert code == 1, said
    assert "files were modified by this hook" in said
    assert (user / "drafts" / "untidy.txt").read_text() == TIDY
    (user / "drafts" / "wrong.txt").write_text(TIDY)
    for hook in ("cablegrammar-check", "cablegrammar-format"):
        code, said = run(hook)
        assert code == 0, said
        assert "Passed" in said


# ---- GitHub ------------------------------------------------------------------------------------------------------------------


def action() -> dict[str, Any]:
    """The action."""
    found: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return found


def test_action() -> None:
    """What GitHub asks of one: each step of a composite action has `uses`, or `run` and `shell`; every input is described and used."""
    found = action()
    assert {"name", "description", "inputs", "runs"} == set(found)
    assert found["runs"]["using"] == "composite"
    steps = found["runs"]["steps"]
    assert all("uses" in step or {"run", "shell"} <= set(step) for step in steps)
    assert all({"description", "default"} == set(one) for one in found["inputs"].values())
    values = [value for step in steps for part in ("env", "with") for value in step.get(part, {}).values()]
    assert sorted(values) == sorted(f"${{{{ inputs.{name} }}}}" for name in found["inputs"])
    # an expression in a script would be run as a part of it
    assert not any("${{" in step.get("run", "") for step in steps)


@needs_bash
def test_the_install_step(tmp_path: Path) -> None:
    """What is installed is the checkout that the action is of, whatever its path holds."""
    home = tmp_path / "the action's; echo hello"
    home.mkdir()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    (tmp_path / "bin" / "python").chmod(0o755)
    step = next(step for step in action()["runs"]["steps"] if step.get("name") == "Install")
    assert "env" not in step
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        env={"PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}", "GITHUB_ACTION_PATH": str(home)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == [
        *("-P", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        str(home),
    ]


@needs_bash
@pytest.mark.parametrize(
    ("inputs", "code", "lines"),
    [
        (
            {},
            1,
            ["::warning title=FL001 (routing-precedence),file=drafts/wrong.txt,line=1,col=1,endLine=1,endColumn=3"],
        ),
        ({"paths": "tidy.txt drafts", "arguments": "--ignore FL001"}, 0, []),
        ({"paths": "drafts; echo hello", "output-format": "concise"}, 2, []),
        ({"paths": "tidy.txt", "arguments": "$(echo hello)"}, 2, []),
        ({"output-format": "concise"}, 1, ["drafts/wrong.txt:1:1: FL001 FL2 says PRIORITY"]),
        ({"paths": "tidy.txt\ndrafts\n", "arguments": "--profile\narchive\n--ignore FL001\n"}, 0, []),
        ({"paths": "tidy.txt `echo hello` $HOME"}, 2, []),
        ({"paths": "tidy.txt", "output-format": "full; echo hello"}, 2, []),
        # a path is no option, and a module of the folder that is checked is not run
        ({"paths": "--write-baseline=stolen drafts"}, 2, []),
        ({"arguments": "--exit-zero --output-format concise"}, 0, ["drafts/wrong.txt:1:1: FL001 FL2 says PRIORITY"]),
    ],
)
def test_the_check_step(tmp_path: Path, inputs: dict[str, str], code: int, lines: list[str]) -> None:
    """It runs as GitHub runs it: `bash --noprofile --norc -eo pipefail`, with the inputs as the step's variables."""
    (tmp_path / "tidy.txt").write_text(TIDY)
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "wrong.txt").write_text(WRONG)
    (tmp_path / "cablegrammar.py").write_text("print('hello')\n")
    found = action()
    step = next(step for step in found["runs"]["steps"] if step.get("name") == "Check")
    given = {f"${{{{ inputs.{name} }}}}": one["default"] for name, one in found["inputs"].items()}
    given |= {f"${{{{ inputs.{name} }}}}": value for name, value in inputs.items()}
    script = tmp_path / "step.sh"
    script.write_text(step["run"])
    binaries = tmp_path / "bin"
    binaries.mkdir()
    (binaries / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (binaries / "python").chmod(0o755)
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=tmp_path,
        env={
            **os.environ,
            "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
            **{name: given[value] for name, value in step["env"].items()},
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == code, done.stdout + done.stderr
    assert "hello\n" not in done.stdout
    assert not (tmp_path / "stolen").exists()
    if code < 2:
        assert len(done.stdout.splitlines()) == len(lines)
        assert all(said.startswith(line) for said, line in zip(done.stdout.splitlines(), lines, strict=True))
