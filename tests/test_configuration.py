"""Settings in files: which file holds, what it may say, and the command line over it."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cablegrammar.cli import main
from cablegrammar.cli.options import Options
from cablegrammar.configuration import (
    FORMATS,
    Configuration,
    ConfigurationError,
    as_toml,
    find_configuration,
    keys,
    make_settings_schema,
    read_configuration,
    read_settings_schema,
    structured,
)
from cablegrammar.rules import PROFILES, all_rules
from cablegrammar.settings import Settings, chosen

UNTIDY = "PP RUEHPE\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO AMEMBASSY QUITO\nUNCLAS LIMA 000017\n\nSIPDIS\nSIPDIS\n\nTAGS: PREL\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, with a cable in it and one in a directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old").mkdir()
    (tmp_path / "a.txt").write_text(UNTIDY)
    (tmp_path / "old" / "b.txt").write_text(UNTIDY)
    return tmp_path


def codes(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, list[str]]:
    """What `check` finds in each file below the working directory."""
    assert main(["check", "--output-format", "jsonl", *options, "."]) in (0, 1)
    found: dict[str, list[str]] = {}
    for line in capsys.readouterr().out.splitlines():
        one = json.loads(line)
        found.setdefault(Path(one["file"]).as_posix(), []).append(one["code"])
    return found


# ---- what a file says --------------------------------------------------------------------------------------------------------


def test_every_key(tmp_path: Path) -> None:
    file = tmp_path / "cablegrammar.toml"
    file.write_text(
        'profile = "drafting"\nselect = ["FL", "CAP001"]\nextend-select = ["XC"]\nignore = ["FL001"]\ninclude = ["*.cable"]\n'
        'exclude = ["a/"]\nextend-exclude = ["b"]\nrespect-gitignore = false\nforce-exclude = true\n'
        'output-format = "github"\nbaseline = "known.json"\n'
        '[per-file-ignores]\n"old/**" = ["TAG"]\n[rules.SUB002]\nmax = 195\n'
    )
    configuration = read_configuration(file)
    assert configuration == Configuration(
        profile="drafting",
        select=("FL", "CAP001"),
        extend_select=("XC",),
        ignore=("FL001",),
        include=("*.cable",),
        exclude=("a/",),
        extend_exclude=("b",),
        respect_gitignore=False,
        force_exclude=True,
        output_format="github",
        baseline="known.json",
        per_file_ignores={"old/**": ("TAG",)},
        rules={"SUB002": {"max": 195}},
    )
    # none is left out above
    assert all(getattr(configuration, one.name) != one.default for one in keys().values())
    assert configuration is not None
    assert configuration.settings == Settings(
        profile="drafting", select="FL,CAP001", extend_select="XC", ignore="FL001", rules={"SUB002": {"max": 195}}
    )


WRONG: list[tuple[str, str]] = [
    ('slect = ["FL"]', "slect: there is no such setting; did you mean select?"),
    ('per_file_ignores = "x"', "per_file_ignores: there is no such setting; did you mean per-file-ignores?"),
    (
        "x = 1",
        "x: there is no such setting; there are profile, select, extend-select, ignore, per-file-ignores, rules, include, exclude, "
        "extend-exclude, respect-gitignore, force-exclude, output-format, baseline",
    ),
    (
        'profile = "drafts"',
        'profile: expected one of "archive", "drafting", "wire", not "drafts"; did you mean "drafting"?',
    ),
    (
        'output-format = "junitxml"',
        'output-format: expected one of "full", "concise", "json", "jsonl", "github", "sarif", "junit", "gitlab", '
        'not "junitxml"; did you mean "junit"?',
    ),
    ("baseline = true", "baseline: expected a text, not true"),
    ("profile = 5", 'profile: expected one of "archive", "drafting", "wire", not 5'),
    ('select = "FL, XC"', 'select: expected a list of texts, not "FL, XC"; did you mean ["FL", "XC"]?'),
    ('select = ["FL", 5]', 'select: expected a list of texts, not ["FL", 5]'),
    ('select = ["FLX"]', "select: there is no rule or family 'FLX'; did you mean FL?"),
    ('include = ["!"]', "include: '!' is no pattern of .gitignore"),
    ('respect-gitignore = "True"', 'respect-gitignore: expected true or false, not "True"; did you mean true?'),
    ('per-file-ignores = ["FL"]', 'per-file-ignores: expected a table of lists of texts, not ["FL"]'),
    (
        'per-file-ignores = { "old/*" = "FL" }',
        'per-file-ignores: expected a table of lists of texts, not {"old/*" = "FL"}; did you mean "old/*" = ["FL"]?',
    ),
    (
        'per-file-ignores = { "old/*" = ["FLX"] }',
        "per-file-ignores.\"old/*\": there is no rule or family 'FLX'; did you mean FL?",
    ),
    ("rules = 5", "rules: expected a table for each rule, not 5"),
    ('rules = { "SUB002" = "max" }', 'rules: expected a table for each rule, not {SUB002 = "max"}'),
    ("[rules.SUB02]\nmax = 5", "rules: there is no rule 'SUB02'; did you mean SUB002?"),
    ("[rules.long-subject]\nmax = 5", "rules: expected the code SUB002, not the name 'long-subject'"),
    ("[rules.SUB002]\nmost = 5", "rules: SUB002 has no option 'most'; it has max"),
    ("[rules.SUB001]\nmax = 5", "rules: SUB001 has no options"),
    ('[rules.FL009]\nwidth = "80"', "rules: FL009.width: expected a whole number from 1 on, not '80'"),
    ("[rules.FL009]\nwidth = 0", "rules: FL009.width: expected a whole number from 1 on, not 0"),
    ("[rules.FL009]\nwidth = true", "rules: FL009.width: expected a whole number from 1 on, not True"),
    ('per-file-ignores = { "!" = ["FL"] }', "per-file-ignores.\"!\": '!' is no pattern of .gitignore"),
]


@pytest.mark.parametrize(("text", "complaint"), WRONG, ids=[text for text, _ in WRONG])
def test_what_is_wrong(text: str, complaint: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file, the key, what was expected and what may have been meant; and nothing is checked."""
    Path("cablegrammar.toml").write_text(text)
    assert main(["check", "a.txt"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == f"cablegrammar: {folder / 'cablegrammar.toml'}: {complaint}\n"


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.cablegrammar]\nprofil = "wire"\nselect = true\n')
    with pytest.raises(ConfigurationError) as caught:
        read_configuration(file)
    assert str(caught.value).splitlines() == [
        f"{file}: [tool.cablegrammar] profil: there is no such setting; did you mean profile?",
        f"{file}: [tool.cablegrammar] select: expected a list of texts, not true",
    ]


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"select = [", "is no TOML: Invalid value (at end of document)"),
        (b"\xff", "is no TOML: byte 0 is no UTF-8"),
    ],
)
def test_what_is_no_toml(tmp_path: Path, data: bytes, complaint: str) -> None:
    file = tmp_path / "cablegrammar.toml"
    file.write_bytes(data)
    with pytest.raises(ConfigurationError) as caught:
        read_configuration(file)
    assert str(caught.value) == f"{file}: {complaint}"


