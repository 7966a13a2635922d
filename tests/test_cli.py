"""The command line: what is printed where, what is written, and how it ends."""

from __future__ import annotations

import io
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import cablegrammar as cg
from cablegrammar.cli import main
from tests.shared import seed

ROOT = Path(__file__).resolve().parents[1]
SEED = Path(__file__).parent / "fixtures" / "09ISLAMABAD2184.txt"
UNTIDY = "UNCLAS LIMA 000017\nE.O. 12958: N/A\nTAGS: PREL PE\nSUBJECT: VISIT\n\n1.Post agrees.\n"
TIDY = cg.format(UNTIDY)
NOT_UNDERSTOOD = "FM LIMA\nDE RUEHIL #218/01 2531215\n"

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Makes files in the working directory."""
    monkeypatch.chdir(tmp_path)

    def file(name: str, content: str | bytes) -> str:
        Path(name).write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return name

    return file


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Gives bytes to standard input."""
    return lambda data: monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


#: Processes find the package in the checkout from any working directory.
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}


def run(*arguments: str, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "cablegrammar", *arguments],
        input=data,
        capture_output=True,
        env={**ENVIRONMENT, **environment},
        check=False,
    )


# ---- parse ----------------------------------------------------------------------------------------------------------


def test_the_samples_are_what_they_are_called() -> None:
    assert TIDY != UNTIDY
    assert cg.format(TIDY) == TIDY
    assert cg.parse(NOT_UNDERSTOOD).unparsed


def test_parse_shows_a_tree(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(SEED)]) == 0
    printed = capsys.readouterr()
    assert printed.out == SEED.with_suffix(".tree").read_text(encoding="utf-8")
    assert printed.err == ""


