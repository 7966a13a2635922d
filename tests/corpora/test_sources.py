"""Sources: whatever way a file is named or packed, its records are the same."""

from __future__ import annotations

import gzip
import io
import os
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

import cablegrammar as cg
from cablegrammar.corpora.sources import find_sources, records
from tests.corpora import invented

fsspec = pytest.importorskip("fsspec", reason="URLs need the extra corpus")
zstandard = pytest.importorskip("zstandard", reason=".zst needs the extra corpus")

FIVE = [(number, invented.text(number)) for number in range(1, 6)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(*paths: str | Path, layout: str = "") -> list[tuple[int, str]]:
    return invented.plain(list(cg.read_corpus(*paths, layout=layout)))


def zst(data: bytes) -> bytes:
    packed: bytes = zstandard.ZstdCompressor().compress(data)
    return packed


def tar(mode: Literal["w", "w:gz"], **members: bytes) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode=mode) as archive:
        for name, data in members.items():
            one = tarfile.TarInfo(name.replace("_", "."))
            one.size = len(data)
            archive.addfile(one, io.BytesIO(data))
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("five.csv", lambda data: data),
        ("FIVE.CSV", lambda data: data),
        ("five.csv.gz", gzip.compress),
        ("five.csv.zst", zst),
        ("two-members.csv.gz", lambda data: gzip.compress(data[:999]) + gzip.compress(data[999:])),
        ("two-frames.csv.zst", lambda data: zst(data[:999]) + zst(data[999:])),
        ("one.tar", lambda data: tar("w", five_csv=data)),
        ("one.tgz", lambda data: tar("w:gz", five_csv=data)),
        ("one.tar.gz", lambda data: tar("w:gz", five_csv=data)),
        ("one.tar.zst", lambda data: zst(tar("w", five_csv=data))),
        ("packed-within.tar", lambda data: tar("w", five_csv_gz=gzip.compress(data), notes_md=b"# notes")),
    ],
)
def test_packed(folder: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    Path(name).write_bytes(pack(invented.csv_file(5)))
    assert read(name) == FIVE
    Path("link").mkdir()
    os.replace(name, f"link/{name}")
    assert read("link") == FIVE


def test_names_of_what_is_in_an_archive(folder: Path) -> None:
    Path("a.tar").write_bytes(tar("w", one_txt=b"1. Poor.\n", two_txt=b"2. Rich.\n"))
    assert [(record.source, record.position) for record in cg.read_corpus("a.tar")] == [
        ("a.tar/one.txt", 1),
        ("a.tar/two.txt", 1),
    ]


def test_a_folder_is_read_in_the_order_of_names_and_what_is_no_cable_is_left_out(folder: Path) -> None:
    for name in ("b/2.txt", "a/3.txt", "a/1.txt", "a/.hidden.txt", ".git/1.txt", "README.md", "c.jsonl", "a/1.png"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(b'{"text": "c"}')
    assert [record.source for record in cg.read_corpus(".")] == ["a/1.txt", "a/3.txt", "b/2.txt", "c.jsonl"]
    assert [record.source for record in cg.read_corpus("a", layout="jsonl")] == ["a/1.png", "a/1.txt", "a/3.txt"]


def test_a_glob(folder: Path) -> None:
    for name in ("b.cable", "a.cable", "c.txt", "[x].txt"):
        Path(name).write_text(name)
    Path("d.cable").mkdir()
    assert read("*.cable", "c.txt") == [(1, "a.cable"), (1, "b.cable"), (1, "c.txt")]
    # a file of that name comes first
    assert read("[x].txt") == [(1, "[x].txt")]


def test_other_files_named_one_by_one_are_texts(folder: Path) -> None:
    Path("09LIMA17").write_text("UNCLAS LIMA 000017\n")
    assert read("09LIMA17") == [(1, "UNCLAS LIMA 000017\n")]


@pytest.mark.parametrize("path", ["absent.csv", "absent/*.csv", "memory://absent.csv", "memory://absent/*.csv"])
def test_where_nothing_is(folder: Path, path: str) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        cg.read_corpus(path)
    assert caught.value.filename == path


def test_a_layout_that_does_not_exist(folder: Path) -> None:
    with pytest.raises(ValueError, match="there is no layout 'xml'; there are text, many, jsonl, csv"):
        cg.read_corpus("x", layout="xml")


def test_urls() -> None:
    system = fsspec.filesystem("memory")
    system.pipe(
        {
            "/lot/b.csv.gz": gzip.compress(invented.csv_file(5)),
            "/lot/a.txt": b"a",
            "/lot/.x/c.txt": b"c",
            "/lot/d.md": b"d",
        }
    )
    try:
        whole = [(1, "a"), *FIVE]
        assert read("memory://lot") == whole
        assert read("memory://lot/*.txt", "memory://lot/b.csv.gz") == whole
        assert [source.name for source in find_sources(["memory://lot"])] == [
            "memory:///lot/a.txt",
            "memory:///lot/b.csv.gz",
        ]
    finally:
        system.rm("/lot", recursive=True)


def test_standard_input_is_a_stream_of_messages_and_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    for layout, data in (("", "".join(text for _, text in FIVE).encode()), ("csv", invented.csv_file(5))):
        stdin = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", stdin)
        found = list(cg.read_corpus("-", layout=layout))
        assert {record.source for record in found} == {"<stdin>"}
        assert invented.plain(found) == FIVE
        assert not stdin.closed


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("cut.csv.gz", gzip.compress(invented.csv_file(50))[:-400]),
        ("cut.csv.zst", zst(invented.csv_file(50))[:-40]),
        ("none.csv.gz", b"no gzip"),
        ("none.csv.zst", b"no zstandard"),
        ("none.tar", b"no archive" * 99),
        ("cut.tar", tar("w", five_csv=invented.csv_file(5))[:2000]),
    ],
)
def test_what_cannot_be_read_further_is_told_and_the_next_is_read(folder: Path, name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    Path("z.txt").write_bytes(b"z")
    *_, broken, last = cg.read_corpus(name, "z.txt")
    assert broken.fault.startswith("cannot be read")
    assert broken.source.startswith(name)
    assert last.text == "z"


def test_what_may_not_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt").write_bytes(b"a")
    (source,) = find_sources(["a.txt"])
    os.remove("a.txt")
    (record,) = records([source])
    assert record.fault == "cannot be read: No such file or directory"


def test_bytes_are_counted(folder: Path) -> None:
    data = gzip.compress(invented.csv_file(50))
    Path("a.csv.gz").write_bytes(data)
    counted: list[int] = []
    sources = find_sources(["a.csv.gz"])
    assert len(list(records(sources, count=counted.append))) == 50
    assert sum(counted) == len(data) == sources[0].size


def test_without_the_extra_it_is_said_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.txt.zst").write_bytes(zst(b"a"))
    for module in ("zstandard", "fsspec", "fsspec.core"):
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(
        ImportError, match=r"a.txt.zst needs zstandard, which is not installed: pip install 'cablegrammar\[corpus\]'"
    ):
        cg.read_corpus("a.txt.zst")
    with pytest.raises(ImportError, match="a URL such as memory://a needs fsspec, "):
        cg.read_corpus("memory://a")