def test_a_table_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "pyproject.toml"
    file.write_text("[tool]\ncablegrammar = 5\n")
    with pytest.raises(ConfigurationError, match=r"\[tool\.cablegrammar\] expected a table, not 5"):
        read_configuration(file)


# ---- which file holds --------------------------------------------------------------------------------------------------------


def test_the_nearest_holds(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text('[tool.cablegrammar]\nprofile = "wire"\nignore = ["FL"]\n')
    assert find_configuration(inner).configuration == Configuration(profile="wire", ignore=("FL",))
    # one without the table is passed by
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert find_configuration(inner).file == tmp_path / "pyproject.toml"
    # it holds alone, nothing comes from those above
    (tmp_path / "a" / "pyproject.toml").write_text('[tool.cablegrammar]\nprofile = "drafting"\n')
    assert find_configuration(inner).configuration == Configuration(profile="drafting")
    # of two in a directory
    (tmp_path / "a" / "cablegrammar.toml").write_text("")
    located = find_configuration(inner)
    assert (located.configuration, located.root) == (Configuration(), str(tmp_path / "a"))


def test_each_file_has_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert codes(capsys) == {"a.txt": ["FL001"], "old/b.txt": ["FL001"]}
    Path("pyproject.toml").write_text('[tool.cablegrammar]\nprofile = "drafting"\n')
    assert codes(capsys) == {"a.txt": ["FL001", "CAP001"], "old/b.txt": ["FL001", "CAP001"]}
    Path("old", "cablegrammar.toml").write_text('select = ["CAP"]')
    assert codes(capsys) == {"a.txt": ["FL001", "CAP001"], "old/b.txt": ["CAP001"]}
    assert codes(capsys, "--isolated") == {"a.txt": ["FL001"], "old/b.txt": ["FL001"]}
    assert codes(capsys, "--config", "old/cablegrammar.toml") == {"a.txt": ["CAP001"], "old/b.txt": ["CAP001"]}


def test_ignores_by_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """They hold whatever is selected, by whatever name."""
    Path("cablegrammar.toml").write_text('select = ["FL001", "CAP"]\nper-file-ignores = { "old/" = ["FL"] }\n')
    assert codes(capsys) == {"a.txt": ["FL001", "CAP001"], "old/b.txt": ["CAP001"]}
    assert codes(capsys, "--select", "FL001") == {"a.txt": ["FL001"]}


def test_standard_input_is_where_its_name_is(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import io
    import sys

    Path("old", "cablegrammar.toml").write_text('select = ["CAP"]')
    for options, code in (([], "FL001"), (["--stdin-filename", "old/new.txt"], "CAP001")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(UNTIDY.encode()), encoding="utf-8"))
        assert main(["check", "--output-format", "concise", *options, "-"]) == 1
        assert code in capsys.readouterr().out


def test_a_wrong_file_in_a_directory(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was checked before is reported."""
    Path("old", "cablegrammar.toml").write_text("x = 1")
    assert main(["check", "--output-format", "concise", "."]) == 2
    printed = capsys.readouterr()
    assert printed.out.startswith("a.txt:1:1: FL001")
    assert printed.err.endswith("1 file: 1 warning; 1 with --fix --unsafe-fixes; 1 could not be checked\n")


def test_the_form_of_reports(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One report has one form, which the working directory says, and the command line more so."""
    Path("old", "cablegrammar.toml").write_text('output-format = "json"')
    Path("cablegrammar.toml").write_text('output-format = "concise"')
    for options, start in (([], "a.txt:1:1: FL001"), (["--output-format", "jsonl"], '{"file": "a.txt"')):
        assert main(["check", *options, "."]) == 1
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == 2
        assert lines[0].startswith(start)


def test_baselines(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file is held to the one that its settings name, seen from these."""
    assert main(["check", "old", "--write-baseline", "old/known.json"]) == 0
    Path("old", "cablegrammar.toml").write_text('baseline = "known.json"')
    assert codes(capsys) == {"a.txt": ["FL001"]}
    assert codes(capsys, "--no-baseline") == {"a.txt": ["FL001"], "old/b.txt": ["FL001"]}
    # a file of settings that --config names is as if it were here
    monkeypatch.chdir("old")
    assert codes(capsys, "--config", "cablegrammar.toml", "..") == {"../a.txt": ["FL001"]}
    # one that is written anew has what is in the old one too
    Path("c.txt").write_text(UNTIDY)
    assert main(["check", ".", "--write-baseline", "known.json"]) == 0
    assert set(json.loads(Path("known.json").read_text())["files"]) == {"b.txt", "c.txt"}
    capsys.readouterr()
    Path("known.json").unlink()
    assert main(["check", "."]) == 2
    assert capsys.readouterr() == ("", "known.json: No such file or directory\n")


# ---- the command line --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("", {}, Settings()),
        ('profile = "wire"', {"profile": "drafting"}, Settings(profile="drafting")),
        ('profile = "wire"', {"ignore": ("FL",)}, Settings(profile="wire", ignore="FL")),
        # --select begins anew
        ('select = ["CAP"]\nignore = ["FL001"]', {"select": ("FL",)}, Settings(select="FL")),
        ('extend-select = ["CAP"]', {"select": ("FL",), "ignore": ("FL001",)}, Settings(select="FL", ignore="FL001")),
        # the others come to what the file says, and count more
        ('select = ["FL"]', {"extend_select": ("CAP",)}, Settings(select="FL,CAP")),
        ('select = ["FL001", "CAP"]', {"ignore": ("FL",)}, Settings(select="CAP")),
        ('select = ["FL001"]', {"ignore": ("FL",)}, Settings(ignore="ALL")),
        ('ignore = ["FL001"]', {"extend_select": ("FL001",)}, Settings(extend_select="FL001")),
        ('ignore = ["FL001"]', {"extend_select": ("FL",)}, Settings(extend_select="FL")),
        ('ignore = ["ALL"]', {"extend_select": ("FL001",)}, Settings(select="FL001")),
        ('select = ["FL"]\nignore = ["FL001"]', {"ignore": ("FL002",)}, Settings(select="FL", ignore="FL001,FL002")),
        # of the command line alone the longer name decides, as ever
        ('select = ["CAP"]', {"extend_select": ("FL001",), "ignore": ("FL",)}, Settings(select="CAP,FL001")),
    ],
)
def test_the_command_line_counts_more(folder: Path, text: str, given: dict[str, Any], expected: Settings) -> None:
    Path("cablegrammar.toml").write_text(text)
    assert chosen(Options(given).effective(".").settings) == chosen(expected)


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["--config", "no.toml"], "no.toml: No such file or directory\n"),
        (
            ["--config", "pyproject.toml"],
            "cablegrammar: pyproject.toml: there is no [tool.cablegrammar] in this pyproject.toml\n",
        ),
        (
            ["--config", "pyproject.toml", "--isolated"],
            "cablegrammar: --isolated: no file of settings is used, so --config cannot name one\n",
        ),
        (["--exclude", "a,!"], "cablegrammar: --exclude: '!' is no pattern of .gitignore\n"),
    ],
)
def test_wrong_use(folder: Path, options: list[str], complaint: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text("")
    assert main(["check", *options, "a.txt"]) == 2
    assert capsys.readouterr() == ("", complaint)


def test_show_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is shown is a file of settings that says the same."""
    assert main(["check", "--show-settings", "old/b.txt"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith('# old/b.txt: no file of settings\nprofile = "archive"\nselect = []\n')
    assert structured(tomllib.loads(shown)) == Configuration()
    Path("cablegrammar.toml").write_text(
        'ignore = ["TAG"]\nper-file-ignores = { "old/ä\\"*" = ["FL"] }\nexclude = ["a"]'
    )
    assert (
        main(["check", "--show-settings", "--profile", "wire", "--ignore", "FL", "--extend-exclude", "b,c", "old"]) == 0
    )
    shown = capsys.readouterr().out
    assert shown.startswith(f"# old: {folder / 'cablegrammar.toml'}, and the command line\n")
    assert [line for line in shown.splitlines()[1:] if "#" in line] == [
        'profile = "wire"  # the command line',
        'ignore = ["TAG", "FL"]  # cablegrammar.toml and the command line',
        'exclude = ["a"]  # cablegrammar.toml',
        'extend-exclude = ["b", "c"]  # the command line',
        "[per-file-ignores]  # cablegrammar.toml",
    ]
    assert structured(tomllib.loads(shown)) == Configuration(
        profile="wire",
        ignore=("TAG", "FL"),
        per_file_ignores={'old/ä"*': ("FL",)},
        exclude=("a",),
        extend_exclude=("b", "c"),
    )


# ---- properties, and the schema ----------------------------------------------------------------------------------------------

_RULES = st.lists(st.sampled_from(sorted({name for one in all_rules() for name in (one.code, one.family)})), max_size=3)
_PATTERNS = st.lists(st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: f"/{text}x"), max_size=3)
_VALID = {
    "profile": st.sampled_from(PROFILES),
    "select": _RULES,
    "extend-select": _RULES,
    "ignore": _RULES,
    "per-file-ignores": st.dictionaries(st.text(st.characters(codec="utf-8")).map(lambda text: f"/{text}x"), _RULES),
    "rules": st.fixed_dictionaries(
        {},
        optional={
            one.code: st.fixed_dictionaries({}, optional={each.name: st.integers(each.least) for each in one.options})
            for one in all_rules()
            if one.options
        },
    ),
    "include": _PATTERNS,
    "exclude": _PATTERNS,
    "extend-exclude": _PATTERNS,
    "respect-gitignore": st.booleans(),
    "force-exclude": st.booleans(),
    "output-format": st.sampled_from(FORMATS),
    "baseline": st.text(st.characters(codec="utf-8")),
}
_VALUES = st.sampled_from([True, 5, "FL", ["FL"], ["FL", 5], {}, {"a": ["FL"]}, {"a": "FL"}, {"a": [5]}, "archive", []])


@given(st.fixed_dictionaries({}, optional=_VALID))
def test_what_is_shown_is_read_again(data: dict[str, Any]) -> None:
    configuration = structured(data)
    assert structured(tomllib.loads(as_toml(configuration))) == configuration


@given(st.dictionaries(st.sampled_from([*_VALID, "slect"]), _VALUES, max_size=2))
def test_the_schema_is_of_one_mind(data: dict[str, Any]) -> None:
    """What it says of forms is what reading says."""
    faults = list(Draft202012Validator(json.loads(read_settings_schema())).iter_errors(data))
    try:
        structured(data)
    except ConfigurationError:
        assert faults
    else:
        assert not faults


def test_the_schema_is_one() -> None:
    schema = make_settings_schema()
    Draft202012Validator.check_schema(schema)
    assert list(schema["properties"]) == list(keys()) == list(_VALID)
    assert all(one["description"] for one in schema["properties"].values())