def test_parse_several_files_names_them(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", write("a.txt", "FM LIMA\n"), write("b.txt", "BT\n")]) == 0
    trees = capsys.readouterr().out.split("\n\n")
    assert [tree.splitlines()[0] for tree in trees] == ["a.txt: header, 1 field", "b.txt: message, 1 field"]


def test_parse_json_is_the_export(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--format", "json", str(SEED)]) == 0
    printed = capsys.readouterr().out
    assert cg.from_dict(json.loads(printed)) == cg.load(SEED).cable
    assert printed.startswith('{\n  "schema_version": 1,\n')


def test_parse_json_of_several_files_is_a_list(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    names = [write("a.txt", "FM LIMA\n"), "missing.txt", write("b.txt", "BT\n")]
    assert main(["parse", "--format", "json", *names]) == 2
    assert [item["path"] for item in json.loads(capsys.readouterr().out)] == ["a.txt", "b.txt"]


def test_parse_ndjson_is_a_line_a_file(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--format", "ndjson", str(SEED), write("b.txt", "BT\n")]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert first["path"] == str(SEED)
    assert cg.from_dict(first) == cg.load(SEED).cable
    assert second["fields"][0]["construct"] == "separation"


def test_parse_reads_standard_input(stdin: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]) -> None:
    stdin(b"FM LIMA\r\n")
    assert main(["parse", "-"]) == 0
    assert capsys.readouterr().out == "header, 1 field\n1 └─ originator  plad: LIMA\n"


def test_parse_strict_says_the_first_place(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", write("good.txt", "FM LIMA\n"), "--strict", write("bad.txt", NOT_UNDERSTOOD * 2)]) == 1
    printed = capsys.readouterr()
    assert printed.out == "good.txt: header, 1 field\n1 └─ originator  plad: LIMA\n"
    assert printed.err == (
        "bad.txt:2:12: CG103 no station; expected serial\n  DE RUEHIL #218/01 2531215\n             ^\n"
    )


def test_parse_strict_keeps_the_caret_in_sight(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--strict", write("long.txt", f"FM {'LIMA ' * 60}\x1b\x00lima {'LIMA ' * 60}\n")]) in (0, 1)
    bad = write("bad.txt", f"DE RUEHIL #2184 2531215 {'WORD ' * 100}\n")
    assert main(["parse", "--strict", bad]) == 1
    assert all(len(line) < 80 for line in capsys.readouterr().err.splitlines()[1:])


def test_parse_tells_of_another_encoding(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", write("latin.txt", b"1. A\xf1o.\n")]) == 0
    printed = capsys.readouterr()
    assert "Año." in printed.out
    assert printed.err.startswith("latin.txt:1:5: CG004 ")


def test_parse_takes_anything(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", write("noise.bin", bytes(range(256)) * 8), write("nothing.txt", b"")]) == 0
    assert capsys.readouterr().out.isascii() is False


#: A file of three: two messages, and a line between them.
MANY = "VZCZCXRO0001\nFM LIMA\nBT\nNNNN\n\nfound\nVZCZCXRO0002\nDE RUEHIL #218/01 2531215\nBT\nNNNN\n"


def test_parse_many_shows_each(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--many", write("many.txt", MANY)]) == 0
    trees = capsys.readouterr().out.split("\n\n")
    assert [tree.splitlines()[0] for tree in trees] == [
        "many.txt [1] line 1: message, 4 fields",
        "many.txt [2] line 6: fragment, 1 field",
        "many.txt [3] line 7: message, 4 fields, 1 not understood",
    ]
    assert trees[1].splitlines()[1:] == ["6 └─ text  found"]
    places = [row.split()[0] for row in trees[2].splitlines()[1:]]
    assert [place for place in places if place.isdigit()] == ["7", "8", "9", "10"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_parse_many_as_data(write: Write, capsys: pytest.CaptureFixture[str], newline: str) -> None:
    names = [write("a.txt", MANY.replace("\n", newline)), write("b.txt", b"FM LIMA\n")]
    assert main(["parse", "--many", "--format", "ndjson", *names]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(line["path"], line["line"]) for line in lines] == [("a.txt", 1), ("a.txt", 6), ("a.txt", 7), ("b.txt", 1)]
    assert "".join(cg.unparse(cg.from_dict(line)) for line in lines[:3]) == MANY.replace("\n", newline)
    assert main(["parse", "--many", "--format", "json", *names]) == 0
    assert json.loads(capsys.readouterr().out) == lines


def test_parse_many_json_is_a_list_of_whatever_is_there(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    for name, code in ((write("empty.txt", ""), 0), ("missing.txt", 2)):
        assert main(["parse", "--many", "--format", "json", name]) == code
        printed = capsys.readouterr()
        assert json.loads(printed.out) == []
        assert printed.err == ("" if code == 0 else "missing.txt: No such file or directory\n")


def test_parse_many_strict_says_where_in_the_file(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    bad = MANY[MANY.index("VZCZCXRO0002") :]
    assert main(["parse", "--many", "--strict", write("many.txt", MANY + bad)]) == 1
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if "line" in line] == [
        "many.txt [1] line 1: message, 4 fields",
        "many.txt [2] line 6: fragment, 1 field",
    ]
    assert printed.err == "".join(
        f"many.txt:{line}:12: CG103 no station; expected serial\n  DE RUEHIL #218/01 2531215\n             ^\n"
        for line in (8, 12)
    )


def test_parse_many_tells_of_another_encoding(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", "--many", write("many.txt", MANY.encode() + b"1. A\xf1o.\n")]) == 0
    assert capsys.readouterr().err.startswith("many.txt:11:5: CG004 ")


def test_parse_many_writes_each_as_it_comes() -> None:
    command = [sys.executable, "-m", "cablegrammar", "parse", "--many", "--format", "ndjson", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(MANY.encode())
        process.stdin.flush()
        # the last is not known to be over while there may be more
        first, second = (json.loads(process.stdout.readline()) for _ in range(2))
        assert (first["path"], first["line"], second["line"]) == ("<stdin>", 1, 6)
        process.stdin.close()
        assert json.loads(process.stdout.readline())["line"] == 7
        assert process.stdout.read() == b""
    assert process.returncode == 0


# ---- format ---------------------------------------------------------------------------------------------------------


def test_format_rewrites_in_place(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    names = [write("a.txt", UNTIDY), write("b.txt", TIDY), write("c.txt", TIDY)]
    Path("a.txt").chmod(0o600)
    untouched = Path("b.txt").stat()
    assert main(["format", *names]) == 0
    assert [Path(name).read_text() for name in names] == [TIDY] * 3
    assert stat.S_IMODE(Path("a.txt").stat().st_mode) == 0o600
    assert (Path("b.txt").stat().st_ino, Path("b.txt").stat().st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "1 file reformatted, 2 files left unchanged\n")


def test_format_keeps_encoding_mark_and_line_ends(write: Write) -> None:
    windows = UNTIDY.replace("agrees", "agrées").replace("\n", "\r\n")
    tidy = TIDY.replace("agrees", "agrées").replace("\n", "\r\n")
    write("latin.txt", windows.encode("cp1252"))
    write("marked.txt", windows.encode("utf-8-sig"))
    assert main(["format", "latin.txt", "marked.txt"]) == 0
    assert Path("latin.txt").read_bytes() == tidy.encode("cp1252")
    assert Path("marked.txt").read_bytes() == tidy.encode("utf-8-sig")


def test_format_check_writes_nothing(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    names = [write("a.txt", UNTIDY), write("b.txt", TIDY)]
    assert main(["format", "--check", *names]) == 1
    assert Path("a.txt").read_text() == UNTIDY
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "would reformat a.txt\n1 file would be reformatted, 1 file would be left unchanged\n"
    assert main(["format", "--check", "b.txt"]) == 0


def test_format_diff_writes_nothing(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    names = [write("a.txt", UNTIDY), write("b.txt", TIDY)]
    assert main(["format", "--diff", *names]) == 0
    assert Path("a.txt").read_text() == UNTIDY
    printed = capsys.readouterr()
    assert printed.out.startswith("--- a.txt\n+++ a.txt (canonical)\n@@ ")
    assert "\n-TAGS: PREL PE\n" in printed.out
    assert "\n+TAGS: PREL, PE\n" in printed.out
    assert main(["format", "--diff", "--check", *names]) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_format_diff_shows_a_line_a_line(write: Write, capsys: pytest.CaptureFixture[str], end: str) -> None:
    write("a.txt", UNTIDY.rstrip("\n").replace("\n", end))
    assert main(["format", "--diff", "a.txt"]) == 0
    rows = capsys.readouterr().out.replace("\r\n", "\n").split("\n")
    assert "-TAGS: PREL PE" in rows
    assert rows[rows.index("-1.Post agrees.") + 1] == "\\ No newline at end of file"


def test_format_standard_input_is_exact(
    stdin: Callable[[bytes], None], capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(UNTIDY.replace("\n", "\r\n").encode("utf-8-sig"))
    assert main(["format", "-"]) == 0
    printed = capsysbinary.readouterr()
    assert printed.out == TIDY.replace("\n", "\r\n").encode("utf-8-sig")
    assert printed.err == b""


def test_format_standard_input_has_a_name(stdin: Callable[[bytes], None], capsys: pytest.CaptureFixture[str]) -> None:
    stdin(UNTIDY.replace("agrees", "agr\u00e9es").encode("cp1252"))
    assert main(["format", "--check", "--diff", "--stdin-filename", "draft.txt", "-"]) == 1
    printed = capsys.readouterr()
    assert printed.out.startswith("--- draft.txt\n")
    assert printed.err.startswith("draft.txt:")
    assert "would reformat draft.txt\n" in printed.err


def test_format_leaves_what_is_not_understood(write: Write) -> None:
    text = UNTIDY.replace("TAGS: PREL PE", "TAGS: ?? !!")
    write("a.txt", text)
    assert main(["format", "a.txt"]) == 0
    assert "TAGS: ?? !!\n" in Path("a.txt").read_text()


def test_format_tells_what_it_left(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    import attrs

    note = cg.Diagnostic("CG003", "hint", (19, 20), "the text keeps its text")
    monkeypatch.setattr("cablegrammar.emission.canonicalize", lambda cable, width: attrs.evolve(cable, notes=(note,)))
    assert main(["format", write("a.txt", UNTIDY)]) == 0
    assert capsys.readouterr().err == "a.txt:2:1: CG003 the text keeps its text\n1 file left unchanged\n"


def test_values_alone_are_rendered_in_canonical_form(
    write: Write, capsys: pytest.CaptureFixture[str], stdin: Callable[[bytes], None]
) -> None:
    assert main(["parse", "--format", "json", "--values", write("seed.txt", seed())]) == 0
    data = capsys.readouterr().out
    assert "fields" not in json.loads(data)
    stdin(data.encode())
    assert main(["render", "-"]) == 0
    assert capsys.readouterr().out == cg.format(seed())
    assert main(["parse", "--values", write("seed.txt", seed())]) == 2
    assert "--values is a form of JSON" in capsys.readouterr().err


# ---- mistakes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["parse", "format"])
def test_every_file_is_processed_and_the_worst_counts(
    write: Write, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    Path("folder").mkdir()
    write("a.txt", UNTIDY)
    assert main([command, "missing.txt", "folder", "a.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.err.splitlines()[:2] == ["missing.txt: No such file or directory", "folder: Is a directory"]
    if command == "parse":
        assert "a.txt: text, " in printed.out
    else:
        assert printed.err.splitlines()[2] == "1 file reformatted, 2 files could not be formatted"
        assert Path("a.txt").read_text() == TIDY


def test_a_file_that_cannot_be_written(
    write: Write, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt", UNTIDY)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert main(["format", "a.txt"]) == 2
    assert capsys.readouterr().err == "a.txt: Permission denied\n1 file could not be formatted\n"
    assert Path("a.txt").read_text() == UNTIDY


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["parse"],
        ["format"],
        ["tidy", "a.txt"],
        ["parse", "--format", "xml", "a.txt"],
        ["parse", "-", "-"],
        ["--what"],
    ],
)
def test_wrong_use_is_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "cablegrammar" in printed.err


@pytest.mark.parametrize("arguments", [["--help"], ["parse", "--help"], ["format", "--help"]])
def test_help_has_examples_and_exit_codes(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert "exit codes:" in printed
    assert "examples:" in printed or len(arguments) == 1
    assert all(len(line) <= 100 for line in printed.splitlines())


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"cablegrammar {cg.__version__}\n"


# ---- processes ------------------------------------------------------------------------------------------------------


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from cablegrammar.cli import main; main(['--help']); "
        "assert not {'lark', 'rich', 'cattrs', 'hypothesis'} & set(sys.modules), 'imported'"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stderr


def test_pipes_stay_plain_and_rich_is_not_imported() -> None:
    code = (
        "import sys; from cablegrammar.cli import main; main(['parse', sys.argv[1]]); assert 'rich' not in sys.modules"
    )
    done = subprocess.run([sys.executable, "-c", code, str(SEED)], capture_output=True, env=ENVIRONMENT, check=False)
    assert done.returncode == 0, done.stderr
    assert b"\x1b" not in done.stdout


def test_output_of_another_encoding() -> None:
    done = run("parse", "-", data="1. Café.\n".encode(), PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 0
    assert done.stdout == b"fragment, 1 field\n1 `- paragraph  1 Caf?.\n"
    assert b"ascii cannot write" in done.stderr


def test_lone_surrogates_become_the_replacement_character(capsys: pytest.CaptureFixture[str]) -> None:
    from cablegrammar.cli.terminal import put

    put("FM \ud800 \U0001f600\n")
    printed = capsys.readouterr()
    assert printed.out == "FM \ufffd \U0001f600\n"
    assert "replaced" in printed.err


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")
class TestPosix:
    @pytest.mark.parametrize("arguments", [["parse"], ["parse", "--format", "ndjson"], ["format", "--diff"]])
    def test_a_reader_that_goes_away_is_no_error(self, write: Write, arguments: list[str]) -> None:
        names = [write(f"{number}.txt", UNTIDY * 40) for number in range(5)]
        with subprocess.Popen(
            [sys.executable, "-m", "cablegrammar", *arguments, *names],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            complaints = process.stderr.read()
        assert process.returncode == 141
        assert b"Traceback" not in complaints
        assert b"Exception" not in complaints

    def test_interrupted(self) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "cablegrammar", "parse", str(SEED), "-"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()  # now it waits for standard input
            process.send_signal(signal.SIGINT)
            complaints = process.stderr.read()
        assert process.returncode == 130
        assert complaints == b""

    @pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
    def test_a_full_disk(self) -> None:
        with open("/dev/full", "wb") as full:
            done = subprocess.run(
                [sys.executable, "-m", "cablegrammar", "parse", str(SEED)],
                stdout=full,
                stderr=subprocess.PIPE,
                check=False,
            )
        assert done.returncode == 2
        assert done.stderr == b"cablegrammar: [Errno 28] No space left on device\n"

    def test_closed_streams(self) -> None:
        command = f'"{sys.executable}" -m cablegrammar'
        for line, code in [("parse - <&-", 2), (f'parse "{SEED}" >&-', 0), ("parse missing.txt 2>&-", 2)]:
            done = subprocess.run(
                f"{command} {line}", shell=True, capture_output=True, text=True, env=ENVIRONMENT, check=False
            )
            assert done.returncode == code, done.stderr
            assert "Traceback" not in done.stderr

    @pytest.mark.parametrize(
        ("environment", "coloured"),
        [
            ({}, False),
            ({"FORCE_COLOR": "1"}, True),
            ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
            ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ],
    )
    def test_colours_in_a_pipe_only_if_forced(self, environment: dict[str, str], coloured: bool) -> None:
        printed = run("parse", "-", data=b"FM LIMA\n", **{"NO_COLOR": "", **environment}).stdout
        assert b"LIMA" in printed
        assert (b"\x1b[" in printed) is coloured

    def test_colours_on_a_terminal_only_if_wanted(self) -> None:
        import pty

        for environment, coloured in [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]:
            parent, child = pty.openpty()
            process = subprocess.Popen(
                [sys.executable, "-m", "cablegrammar", "parse", "-"],
                stdin=subprocess.PIPE,
                stdout=child,
                env={
                    **{k: v for k, v in ENVIRONMENT.items() if k != "NO_COLOR"},
                    "TERM": "xterm-256color",
                    **environment,
                },
            )
            process.communicate(b"FM LIMA\n")
            os.close(child)
            printed = os.read(parent, 10_000).decode()
            os.close(parent)
            assert "LIMA" in printed
            assert ("\x1b[" in printed) is coloured


# ---- repair -------------------------------------------------------------------------------------------------------------------

DAMAGED = "UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: PRELPE\nSUBJCT: RICE\n\n1. C) Poor.\n"
SAFELY = DAMAGED.replace("PRELPE", "PREL, PE").replace("SUBJCT", "SUBJECT")


def test_repair_proposes(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    file = write("cable.txt", DAMAGED)
    assert main(["repair", file]) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        "cable.txt:4:7: safe: 2 TAGS codes run together\n"
        "cable.txt:5:1: safe: 'SUBJCT:' is one mistake away from 'SUBJECT:'\n"
        "cable.txt:7:4: unsafe: the portion marking (C) has lost a parenthesis\n"
        "--- cable.txt\n+++ cable.txt (repaired)\n"
    )
    assert "-TAGS: PRELPE\n-SUBJCT: RICE\n+TAGS: PREL, PE\n+SUBJECT: RICE\n" in out
    assert Path(file).read_text() == DAMAGED
    assert sorted(path.name for path in Path().iterdir()) == [file]


def test_repair_as_data(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", "--format", "json", write("cable.txt", DAMAGED), write("fine.txt", TIDY)]) == 1
    first, *_ = found = json.loads(capsys.readouterr().out)
    assert len(found) == 3
    assert first == {
        "file": "cable.txt",
        "span": [42, 48],
        "replacement": "PREL, PE",
        "reason": "2 TAGS codes run together",
        "grade": "safe",
        "construct": "tags",
        "line": 4,
        "column": 7,
    }


def test_repair_of_a_regular_cable(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["repair", write("cable.txt", TIDY)]) == 0
    assert main(["repair", "--apply", "all", "cable.txt"]) == 0
    assert capsys.readouterr() == ("", "cable.txt: 0 repairs\n")
    assert [path.name for path in Path().iterdir()] == ["cable.txt"]


def test_repair_writes_a_new_file(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    file = write("cable.txt", DAMAGED)
    assert main(["repair", "--apply", "safe", file]) == 0
    assert capsys.readouterr() == ("", "cable.txt: 2 repairs made, written to cable.repaired.txt\n")
    assert Path("cable.repaired.txt").read_text() == SAFELY
    assert Path(file).read_text() == DAMAGED
    assert main(["repair", "--apply", "safe", file]) == 2
    assert "cable.repaired.txt is there already" in capsys.readouterr().err
    assert main(["repair", "--apply", "safe", "-o", file, "cable.repaired.txt"]) == 0, "nothing is to be written"
    assert main(["repair", "--apply", "all", "-o", "new.txt", file]) == 0
    assert Path("new.txt").read_text() == SAFELY.replace("C)", "(C)")
    assert main(["repair", "--apply", "safe", "--in-place", file]) == 0
    assert Path(file).read_text() == SAFELY


def test_repair_goes_on_until_nothing_is_left(write: Write) -> None:
    """A label found brings to light what is wrong behind it."""
    write("cable.txt", DAMAGED.replace("RICE\n", "RICE\n\nClassifed By: Jane Roe, for rea\nsons 1.4 (b)\n"))
    assert main(["repair", "--apply", "safe", "cable.txt"]) == 0
    assert "Classified By: Jane Roe, for reasons 1.4 (b)" in Path("cable.repaired.txt").read_text()


def test_repair_standard_input(stdin: Callable[[bytes], None], capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    stdin(DAMAGED.encode())
    assert main(["repair", "--apply", "safe", "-"]) == 0
    assert capfdbinary.readouterr().err == b"<stdin>: 2 repairs made\n"


def test_repair_used_wrongly(write: Write, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = write("one.txt", DAMAGED), write("other.txt", DAMAGED)
    assert main(["repair", "--apply", "safe", "-o", "new.txt", one, other]) == 2
    assert "--output names one file, and 2 are to be repaired" in capsys.readouterr().err
    assert main(["repair", "--in-place", one]) == 2
    assert "--in-place says where to write, and without --apply nothing is written" in capsys.readouterr().err
    assert main(["repair", "-o", "new.txt", one]) == 2
    assert main(["repair", "--apply", "safe", "--in-place", "-o", "new.txt", one]) == 2
    assert main(["repair", "--apply", "safe", "missing.txt"]) == 2
    assert main(["repair", "--apply", "some", one]) == 2
    assert not Path("new.txt").exists()


def test_repair_keeps_the_encoding(write: Write) -> None:
    write("cable.txt", b"SUBJCT: caf\xe9\r\n\r\n1. (U) Poor.\r\n")
    assert main(["repair", "--apply", "safe", "cable.txt"]) == 0
    assert Path("cable.repaired.txt").read_bytes() == b"SUBJECT: caf\xe9\r\n\r\n1. (U) Poor.\r\n"
