"""`cablegrammar edit`: only the lines concerned change."""

from __future__ import annotations

from pathlib import Path

import pytest

import cablegrammar as cg
from cablegrammar.cli import main
from tests.shared import seed

TEXT = (
    "P 111530Z FEB 09\r\nFM AMEMBASSY LIMA\r\nTO RUEHC/SECSTATE WASHDC\r\nINFO RUEHBO/AMEMBASSY BOGOTA 0837\r\nAMEMBASSY QUITO\r\n\r\n"
    "UNCLAS LIMA 000017 \r\nSIPDIS\r\nE.O. 12958:   N/A\r\nTAGS:  PREL PK\r\nSUBJECT:   RICE\r\nREF: STATE 9008\r\n\r\n"
    "1.  Poor.\r\n\r\n2.  Caf\xe9 closed.\r\n"
)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = Path("a.txt")
    file.write_bytes(TEXT.encode("cp1252"))
    return file


def changed(path: Path) -> dict[str, str]:
    """The lines that are not as they were, by what they were."""
    before, after = TEXT.splitlines(), path.read_bytes().decode("cp1252").splitlines()
    assert len(before) == len(after)
    return {one: other for one, other in zip(before, after, strict=True) if one != other}


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        (["--set", "tags=PREL,PK"], {"TAGS:  PREL PK": "TAGS: PREL, PK"}),
        (["--set", "tags=TAGS: EAGR"], {"TAGS:  PREL PK": "TAGS: EAGR"}),
        (
            ["--set", "subject=(U) WHEAT", "--set", "classification=SECRET"],
            {"SUBJECT:   RICE": "SUBJECT: (U) WHEAT", "UNCLAS LIMA 000017 ": "S E C R E T LIMA 000017 "},
        ),
        (["--set", "date_time_group=121530Z FEB 09"], {"P 111530Z FEB 09": "P 121530Z FEB 09"}),
        (["--set", "originator=AMCONSUL GUAYAQUIL"], {"FM AMEMBASSY LIMA": "FM AMCONSUL GUAYAQUIL"}),
        (["--set", "references=A. STATE 9009"], {"REF: STATE 9008": "REF: A. STATE 9009"}),
        (
            ["--set", "info=RUEHBO/AMEMBASSY BOGOTA 0837", "--set", "info=AMEMBASSY LA PAZ"],
            {"AMEMBASSY QUITO": "AMEMBASSY LA PAZ"},
        ),
        (["--set", "paragraphs=1. Poor.", "--set", "paragraphs=2. Closed."], {"2.  Caf\xe9 closed.": "2. Closed."}),
        (["--set", "subject=OATS", "--set", "subject=BARLEY"], {"SUBJECT:   RICE": "SUBJECT: BARLEY"}),
    ],
)
def test_set(path: Path, options: list[str], lines: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(path), *options]) == 0
    assert changed(path) == lines
    assert capsys.readouterr().out == ""


def test_add_remove_and_delete(path: Path) -> None:
    assert (
        main(
            [
                "edit",
                str(path),
                "--add",
                "info=AMEMBASSY LA PAZ",
                "--remove",
                "info=AMEMBASSY BOGOTA",
                "--delete",
                "references",
            ]
        )
        == 0
    )
    assert path.read_bytes().decode("cp1252") == TEXT.replace(
        "INFO RUEHBO/AMEMBASSY BOGOTA 0837\r\nAMEMBASSY QUITO\r\n", "INFO AMEMBASSY QUITO\r\nAMEMBASSY LA PAZ\r\n"
    ).replace("SUBJECT:   RICE\r\nREF: STATE 9008\r\n", "SUBJECT:   RICE\r\n")


def test_diff_writes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", "--diff", str(path), "--set", "tags=PREL"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == ["--- a.txt", "+++ a.txt (edited)", "@@ -7,7 +7,7 @@"]
    assert path.read_bytes() == TEXT.encode("cp1252")


def test_output(path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["edit", str(path), "--set", "tags=PREL", "-o", "b.txt"]) == 0
    assert path.read_bytes() == TEXT.encode("cp1252")
    assert Path("b.txt").read_bytes() == TEXT.replace("TAGS:  PREL PK", "TAGS: PREL").encode("cp1252")
    Path("out").mkdir()
    Path("b.txt").write_bytes(TEXT.encode("cp1252"))
    assert main(["edit", "a.txt", "b.txt", "--set", "tags=PREL", "-o", "out"]) == 0
    assert sorted(file.name for file in Path("out").iterdir()) == ["a.txt", "b.txt"]
    assert capsysbinary.readouterr().out == b""


def test_several_files(path: Path) -> None:
    Path("seed.txt").write_bytes(seed().encode())
    assert main(["edit", "a.txt", "none.txt", "seed.txt", "--set", "signature=MILLER"]) == 2
    assert cg.load("seed.txt").cable.signature == cg.Signature("MILLER")
    assert cg.load("a.txt").cable.signature == cg.Signature("MILLER")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "nothing to change: name it with --set, --add, --remove or --delete"),
        (["--set", "tags"], "--set: expected FIELD=TEXT, got 'tags'"),
        (["--set", "weather=fair"], "--set: there is no field 'weather'; there are record, transmission_id, "),
        (
            ["--add", "tags=PREL"],
            "--add: a cable has one tags: change it with --set; there are several of action, info",
        ),
        (["--set", "tags=PREL: X"], "a.txt: replace: tags: 'PREL: X' is no tags"),
        (["--set", "tags="], "a.txt: replace: tags: expected the text of a Tags, got ''"),
        (["--remove", "info=AMEMBASSY PARIS"], "a.txt: there is no such info: 'AMEMBASSY PARIS'"),
        (["--remove", "info=amembassy"], "a.txt: info: 'amembassy' is no address"),
        (["--set", "subject=RICE TAGS: PREL"], "a.txt: replace: subject: 'RICE TAGS: PREL': Subject: "),
        (["--set", "subject=\u0141\xf3d\u017a"], "cannot be written as windows-1252"),
        (["--delete", "weather"], "--delete: there is no field 'weather'"),
    ],
)
def test_mistakes(path: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["edit", str(path), *options]) == 2
    assert message in capsys.readouterr().err
    assert path.read_bytes() == TEXT.encode("cp1252")
