"""Parse tables that are kept give the same readings, and nothing that cannot be trusted is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import platformdirs
import pytest

from cablegrammar import streaming, tables
from cablegrammar.engine import Engine, grammar_text
from cablegrammar.tabulating import tabulated, write_tables
from cablegrammar.transform.base import Parts
from tests.shared import seed

NAME = tables.name_of(tables.origin_of(grammar_text(), streaming.STARTS))


@pytest.fixture(scope="module")
def built() -> tables.Tables:
    """Tables for a stream of messages: they are the same each time, and building them takes seconds."""
    return tabulated(grammar_text(), streaming.STARTS)


@pytest.fixture
def cache(built: tables.Tables, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the user's own, with nothing in it."""

    def build(grammar: str, starts: Sequence[str]) -> tables.Tables:
        assert tables.origin_of(grammar, starts) == built["origin"]
        return built

    monkeypatch.setattr("cablegrammar.tabulating.tabulated", build)
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: tmp_path / "cache")
    return tmp_path / "cache"


def read() -> list[str]:
    """What a new parser reads in two messages."""
    children: list[str] = Engine(
        streaming.STARTS, {"stream": lambda tokens, text: [text[start:end] for _, start, end in tokens]}
    ).parse(seed() + "NNNN\n" + seed(), "stream")
    return children


def test_tables_are_built_once_and_kept(cache: Path) -> None:
    first = read()
    (file,) = cache.iterdir()
    assert file.name == NAME
    written = file.stat().st_mtime_ns
    assert read() == first
    assert "".join(first) == seed() + "NNNN\n" + seed()
    assert [file.name for file in cache.iterdir()] == [NAME]
    assert file.stat().st_mtime_ns == written


def test_kept_tables_are_what_is_read(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read()

    def build(*_: object) -> None:
        raise AssertionError("built anew")

    monkeypatch.setattr("cablegrammar.tabulating.tabulated", build)
    assert read() == first
    (cache / NAME).unlink()
    with pytest.raises(AssertionError, match="built anew"):
        read()


@pytest.mark.parametrize("damaged", [b"", b"no pickle", b"\x80\x04.", b"cnowhere\nnothing\n."])
def test_a_damaged_file_is_made_anew(cache: Path, damaged: bytes) -> None:
    first = read()
    (cache / NAME).write_bytes(damaged)
    assert read() == first
    whole = (cache / NAME).read_bytes()
    assert len(whole) > 1000
    (cache / NAME).write_bytes(whole[:-1])
    assert read() == first
    assert (cache / NAME).stat().st_size == len(whole)


def test_tables_that_came_with_the_package_come_first(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tables").mkdir()
    write_tables(streaming.STARTS, tmp_path / "tables")
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    assert read()
    assert list(cache.iterdir()) == [] if cache.exists() else True


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners and modes on this system")
def test_a_folder_where_others_may_write_is_not_used(cache: Path) -> None:
    cache.mkdir()
    cache.chmod(0o777)
    assert tables.own_folder() is None
    assert read()
    assert list(cache.iterdir()) == []
    cache.chmod(0o700)
    assert tables.own_folder() == cache


def test_without_a_cache_folder_tables_are_built(cache: Path) -> None:
    cache.parent.joinpath("cache").write_text("a file where the folder would be")
    assert tables.own_folder() is None
    assert read()


def test_the_origin_is_all_that_decides_what_is_in_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    grammar = grammar_text()
    origins = {tables.origin_of(grammar + end, streaming.STARTS) for end in ("", "\n")}
    origins.add(tables.origin_of(grammar, ["blocks"]))
    monkeypatch.setattr(tables, "FORM", 0)
    origins.add(tables.origin_of(grammar, streaming.STARTS))
    monkeypatch.undo()
    monkeypatch.setattr(sys, "version_info", _Version())
    origins.add(tables.origin_of(grammar, streaming.STARTS))
    assert len(set(map(tables.name_of, origins))) == len(origins) == 5


def test_tables_of_another_origin_are_not_taken_though_the_file_has_the_name(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read()
    found = tables.kept(tables.origin_of(grammar_text(), streaming.STARTS))
    assert found is not None
    monkeypatch.setattr(tables, "name_of", lambda _: NAME)
    tables.keep({**found, "origin": "other"})
    assert tables.kept(found["origin"]) is None
    assert read() == first
    assert tables.kept(found["origin"]) is not None


class _Version:
    major, minor = 3, 99


def test_parts_are_read_alike(cache: Path) -> None:
    """A rule's reader is given the same from kept tables, a token's class included."""
    seen = []
    for _ in range(2):
        Engine(streaming.STARTS, {"stream": lambda tokens, text: seen.append(Parts(tokens, text).children)}).parse(
            "BT\n", "stream"
        )
    assert seen[0] == seen[1]
    assert [token.type for token in seen[0]] == [token.type for token in seen[1]]
