"""`cablegrammar render` and `cablegrammar schema`: from JSON back to text, and what is said of JSON that is no cable."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import cablegrammar as cg
from cablegrammar.cli import main
from tests.shared import ROOT, SEED, cables, needs_corpus

VISIT: dict[str, Any] = {"schema_version": 1, "values": [{"construct": "subject", "value": {"text": "VISIT"}}]}
BAD: dict[str, Any] = {"schema_version": 1, "values": [{"construct": "subjct", "value": 1}, {"construct": "tags"}]}
SAID_OF_BAD = (
    "values[0].construct: there is no construct 'subjct'; did you mean 'subject'?",
    "values[1].value: is missing, expected an object",
)
SURROGATE = cg.to_dict(cg.parse("FM \ud800\n"))

Write = Callable[..., str]
Stdin = Callable[[bytes], None]
#: Standard output in bytes: line ends matter.
Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Makes files in the working directory, of a text or of data as JSON."""
    monkeypatch.chdir(tmp_path)

    def file(name: str, content: Any) -> str:
        data = content if isinstance(content, str | bytes) else json.dumps(content)
        Path(name).write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
        return name

    return file


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Stdin:
    """Gives bytes to standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def files() -> dict[str, bytes]:
    """The files of the working directory that are no JSON."""
    found = (path for path in Path().rglob("*") if path.is_file() and ".json" not in path.name)
    return {path.as_posix(): path.read_bytes() for path in found if ".ndjson" not in path.name}


# ---- back to text ---------------------------------------------------------------------------------------------------


def test_what_was_parsed_is_rendered_to_the_byte(stdin: Stdin, capfdbinary: Captured) -> None:
    assert main(["parse", "--format", "json", str(SEED)]) == 0
    stdin(capfdbinary.readouterr().out)
    assert main(["render", "-"]) == 0
    printed = capfdbinary.readouterr()
    assert printed.out == SEED.read_bytes()
    assert printed.err == b""


@needs_corpus
@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_real_cables_are_rendered_to_the_byte(form: str, write: Write, capfdbinary: Captured) -> None:
    originals = {f"{name}.txt": text.encode() for name, text in list(cables().items())[::12]}
    Path("in").mkdir()
    Path("out").mkdir()
    names = [write(f"in/{name}", data) for name, data in originals.items()]
    assert main(["parse", "--format", form, *names]) == 0
    write("all.json", capfdbinary.readouterr().out)
    assert main(["render", "-o", "out", "all.json"]) == 0
    assert {name: data for name, data in files().items() if name.startswith("out/")} == {
        f"out/{name}": data for name, data in originals.items()
    }
    capfdbinary.readouterr()
    assert main(["render", "all.json"]) == 0
    assert capfdbinary.readouterr().out == b"".join(originals.values())


@pytest.mark.parametrize("form", ["json", "ndjson"])
def test_each_document_has_its_version_and_its_file(form: str, write: Write, capfdbinary: Captured) -> None:
    assert main(["parse", "--format", form, write("a.txt", "FM LIMA\n"), write("b.txt", "BT\n")]) == 0
    printed = capfdbinary.readouterr().out
    documents = json.loads(printed) if form == "json" else [json.loads(line) for line in printed.splitlines()]
    assert [(one["schema_version"], one["path"]) for one in documents] == [(1, "a.txt"), (1, "b.txt")]


@pytest.mark.parametrize("text", ["", "\r\n", "FM LIMA\r\nBT\r", "1. \x00\u2028\ufeff Łódź 😀", "\ufeffBT"])
def test_any_text_is_rendered_as_it_was(text: str, write: Write, capfdbinary: Captured) -> None:
    assert main(["render", write("a.json", cg.to_dict(cg.parse(text)))]) == 0
    assert capfdbinary.readouterr().out == text.encode()


def test_values_alone_are_rendered_in_canonical_form(write: Write, capfdbinary: Captured) -> None:
    assert main(["render", write("a.json", VISIT)]) == 0
    assert capfdbinary.readouterr().out == b"SUBJECT: VISIT\n"


@pytest.mark.parametrize(
    "data",
    [
        json.dumps([VISIT, VISIT]),
        json.dumps(VISIT) + "\n" + json.dumps(VISIT) + "\r\n\n",
        "\ufeff \t" + json.dumps(VISIT, indent=1) + json.dumps([VISIT]),
    ],
    ids=["a list", "lines", "one behind another"],
)
def test_several_cables_in_one_file(data: str, stdin: Stdin, capfdbinary: Captured) -> None:
    stdin(data.encode())
    assert main(["render", "-"]) == 0
    assert capfdbinary.readouterr().out == b"SUBJECT: VISIT\n" * 2


def test_an_empty_list_is_no_cable_and_no_fault(write: Write, capfdbinary: Captured) -> None:
    assert main(["render", write("none.json", [])]) == 0
    assert capfdbinary.readouterr() == (b"", b"")


# ---- where to -------------------------------------------------------------------------------------------------------


def test_output_is_a_file(write: Write, capfdbinary: Captured) -> None:
    write("a.json", VISIT)
    write("old.txt", "old")
    assert main(["render", "-o", "new.txt", "a.json"]) == 0
    assert main(["render", "a.json", "-o", "old.txt"]) == 0
    assert files() == {"new.txt": b"SUBJECT: VISIT\n", "old.txt": b"SUBJECT: VISIT\n"}
    assert capfdbinary.readouterr() == (b"", b"")


def test_output_to_standard_output_by_name(write: Write, capfdbinary: Captured) -> None:
    assert main(["render", "-o", "-", write("a.json", VISIT)]) == 0
    assert capfdbinary.readouterr().out == b"SUBJECT: VISIT\n"


def test_output_is_a_directory(write: Write, capfdbinary: Captured) -> None:
    Path("texts").mkdir()
    write("visit.json", VISIT)
    write("two.json", [{"path": "somewhere/a.txt", **VISIT}, {"path": r"C:\else\b.txt", **VISIT}])
    assert main(["render", "-o", "texts", "visit.json", "two.json"]) == 0
    assert set(files()) == {"texts/visit.txt", "texts/a.txt", "texts/b.txt"}
    assert capfdbinary.readouterr() == (b"", b"")


def test_a_directory_has_no_file_replaced(write: Write, capfdbinary: Captured) -> None:
    Path("texts").mkdir()
    write("texts/a.txt", "old")
    os.symlink("elsewhere.txt", "texts/link.txt")
    names = ["x/a.txt", "b.txt", "y/b.txt", "link.txt"]
    assert main(["render", "-o", "texts", write("all.json", [{"path": name, **VISIT} for name in names])]) == 2
    assert files() == {"texts/a.txt": b"old", "texts/b.txt": b"SUBJECT: VISIT\n"}
    assert capfdbinary.readouterr().err.decode().splitlines() == [
        "all.json: document 1: texts/a.txt is there already",
        "all.json: document 3: texts/b.txt is there already",
        "all.json: document 4: texts/link.txt is there already",
    ]


@pytest.mark.parametrize("path", ["", ".", "..", "../", "a/..", "/", "<stdin>"])
def test_a_directory_needs_names(path: str, write: Write, stdin: Stdin, capfdbinary: Captured) -> None:
    Path("texts").mkdir()
    stdin(json.dumps({"path": path, **VISIT}).encode())
    assert main(["render", "-o", "texts", "-"]) == 2
    assert files() == {}
    assert b"<stdin>: has no 'path'" in capfdbinary.readouterr().err


def test_a_path_never_leads_out_of_the_directory(write: Write) -> None:
    Path("texts").mkdir()
    documents = [{"path": path, **VISIT} for path in ("../../up.txt", "/else/root.txt", r"..\back.txt", "texts/in.txt")]
    assert main(["render", "-o", "texts", write("all.json", documents)]) == 0
    assert set(files()) == {"texts/up.txt", "texts/root.txt", "texts/back.txt", "texts/in.txt"}


@pytest.mark.parametrize("documents", [[], [VISIT, VISIT]])
def test_one_file_takes_one_cable(documents: list[Any], write: Write, capfdbinary: Captured) -> None:
    write("out.txt", "old")
    assert main(["render", "-o", "out.txt", write("some.json", documents)]) == 2
    assert files() == {"out.txt": b"old"}
    assert f"--output names one file, and {len(documents)} cables are given" in capfdbinary.readouterr().err.decode()


def test_what_is_read_is_not_written(write: Write, capfdbinary: Captured) -> None:
    write("a.json", VISIT)
    assert main(["render", "a.json", "-o", "./a.json"]) == 2
    assert json.loads(Path("a.json").read_text(encoding="utf-8")) == VISIT
    assert capfdbinary.readouterr().err == b"cablegrammar: --output names a.json, which is to be read\n"


@pytest.mark.parametrize("content", [BAD, SURROGATE, "{"], ids=["bad", "surrogate", "no JSON"])
def test_a_fault_leaves_the_file_as_it_was(content: Any, write: Write) -> None:
    write("out.txt", "old")
    assert main(["render", "-o", "out.txt", write("a.json", content)]) == 2
    assert files() == {"out.txt": b"old"}


@pytest.mark.parametrize("output", ["nowhere/a.txt", "nowhere/"])
def test_a_directory_that_is_not_there(output: str, write: Write, capfdbinary: Captured) -> None:
    assert main(["render", "-o", output, write("a.json", VISIT)]) == 2
    assert capfdbinary.readouterr().err == b"nowhere/a.txt: No such file or directory\n"


# ---- what is wrong --------------------------------------------------------------------------------------------------


def test_every_fault_is_a_line(write: Write, capfdbinary: Captured) -> None:
    assert main(["render", write("bad.json", BAD)]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert printed.err.decode().splitlines() == [f"bad.json: {said}" for said in SAID_OF_BAD]


def test_other_cables_are_rendered_all_the_same(write: Write, capfdbinary: Captured) -> None:
    names = [write("bad.ndjson", f"{json.dumps(VISIT)}\n{json.dumps(BAD)}\n"), "missing.json", write("a.json", VISIT)]
    assert main(["render", *names]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b"SUBJECT: VISIT\n" * 2
    assert printed.err.decode().splitlines() == [
        *(f"bad.ndjson: document 2: {said}" for said in SAID_OF_BAD),
        "missing.json: No such file or directory",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "no JSON: there is nothing in it"),
        (b" \n", "no JSON: there is nothing in it"),
        (b'{\n "schema_version" 1}', "line 2, column 19: no JSON: Expecting ':' delimiter"),
        (json.dumps(VISIT).encode() + b"\n{\n", "line 3, column 1: no JSON: "),
        (b"UNCLAS LIMA 000017\n", "line 1, column 1: no JSON: Expecting value"),
        (b'"caf\xe9"', "not UTF-8: byte 5 is E9"),
        (b"[" * 200_000, "no cable: its JSON is nested too deeply"),
        (b"1" * 20_000, "no cable: its JSON has a number of too many digits"),
        (b"1 2", "document 1: the data: expected an object, got 1"),
        (b'{"\\n\\u001b": 1}', r"\n\x1b: there is no such part"),
    ],
)
def test_what_is_no_cable(data: bytes, said: str, stdin: Stdin, capfdbinary: Captured) -> None:
    stdin(data)
    assert main(["render", "-"]) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert printed.err.decode().startswith(f"<stdin>: {said}")


def test_a_lone_surrogate_cannot_be_written(write: Write, capfdbinary: Captured) -> None:
    assert main(["render", write("a.json", SURROGATE)]) == 2
    assert capfdbinary.readouterr() == (
        b"",
        b"a.json: line 1, column 4: '\\ud800' (U+D800) cannot be written as utf-8\n",
    )


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
def test_a_reader_that_goes_away_is_no_fault(write: Write) -> None:
    readable, writable = os.pipe()
    os.close(readable)
    arguments = [sys.executable, "-m", "cablegrammar", "render", write("a.json", VISIT)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(arguments, stdout=writable, stderr=subprocess.PIPE, env=environment, check=False)
    os.close(writable)
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("arguments", [["render"], ["render", "-", "-"], ["schema", "a.json"], ["render", "-o"]])
def test_wrong_use_is_2(arguments: list[str], capfdbinary: Captured) -> None:
    assert main(arguments) == 2
    printed = capfdbinary.readouterr()
    assert printed.out == b""
    assert b"cablegrammar" in printed.err


@pytest.mark.parametrize("command", ["render", "schema"])
def test_help_has_examples_and_exit_codes(command: str, capfdbinary: Captured) -> None:
    assert main([command, "--help"]) == 0
    printed = capfdbinary.readouterr().out.decode()
    assert "exit codes:" in printed
    assert "examples:" in printed
    assert all(len(line) <= 100 for line in printed.splitlines())


# ---- the schema -----------------------------------------------------------------------------------------------------


def test_schema_prints_the_shipped_file(capfdbinary: Captured) -> None:
    assert main(["schema"]) == 0
    printed = capfdbinary.readouterr()
    held = Path(cg.__file__).parent / "data" / "cable.schema.json"
    assert printed.out.decode() == held.read_text(encoding="utf-8")
    assert printed.err == b""


@pytest.mark.parametrize(
    ("options", "identifier"),
    [
        ([], "urn:cablegrammar:cable:1"),
        (["--settings"], "urn:cablegrammar:settings:1"),
        (["--diagnostics"], "urn:cablegrammar:diagnostics:1"),
    ],
)
def test_schemas(options: list[str], identifier: str, capfdbinary: Captured) -> None:
    assert main(["schema", *options]) == 0
    schema = json.loads(capfdbinary.readouterr().out)
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == identifier
