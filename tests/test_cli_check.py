"""`cablegrammar check` and `cablegrammar rule`: what is printed where, what is written, and how it ends."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest
from rich.text import Text

from cablegrammar.cli import check as command
from cablegrammar.cli import main
from cablegrammar.cli.commands import COMMANDS
from cablegrammar.configuration import FORMATS
from cablegrammar.reporting import RENDERERS
from cablegrammar.rules import PROFILES, RuleError, all_rules

HEADER = "PP RUEHBO\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO RUEHBO/AMEMBASSY BOGOTA\n"
UNTIDY = HEADER + "UNCLAS LIMA 000017\n\nSIPDIS\nSIPDIS\n\nTAGS: PREL\n"
ONCE = UNTIDY.replace("SIPDIS\nSIPDIS", "SIPDIS")
TIDY = ONCE.replace("PP ", "OO ")
FIRST = "FL001 FL2 says PRIORITY, but the highest precedence of FL5 is IMMEDIATE"
DOUBLED = "CAP001 SIPDIS stands here again"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: two cables, one of them in a directory of its own, and a file that is none."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "drafts" / "more").mkdir(parents=True)
    (tmp_path / "drafts" / "b.txt").write_text(TIDY, newline="")
    (tmp_path / "drafts" / "more" / "a.txt").write_text(UNTIDY, newline="")
    (tmp_path / "drafts" / "more" / "a.md").write_text(UNTIDY, newline="")
    return tmp_path


def stdin(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Gives a text to standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))


# ---- what is found -----------------------------------------------------------------------------------------------------------


def test_directories_are_searched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", "concise", "drafts"]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"{os.path.join('drafts', 'more', 'a.txt')}:1:1: {FIRST}\n"
    assert printed.err == "2 files: 1 warning; 1 with --fix --unsafe-fixes\n"


def test_the_working_directory_is_searched_where_none_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 1
    assert capsys.readouterr().err.startswith("2 files: 1 warning")
    # a file may come behind options
    assert main(["check", "--exit-zero", "drafts/b.txt"]) == 0
    assert capsys.readouterr().err.startswith("1 file: ")


def test_clean(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drafts/b.txt"]) == 0
    assert capsys.readouterr() == ("", "1 file: nothing found\n")


def test_full_is_the_default(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drafts/more/a.txt"]) == 1
    assert capsys.readouterr().out.startswith("FL001 warning: FL2 says PRIORITY")


@pytest.mark.parametrize("form", sorted(RENDERERS))
def test_every_form_can_be_asked_for(folder: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", form, "drafts"]) == 1
    assert "FL001" in capsys.readouterr().out


def test_options_name_what_there_is() -> None:
    """The help is made without importing rules and renderers."""
    from argparse import ArgumentParser

    parser = ArgumentParser()
    next(one for one in COMMANDS if one.name == "check").arguments(parser)
    choices = {action.dest: action.choices for action in parser._actions}
    assert choices["output_format"] == tuple(RENDERERS) == FORMATS
    assert choices["profile"] == PROFILES


def test_rules_are_chosen(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    concise = ["check", "--output-format", "concise", "drafts/more/a.txt"]
    for options, codes in (
        (["--profile", "drafting"], ["FL001", "CAP001"]),
        (["--profile", "drafting", "--ignore", "CAP001"], ["FL001"]),
        (["--select", "CAP,TAG"], ["CAP001"]),
        (["--select", "CAP", "--select", "FL0"], ["FL001", "CAP001"]),
        (["--extend-select", "CAP001"], ["FL001", "CAP001"]),
        (["--ignore", "FL,CAP"], []),
    ):
        assert main([*concise, *options]) == bool(codes)
        assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == codes


def test_exit_zero(folder: Path) -> None:
    assert main(["check", "--exit-zero", "drafts"]) == 0
    assert main(["check", "--exit-zero", "drafts", "missing.txt"]) == 2


def test_statistics(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "drafts" / "c.txt").write_text(ONCE)
    assert main(["check", "--statistics", "--profile", "drafting", "drafts"]) == 1
    statistics = ["check", "--statistics", "--profile", "drafting", "drafts"]
    said = capsys.readouterr()
    assert said.out == "2  FL001        routing-precedence\n1  CAP001  [*]  doubled-caption\n"
    assert said.err == "3 files: 2 errors, 1 warning; 1 can be fixed with --fix; 2 with --fix --unsafe-fixes\n"
    rates = [("FL001", "routing-precedence", 2, 0), ("CAP001", "doubled-caption", 1, 1)]
    assert main([*statistics, "--output-format", "json"]) == 1
    assert [tuple(one.values()) for one in json.loads(capsys.readouterr().out)] == rates
    assert main([*statistics, "--output-format", "jsonl", "--unsafe-fixes"]) == 1
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == {"code": "FL001", "name": "routing-precedence", "count": 2, "fixable": 2}
    assert main([*statistics, "--isolated", "--ignore", "ALL"]) == 0
    assert capsys.readouterr().out == ""


def test_standard_input_has_a_name(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    stdin(monkeypatch, UNTIDY)
    assert main(["check", "--output-format", "concise", "--stdin-filename", "lima.txt", "-"]) == 1
    assert capsys.readouterr().out == f"lima.txt:1:1: {FIRST}\n"


def test_output_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "out.json").write_text("old")
    assert main(["check", "--output-format", "json", "--output-file", "out.json", "drafts"]) == 1
    assert [one["code"] for one in json.loads((folder / "out.json").read_text())] == ["FL001"]
    assert capsys.readouterr().out == ""
    assert main(["check", "--output-file", "no/out.json", "drafts"]) == 2
    assert capsys.readouterr().err == "no/out.json: No such file or directory\n"


def test_the_encoding_is_checked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("latin.txt").write_bytes("SUBJECT: CAF\xc9\n".encode("latin-1"))
    assert main(["check", "--output-format", "concise", "latin.txt"]) == 1
    assert capsys.readouterr().out.startswith("latin.txt:1:13: CG004 ")


# ---- what goes wrong ---------------------------------------------------------------------------------------------------------


def test_a_file_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are checked, and what was found in them is reported."""
    assert main(["check", "--output-format", "concise", "missing.txt", "drafts"]) == 2
    printed = capsys.readouterr()
    assert FIRST in printed.out
    assert printed.err == (
        "missing.txt: No such file or directory\n2 files: 1 warning; 1 with --fix --unsafe-fixes; 1 could not be checked\n"
    )


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--select", "FLX"], "cablegrammar: --select: there is no rule or family 'FLX'; did you mean FL?\n"),
        (
            ["--extend-select", "cap"],
            "cablegrammar: --extend-select: there is no rule or family 'cap'; did you mean CAP?\n",
        ),
        (
            ["--statistics", "--output-format", "sarif"],
            "cablegrammar: --statistics: the form is one of full, concise, json, jsonl, not sarif\n",
        ),
    ],
)
def test_wrong_use(folder: Path, options: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", *options, "drafts"]) == 2
    assert capsys.readouterr() == ("", complaint)


def test_standard_input_that_is_excluded(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A program that sends a text to be fixed gets it back as it is."""
    stdin(monkeypatch, UNTIDY)
    words = ["check", "--force-exclude", "--exclude", "old", "--stdin-filename", "old/a.txt", "-"]
    assert main([*words, "--fix", "--select", "CAP"]) == 0
    assert capfdbinary.readouterr().out == UNTIDY.encode()
    stdin(monkeypatch, UNTIDY)
    assert main(words) == 0
    assert capfdbinary.readouterr().out == b""


def test_names_that_look_like_options(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Behind `--` there are no options."""
    Path("--fix").write_text(TIDY)
    for words in (["--", "--fix", "drafts/b.txt"], ["drafts/b.txt", "--isolated", "--", "--fix"]):
        assert main(["check", *words]) == 0
        assert capsys.readouterr().err == "2 files: nothing found\n"


def test_an_option_that_there_is_not(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--slect=FL", "drafts"]) == 2
    assert capsys.readouterr().err.endswith("error: unrecognized arguments: --slect=FL; did you mean --select?\n")
    assert main(["check", "--rice", "drafts"]) == 2
    assert capsys.readouterr().err.endswith("error: unrecognized arguments: --rice\n")


def test_a_rule_that_fails(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail(*given: object) -> None:
        raise RuleError("rule ACME001 (no-rice) failed: KeyError: 'rice'")

    monkeypatch.setattr(command, "checked", fail)
    assert main(["check", "drafts/b.txt"]) == 2
    assert capsys.readouterr().err == (
        "drafts/b.txt: rule ACME001 (no-rice) failed: KeyError: 'rice'\nno file was checked; 1 could not be checked\n"
    )


def test_rules_of_others_that_cannot_be_loaded(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(settings: object) -> None:
        raise RuleError("the rules 'acme' (acme.rules) cannot be loaded: no module named acme")

    monkeypatch.setattr(command, "chosen", fail)
    assert main(["check", "drafts"]) == 2
    assert capsys.readouterr() == (
        "",
        "cablegrammar: the rules 'acme' (acme.rules) cannot be loaded: no module named acme\n",
    )


def test_a_mistake_of_ours_is_no_finding(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*given: object) -> None:
        raise KeyError("rice")

    monkeypatch.setattr(command, "checked", fail)
    assert main(["check", "drafts"]) == 2
    assert capsys.readouterr().err.endswith("KeyError: 'rice'\n")


# ---- fixes -------------------------------------------------------------------------------------------------------------------


def test_safe_fixes_are_made_and_the_rest_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "--profile", "drafting", "--output-format", "concise", "drafts"]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"{os.path.join('drafts', 'more', 'a.txt')}:1:1: {FIRST}\n"
    assert printed.err == "2 files: 1 error; 1 fix made; 1 with --fix --unsafe-fixes\n"
    assert Path("drafts/more/a.txt").read_text() == ONCE


def test_unsafe_fixes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--fix", "--unsafe-fixes", "--profile", "drafting", "drafts"]) == 0
    assert capsys.readouterr() == ("", "2 files: nothing found; 2 fixes made\n")
    assert Path("drafts/more/a.txt").read_text() == TIDY


def test_encoding_and_line_ends_stay(folder: Path) -> None:
    data = (UNTIDY + "SUBJECT: CAF\xc9\n").replace("\n", "\r\n").encode("latin-1")
    Path("latin.txt").write_bytes(data)
    assert main(["check", "--fix", "--select", "CAP", "latin.txt"]) == 0
    assert Path("latin.txt").read_bytes() == data.replace(b"SIPDIS\r\nSIPDIS", b"SIPDIS")


def test_a_file_without_fixes_is_not_written(folder: Path) -> None:
    before = Path("drafts/b.txt").stat()
    main(["check", "--fix", "drafts/b.txt"])
    assert Path("drafts/b.txt").stat() == before


def test_diff_writes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--diff", "--profile", "drafting", "drafts"]) == 1
    printed = capsys.readouterr()
    assert [line for line in printed.out.splitlines() if line[:1] in "+-" and line[:3] not in ("---", "+++")] == [
        "-SIPDIS"
    ]
    assert printed.err == "2 files: 1 file would be changed, 1 fix\n"
    assert Path("drafts/more/a.txt").read_text() == UNTIDY
    # in the archive a doubled caption is no finding
    assert main(["check", "--diff", "drafts"]) == 0
    assert capsys.readouterr() == ("", "2 files: nothing to fix\n")


def test_standard_input_is_fixed_to_standard_output(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    stdin(monkeypatch, UNTIDY)
    assert main(["check", "--fix", "--profile", "drafting", "--output-format", "concise", "-"]) == 1
    printed = capfdbinary.readouterr()
    assert printed.out.decode() == ONCE
    assert printed.err.decode() == f"<stdin>:1:1: {FIRST}\n1 file: 1 error; 1 fix made; 1 with --fix --unsafe-fixes\n"


# ---- baseline ----------------------------------------------------------------------------------------------------------------


def test_baseline(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is known stays known while other lines come and go; what is new is found."""
    drafting = ["check", "--profile", "drafting", "--output-format", "concise", "drafts"]
    assert main([*drafting, "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr() == (
        "",
        "2 files: 1 error, 1 warning; 1 can be fixed with --fix; 1 with --fix --unsafe-fixes\n"
        "known.json: 2 findings known from now on\n",
    )
    assert main([*drafting, "--baseline", "known.json"]) == 0
    assert capsys.readouterr() == ("", "2 files: nothing found; 2 known\n")
    file = Path("drafts/more/a.txt")
    file.write_text(
        file.read_text().replace("UNCLAS LIMA", "TO AMEMBASSY QUITO\nUNCLAS LIMA").replace("PREL", "PREL, PGVO")
    )
    assert main([*drafting, "--baseline", "known.json"]) == 1
    printed = capsys.readouterr()
    inner = os.path.join("drafts", "more", "a.txt")
    assert printed.out == f"{inner}:11:13: TAG001 PGVO is no known tag; did you mean PGOV?\n"
    assert printed.err.endswith("; 2 known\n")


def test_baseline_is_of_its_directory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths are seen from the file, so it holds wherever one works; they are for reading, what was found is too."""
    assert main(["check", "drafts", "--write-baseline", "drafts/known.json"]) == 0
    data = json.loads(Path("drafts/known.json").read_text())
    assert {path: list(found.values()) for path, found in data["files"].items()} == {"more/a.txt": [FIRST]}
    monkeypatch.chdir(folder / "drafts" / "more")
    assert main(["check", ".", "--baseline", "../known.json"]) == 0
    assert main(["check", "."]) == 1


def test_what_is_known_and_gone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told, and forgotten when the baseline is written anew."""
    drafting, untidy = ["check", "--profile", "drafting", "drafts"], Path("drafts/more/a.txt")
    assert main([*drafting, "--write-baseline", "known.json"]) == 0
    untidy.write_text(ONCE)
    capsys.readouterr()
    assert main([*drafting, "--baseline", "known.json"]) == 0
    assert capsys.readouterr().err == (
        "2 files: nothing found; 1 known\nknown.json: 1 known finding is gone; --write-baseline forgets them\n"
    )
    # what was not asked about is not gone
    assert main([*drafting, "--ignore", "CAP", "--baseline", "known.json"]) == 0
    assert main(["check", "drafts/b.txt", "--baseline", "known.json"]) == 0
    assert "gone" not in capsys.readouterr().err
    assert main([*drafting, "--quiet", "--baseline", "known.json"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main([*drafting, "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr().err.endswith("known.json: 1 finding known from now on; 1 of those before is gone\n")
    untidy.write_text(UNTIDY)
    assert main([*drafting, "--baseline", "known.json"]) == 1
    untidy.unlink()
    capsys.readouterr()
    assert main([*drafting, "--baseline", "known.json"]) == 0
    assert "known.json: 1 known finding is gone" in capsys.readouterr().err


def test_what_is_known_n_times(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same finding once more is a new one, wherever it stands."""
    file = Path("drafts/b.txt")
    file.write_text(TIDY.replace("PREL", "PREL, PGVO, PGVO"))
    tags = ["check", "--select", "TAG001", "drafts/b.txt"]
    assert main([*tags, "--write-baseline", "known.json"]) == 0
    assert main([*tags, "--baseline", "known.json"]) == 0
    file.write_text("PP RUEHPE\n" + TIDY.replace("PREL", "PREL, PGVO, PGVO"))
    assert main([*tags, "--baseline", "known.json"]) == 0
    file.write_text(TIDY.replace("PREL", "PREL, PGVO, PGVO, PGVO"))
    assert main([*tags, "--baseline", "known.json"]) == 1


def test_what_is_known_of_a_file_with_another_name(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafting = ["check", "--profile", "drafting", "drafts"]
    assert main([*drafting, "--write-baseline", "known.json"]) == 0
    Path("drafts/more").rename("drafts/other")
    Path("drafts/other/a.txt").rename("drafts/other/b.txt")
    capsys.readouterr()
    assert main([*drafting, "--baseline", "known.json"]) == 0
    assert capsys.readouterr().err == "2 files: nothing found; 2 known\n"
    # a copy is another file, and one with little of it is too
    Path("drafts/other/c.txt").write_text(UNTIDY)
    assert main([*drafting, "--baseline", "known.json"]) == 1
    assert capsys.readouterr().err.startswith("3 files: 1 error, 1 warning;")
    Path("drafts/other/b.txt").unlink()
    Path("drafts/other/c.txt").write_text(UNTIDY.replace("PP RUEHBO\n", "").replace("SIPDIS\nSIPDIS", "SIPDIS"))
    assert main([*drafting, "--baseline", "known.json"]) == 0
    assert "known.json: 2 known findings are gone" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (None, "known.json: No such file or directory\n"),
        (
            "{",
            "cablegrammar: known.json: is no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)\n",
        ),
        (
            "[]",
            "cablegrammar: known.json: is no baseline: expected an object with version and files, as --write-baseline writes it\n",
        ),
        (
            '{"version": 1, "files": {"a.txt": ["FL001"]}}',
            "cablegrammar: known.json: is a damaged baseline: expected files with a text for each finding: write it anew with "
            "--write-baseline\n",
        ),
        (
            '{"version": 9, "files": {}}',
            "cablegrammar: known.json: expected a baseline of version 1, not 9: write it anew with --write-baseline\n",
        ),
    ],
)
def test_bad_baselines(folder: Path, text: str | None, complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    if text is not None:
        Path("known.json").write_text(text)
    assert main(["check", "drafts", "--baseline", "known.json"]) == 2
    assert capsys.readouterr() == ("", complaint)


def test_a_baseline_is_written_of_all_or_not_at_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "drafts", "missing.txt", "--write-baseline", "known.json"]) == 2
    assert "known.json: not written" in capsys.readouterr().err
    assert not Path("known.json").exists()
    assert main(["check", "drafts", "--diff", "--write-baseline", "known.json"]) == 2
    assert capsys.readouterr().err == "cablegrammar: --write-baseline: nothing is reported with --diff\n"
    assert main(["check", "drafts", "--write-baseline", "no/known.json"]) == 2
    assert capsys.readouterr().err.endswith("no/known.json: No such file or directory\n")


# ---- what is said of it all -------------------------------------------------------------------------------------------------


def test_no_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is no failure, but it is told."""
    Path("empty").mkdir()
    assert main(["check", "empty"]) == 0
    assert capsys.readouterr() == (
        "",
        "cablegrammar: no files to check: in directories those are checked that fit *.txt, and are neither excluded nor named "
        "by a .gitignore\n",
    )
    assert main(["check", "--force-exclude", "--exclude", "drafts", "drafts/b.txt"]) == 0
    assert capsys.readouterr().err == "cablegrammar: no files to check: all that were named are excluded\n"


def test_show_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--show-files", "drafts/more/a.md", "drafts"]) == 0
    assert capsys.readouterr() == ("drafts/more/a.md\ndrafts/b.txt\ndrafts/more/a.txt\n", "")


def test_quiet(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-q", "--output-format", "concise", "drafts/more/a.txt"]) == 1
    assert capsys.readouterr() == (f"drafts/more/a.txt:1:1: {FIRST}\n", "")
    assert main(["check", "-q", "missing.txt"]) == 2
    assert capsys.readouterr() == ("", "missing.txt: No such file or directory\n")


def test_exit_non_zero_on_fix(folder: Path) -> None:
    fix = ["check", "--select", "CAP", "--fix", "--exit-non-zero-on-fix", "drafts"]
    assert main(fix) == 1
    assert main(fix) == 0


# ---- colours -----------------------------------------------------------------------------------------------------------------


def test_colours(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """No terminal has none, unless somebody asks for them; a file never does."""
    for no_color, force_color, coloured in (("", "", False), ("", "1", True), ("1", "1", False), ("1", "", False)):
        monkeypatch.setenv("NO_COLOR", no_color)
        monkeypatch.setenv("FORCE_COLOR", force_color)
        assert main(["check", "drafts"]) == 1
        assert ("\x1b[" in capsys.readouterr().out) == coloured
    monkeypatch.setenv("NO_COLOR", "")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert main(["check", "drafts", "-o", "out.txt"]) == 1
    assert "\x1b[" not in Path("out.txt").read_text()


def test_the_width_of_the_terminal(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    Path("long.txt").write_text(HEADER + f"UNCLAS LIMA 000017\n\nTAGS: {'PREL, ' * 40}PGVO\n")
    for columns in (40, 80, 120):
        monkeypatch.setenv("COLUMNS", str(columns))
        assert main(["check", "--select", "TAG001", "long.txt"]) == 1
        lines = Text.from_ansi(capsys.readouterr().out).plain.splitlines()
        quoted = next(line for line in lines if "PGVO" in line and "|" in line)
        assert len(quoted) <= columns
        marks = lines[lines.index(quoted) + 1]
        assert quoted[marks.index("^") : marks.rindex("^") + 1] == "PGVO"


# ---- several processes -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [[], ["--fix", "--unsafe-fixes"], ["--diff"]], ids=" ".join)
@pytest.mark.parametrize("first", [0, 7])
def test_processes_do_the_same(
    folder: Path,
    options: list[str],
    first: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Also in the order, of reports and of complaints."""
    monkeypatch.setattr(command, "_FIRST", first)
    said = []
    for processes in ("1", "2"):
        for number in range(20):
            Path(f"{number:02}.txt").write_text(UNTIDY if number % 3 else TIDY)
        Path("05.txt").unlink()
        Path("05.txt").mkdir()
        files = [*(f"{number:02}.txt" for number in range(20)), "missing.txt"]
        assert main(["check", "--profile", "drafting", "-j", processes, *options, *files]) == 2
        said.append((capsys.readouterr(), [Path(file).read_text() for file in files if Path(file).is_file()]))
        Path("05.txt").rmdir()
    assert said[0] == said[1]
    assert said[0][0].out if options[:1] != ["--fix"] else said[0][1][1] == TIDY


def test_standard_input_beside_processes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "_FIRST", 0)
    stdin(monkeypatch, UNTIDY)
    assert main(["check", "--output-format", "concise", "-j", "2", "drafts/b.txt", "-", "drafts/more/a.txt"]) == 1
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines()] == ["<stdin>", "drafts/more/a.txt"]


def test_no_number_of_processes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "-j", "-1", "drafts"]) == 2
    assert "expected a number of processes, 0 or more, not '-1'" in capsys.readouterr().err


# ---- rule --------------------------------------------------------------------------------------------------------------------


def test_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "FL001"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(
        "# FL001 routing-precedence\n\nSeverity by profile: archive: warning, drafting: error, wire: error.\n"
    )
    assert main(["rule", "routing-precedence"]) == 0
    assert capsys.readouterr().out == page


def test_all_rules(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", "--all"]) == 0
    pages = capsys.readouterr().out
    assert [line.split()[1] for line in pages.splitlines() if line.startswith("# ")] == [
        one.code for one in all_rules()
    ]
    assert main(["rule", "--all", "--output-format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert [one["code"] for one in data] == [one.code for one in all_rules()]
    assert set(data[0]) == {"code", "name", "family", "summary", "severities", "fix", "options", "sections"}
    assert main(["rule", "FL001", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) in data


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["FL0001"], "cablegrammar: there is no rule 'FL0001'; did you mean FL001?\n"),
        ([], "cablegrammar: name one rule, or say --all\n"),
        (["--all", "FL001"], "cablegrammar: name one rule, or say --all\n"),
    ],
)
def test_no_rule(options: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", *options]) == 2
    assert capsys.readouterr() == ("", complaint)
