"""Output: what the manifest names counts, wherever writing ended."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import cablegrammar as cg
from cablegrammar.corpora import writing
from cablegrammar.corpora.tables import TABLES, Rows, joined, rows
from cablegrammar.corpora.writing import CorpusError, Encoded, Output, encode, read_manifest
from tests.corpora import invented

pytest.importorskip("pyarrow", reason="Parquet needs the extra corpus")

FORMS = ("parquet", "ndjson")
RUN = {"sources": 1, "profile": "archive"}
#: Batches of a run: the first and last record, and whether it ends a part.
BATCHES = ((1, 3, False), (4, 5, True), (6, 6, True), (7, 9, False))


@cache
def batch(form: str, first: int, last: int) -> Encoded:
    held: list[Rows] = [
        rows(cg.CorpusRecord("x", number, invented.text(number)), None) for number in range(first, last)
    ]
    return encode(form, joined(held))


def write(output: Output, form: str) -> None:
    """Write what is left of the run, the last record of each batch as a reject."""
    done = output.manifest.records
    for first, last, ends in BATCHES:
        if last > done:
            assert first > done, "a part ends where a batch ends"
            reject = cg.CorpusRecord("x", last, data=bytes([last, 255]))
            output.add(batch(form, first, last), [(reject, f"reason {last}")], 0)
            if ends:
                output.commit()
    output.finish()


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("form", FORMS)
def test_a_run_that_ends_anywhere_goes_on_without_loss_or_doubles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """It ends before each of its steps in turn, and now and then once more when it goes on."""
    whole = tmp_path / "whole"
    write(Output.begin(whole, form, RUN, resume=False), form)
    expected = files(whole)
    assert len(expected) == 3 * len(TABLES) + 2
    steps = 0

    def counting(real: Callable[..., Any], limit: int) -> Callable[..., Any]:
        def step(*arguments: Any, **named: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps >= limit:
                raise Killed
            return real(*arguments, **named)

        return step

    limit = 0
    while True:
        limit += 1
        folder = tmp_path / str(limit)
        ended = False
        for attempt in range(3):
            steps = 0
            with monkeypatch.context() as patch:
                if attempt == 0 or (attempt == 1 and limit % 3 == 0):
                    patch.setattr(os, "replace", counting(os.replace, limit))
                    patch.setattr(os, "fsync", counting(os.fsync, limit))
                    # nothing tidies up behind a process that is gone
                    patch.setattr(Path, "unlink", lambda *_, **__: None)
                try:
                    write(Output.begin(folder, form, RUN, resume=attempt > 0), form)
                except Killed:
                    ended = True
        assert files(folder) == expected
        if not ended:
            break
    assert limit > 40


def test_a_part_is_not_seen_before_it_is_whole(tmp_path: Path) -> None:
    output = Output.begin(tmp_path, "ndjson", RUN, resume=False)
    output.add(batch("ndjson", 1, 3), [], 0)
    assert not list(tmp_path.glob("*/part-*"))
    output.commit()
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert not manifest.complete
    assert [path.is_file() for path in manifest.files(tmp_path, "tags")] == [True]
    assert manifest.parts[0].rows["cables"] == manifest.records == 2


def test_rejects_have_their_exact_bytes(tmp_path: Path) -> None:
    write(Output.begin(tmp_path, "ndjson", RUN, resume=False), "ndjson")
    held = [json.loads(line) for line in (tmp_path / "rejects.ndjson").read_text().splitlines()]
    assert [list(one) for one in held] == [["source", "position", "reason", "data"]] * len(BATCHES)
    assert [(one["source"], one["position"], one["reason"], base64.b64decode(one["data"])) for one in held] == [
        ("x", last, f"reason {last}", bytes([last, 255])) for _, last, _ in BATCHES
    ]


@pytest.mark.parametrize("form", FORMS)
def test_without_records_there_are_tables_without_rows(tmp_path: Path, form: str) -> None:
    Output.begin(tmp_path, form, RUN, resume=False).finish()
    manifest = read_manifest(tmp_path)
    assert manifest is not None
    assert manifest.complete
    assert all(path.is_file() for table in TABLES for path in manifest.files(tmp_path, table))


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for resume in (False, True):
        with pytest.raises(CorpusError, match="expected a folder that is empty or absent"):
            Output.begin(tmp_path, "ndjson", RUN, resume=resume)
        with pytest.raises(CorpusError, match="expected a folder that is empty or absent"):
            Output.begin(tmp_path / "notes.txt", "ndjson", RUN, resume=resume)
    assert files(tmp_path) == {"notes.txt": b"mine"}


def test_a_run_goes_on_only_with_what_it_was_begun_with(tmp_path: Path) -> None:
    Output.begin(tmp_path, "ndjson", RUN, resume=False)
    with pytest.raises(CorpusError, match="there is a corpus already: --resume goes on with it"):
        Output.begin(tmp_path, "ndjson", RUN, resume=False)
    with pytest.raises(CorpusError, match="begun with: format: 'ndjson', now 'parquet'; profile: 'archive', now None"):
        Output.begin(tmp_path, "parquet", {**RUN, "profile": None}, resume=True)
    # the user's own files beside the tables stay
    (tmp_path / "cables" / "notes.txt").write_text("mine")
    Output.begin(tmp_path, "ndjson", RUN, resume=True)
    assert (tmp_path / "cables" / "notes.txt").is_file()


@pytest.mark.parametrize(
    ("held", "said"),
    [
        ("oops", "no manifest of a corpus"),
        ('{"tables_version": 99}', "expected tables_version 1, got 99"),
        ("[]", "got None"),
    ],
)
def test_a_manifest_that_cannot_be_read(tmp_path: Path, held: str, said: str) -> None:
    (tmp_path / writing.MANIFEST).write_text(held)
    with pytest.raises(CorpusError, match=said):
        read_manifest(tmp_path)
