"""Files: every byte comes back, and nothing is written by halves."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar.document import Document, load, read_text, save, to_bytes

SEED = Path(__file__).parent / "fixtures" / "09ISLAMABAD2184.txt"
LATIN = b"1. (U) The caf\xe9 closed.\r\n\r\n2. (U) It cost \x80 5.\r\n"


@given(st.binary() | st.text().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_every_byte_comes_back(data: bytes) -> None:
    assert to_bytes(*read_text(data)) == data


def test_each_single_byte_is_one_character() -> None:
    texts = {read_text(b"\xff" + bytes([byte]))[0][1] for byte in range(256)}
    assert len(texts) == 256


@pytest.mark.parametrize(
    ("data", "text", "encoding", "bom"),
    [
        (b"", "", "utf-8", False),
        (b"\xef\xbb\xbf", "", "utf-8", True),
        (b"\xef\xbb\xbfBT\r\n", "BT\r\n", "utf-8", True),
        (b"\xef\xbb\xbf\xef\xbb\xbfBT", "\ufeffBT", "utf-8", True),
        ("café".encode(), "café", "utf-8", False),
        (b"caf\xe9", "café", "windows-1252", False),
        (b"\x93quoted\x94", "\u201cquoted\u201d", "windows-1252", False),
        (b"\x81\x8d\x8f\x90\x9d", "\x81\x8d\x8f\x90\x9d", "windows-1252", False),
        (b"\xef\xbb\xbf\xff", "ï»¿ÿ", "windows-1252", False),
        # a surrogate, an overlong form and a number beyond Unicode are no UTF-8, though lenient readers take them
        (b"\xed\xa0\x80", "í\xa0€", "windows-1252", False),
        (b"\xc0\x80", "À€", "windows-1252", False),
        (b"\xf4\x90\x80\x80", "ô\x90€€", "windows-1252", False),
    ],
)
def test_how_bytes_are_read(data: bytes, text: str, encoding: str, bom: bool) -> None:
    assert read_text(data) == (text, encoding, bom)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbfBT\r\n\r\n", b"1. One.\r2. Two.\r\n3. Three.\n", LATIN, b"\x00\xff\r\r\n", SEED.read_bytes()],
)
def test_load_and_save_give_the_same_file(tmp_path: Path, data: bytes) -> None:
    file, copy = tmp_path / "cable.txt", tmp_path / "copy.txt"
    file.write_bytes(data)
    document = load(str(file))
    assert document.path == file
    save(document, copy)
    assert copy.read_bytes() == data
    save(document)
    assert file.read_bytes() == data
    assert sorted(item.name for item in tmp_path.iterdir()) == ["cable.txt", "copy.txt"]


def test_fallback_has_a_diagnostic_at_the_first_byte_that_is_no_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "cable.txt"
    file.write_bytes(LATIN)
    document = load(file)
    first = document.diagnostics[0]
    assert (first.code, first.severity, first.span) == ("CG004", "warning", (14, 15))
    assert "byte E9" in first.message
    assert document.diagnostics[1:] == document.cable.diagnostics
    assert not [d for d in load(SEED).diagnostics if d.code == "CG004"]
    # the same document without that byte is UTF-8 like any ASCII text
    assert not [d for d in attrs.evolve(document, cable=cg.parse("1. Tea.\n")).diagnostics if d.code == "CG004"]


@pytest.mark.parametrize(
    ("text", "encoding", "message"),
    [
        ("BT\r\nFM \ud800", "utf-8", r"line 2, column 4: '\\ud800' \(U\+D800\) cannot be written as utf-8"),
        ("1. Łódź.", "windows-1252", r"line 1, column 4: 'Ł' \(U\+0141\) cannot be written as windows-1252"),
        ("Ã©", "windows-1252", "the text would be read again as UTF-8"),
    ],
)
def test_what_cannot_be_encoded_is_named_and_nothing_written(
    tmp_path: Path, text: str, encoding: str, message: str
) -> None:
    file = tmp_path / "cable.txt"
    file.write_bytes(b"BT\n")
    with pytest.raises(ValueError, match=message):
        save(Document(cg.parse(text), encoding, path=file))
    assert file.read_bytes() == b"BT\n"
    assert list(tmp_path.iterdir()) == [file]


def test_save_needs_a_path() -> None:
    with pytest.raises(ValueError, match="say where to save it"):
        save(Document(cg.parse("BT\n")))


def test_save_keeps_the_mode_and_new_files_have_the_usual_one(tmp_path: Path) -> None:
    file, new, usual = tmp_path / "cable.txt", tmp_path / "new.txt", tmp_path / "usual.txt"
    file.write_bytes(b"BT\n")
    file.chmod(0o640)
    usual.touch()
    save(load(file))
    save(load(file), new)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


def test_save_through_a_link_replaces_what_it_names(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    file, link = tmp_path / "kept" / "cable.txt", tmp_path / "link.txt"
    file.write_bytes(b"BT\n")
    link.symlink_to(file)
    save(attrs.evolve(load(link), cable=cg.parse("NNNN\n")))
    assert link.is_symlink()
    assert file.read_bytes() == b"NNNN\n"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "cable.txt"
    file.write_bytes(b"BT\n")
    document = attrs.evolve(load(file), cable=cg.parse("NNNN\n"))

    def no_space(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="No space left"):
        save(document)
    assert file.read_bytes() == b"BT\n"
    assert list(tmp_path.iterdir()) == [file]


def test_save_does_not_replace_what_is_no_file_or_protected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document(cg.parse("BT\n"))
    with pytest.raises(OSError, match="Not a regular file"):
        save(document, tmp_path)
    file = tmp_path / "cable.txt"
    file.write_bytes(b"NNNN\n")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(PermissionError, match="Permission denied"):
        save(document, file)
    assert file.read_bytes() == b"NNNN\n"


def test_load_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load(tmp_path / "missing.txt")
