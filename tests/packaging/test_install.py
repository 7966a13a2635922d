"""The grammar is found and the seed parses however the library is installed, each time in an empty environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
from collections.abc import Callable, Iterator
from importlib.metadata import distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]
SEED = ROOT / "tests" / "fixtures" / "09ISLAMABAD2184.txt"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION = PROJECT["project"]["version"]

SCHEMAS = ("data/cable.schema.json", "data/settings.schema.json", "data/diagnostics.schema.json")

SNIPPET = """
import sys
import cablegrammar as cg

with open(sys.argv[1], encoding="utf-8", newline="") as file:
    text = file.read()
cable = cg.parse(text)
assert not cable.unparsed, cable.unparsed
assert cg.unparse(cable) == text
print(cg.__file__)
print(cable.record.id)
"""


def run(*command: object, path: Path | None = None, cwd: Path) -> str:
    """What the command prints, started with no Python settings but `path`."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, f"{done.args}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def closure(requirements: list[str]) -> Iterator[str]:
    """The names of the distributions that the requirements need here, those of their requirements included."""
    open_, seen = [Requirement(text) for text in requirements], set[str]()
    while open_:
        requirement = open_.pop()
        if requirement.name in seen or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        seen.add(requirement.name)
        yield requirement.name
        open_ += map(Requirement, distribution(requirement.name).requires or ())


def link(requirements: list[str], folder: Path) -> Path:
    """A folder that holds the required distributions of the running environment and nothing else."""
    folder.mkdir()
    for name in closure(requirements):
        found = distribution(name)
        assert found.files is not None
        for entry in {file.parts[0] for file in found.files} - {"..", "__pycache__"}:
            if not (folder / entry).exists():
                (folder / entry).symlink_to(str(found.locate_file(entry)))
    return folder


@pytest.fixture(scope="session")
def dependencies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The run-time dependencies, as pyproject.toml names them."""
    return link(PROJECT["project"]["dependencies"], tmp_path_factory.mktemp("dependencies") / "site")


@pytest.fixture(scope="session")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What builds the project, as pyproject.toml names it."""
    return link(PROJECT["build-system"]["requires"], tmp_path_factory.mktemp("backend") / "site")


@pytest.fixture(scope="session")
def from_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("from_checkout")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    return folder / f"cablegrammar-{VERSION}-py3-none-any.whl"


@pytest.fixture(scope="session")
def from_sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel built from the sdist, which lies beside it."""
    folder = tmp_path_factory.mktemp("from_sdist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder / f"cablegrammar-{VERSION}-py3-none-any.whl"


Environment = Callable[..., tuple[Path, Path]]


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    """Makes a virtual environment that sees the given folders besides its own; returns its Python and its packages."""

    def make(*folders: Path) -> tuple[Path, Path]:
        home = tmp_path / "environment"
        venv.create(home, symlinks=True)
        python = home / "bin" / "python"
        packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(home)}))
        (packages / "dependencies.pth").write_text("\n".join(map(str, folders)) + "\n", encoding="utf-8")
        return python, packages

    return make


def install(python: Path, *what: object, cwd: Path) -> None:
    """The running environment's pip installs into the environment of `python`, from what is here."""
    run(sys.executable, "-m", "pip", "--python", python, "install", "--no-index", "--no-deps", *what, cwd=cwd)


def parses(python: Path, expected: Path, cwd: Path, path: Path | None = None) -> None:
    """The seed parses, read by the package that lies in the folder `expected`."""
    file, record = run(python, "-c", SNIPPET, SEED, path=path, cwd=cwd).splitlines()
    assert Path(file) == expected / "cablegrammar" / "__init__.py"
    assert record == "09ISLAMABAD2184"


@pytest.mark.parametrize("artefact", ["from_checkout", "from_sdist"])
def test_wheel(
    artefact: str, request: pytest.FixtureRequest, environment: Environment, dependencies: Path, tmp_path: Path
) -> None:
    python, packages = environment(dependencies)
    install(python, request.getfixturevalue(artefact), cwd=tmp_path)
    parses(python, packages, tmp_path)
    assert not (packages / "grammar").exists()
    assert run(python.with_name("cablegrammar"), "parse", "--strict", SEED, cwd=tmp_path)


def test_editable(environment: Environment, dependencies: Path, backend: Path, tmp_path: Path) -> None:
    python, packages = environment(dependencies, backend)
    install(python, "--no-build-isolation", "--editable", ROOT, cwd=tmp_path)
    parses(python, ROOT, tmp_path)
    assert not (packages / "grammar").exists()
    assert run(python.with_name("cablegrammar"), "parse", "--strict", SEED, cwd=tmp_path)


def test_zip(environment: Environment, dependencies: Path, from_checkout: Path, tmp_path: Path) -> None:
    python, _ = environment(dependencies)
    archive = Path(shutil.copy(from_checkout, tmp_path / "library.zip"))
    parses(python, archive, tmp_path, path=archive)


def test_checkout(environment: Environment, dependencies: Path, tmp_path: Path) -> None:
    python, _ = environment(dependencies)
    parses(python, ROOT, tmp_path, path=ROOT)


@pytest.mark.parametrize("artefact", ["from_checkout", "from_sdist"])
def test_what_the_wheel_holds(artefact: str, request: pytest.FixtureRequest) -> None:
    with ZipFile(request.getfixturevalue(artefact)) as wheel:
        held = set(wheel.namelist())
    assert {name.split("/")[0] for name in held} == {"cablegrammar", f"cablegrammar-{VERSION}.dist-info"}
    assert held.issuperset({f"cablegrammar/{name}" for name in ("py.typed", *SCHEMAS)})
    grammar = {f"cablegrammar/grammar/{file.name}" for file in (ROOT / "grammar").glob("*.lark")}
    assert grammar
    assert {name for name in held if name.startswith("cablegrammar/grammar/")} == grammar
    assert {name for name in held if name.endswith(".lark")} == grammar
    # the tables of the three parsers, for the Python that built them
    assert len([name for name in held if name.startswith("cablegrammar/tables/")]) == 3


def test_what_the_sdist_holds(from_sdist: Path) -> None:
    name = f"cablegrammar-{VERSION}"
    with tarfile.open(from_sdist.with_name(f"{name}.tar.gz")) as sdist:
        held = {member.removeprefix(f"{name}/") for member in sdist.getnames()}
    files = ["README.md", "LICENSE", "CHANGELOG.md", "Makefile", "pyproject.toml", "cablegrammar/py.typed"]
    assert held.issuperset([*files, ".pre-commit-hooks.yaml", "action.yml", "docs/rules/README.md"])
    for folder, pattern in [("grammar", "*.lark"), ("cablegrammar", "*.py"), ("tests", "*.py"), ("docs", "*.md")]:
        assert held.issuperset(file.relative_to(ROOT).as_posix() for file in (ROOT / folder).rglob(pattern))
