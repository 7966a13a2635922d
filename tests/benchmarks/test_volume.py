"""The script that measures real volume, with little: its cables are cables, no two alike, and it says what was measured."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

import pytest

import cablegrammar as cg
from tests.benchmarks import volume

pytest.importorskip("pyarrow", reason="Parquet needs the extra corpus")
pytest.importorskip("duckdb", reason="SQL needs the extra query")

COUNT = 100


def test_it_says_what_was_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    volume.main(["--cables", str(COUNT), "--processes", "1", "--no-check", str(tmp_path)])
    said = dict(re.findall(r"^\| (\S.*?) +\| (.*) \|$", capsys.readouterr().out, re.MULTILINE))
    assert said["cables"] == "100"
    assert re.fullmatch(r"100 rows, \d+\.\d kB", said["table cables"])
    assert re.fullmatch(r"\d+\.\d [kM]B in 1 parts", said["tables"])
    assert re.fullmatch(r"\d+\.\d\d s, [\d,]+ rows", said["query: tags by year and post"])
    assert re.fullmatch(r"\d+\.\d s, \d+\.\d ms a cable", said["processor time"])
    assert "peak memory, largest process" in said
    records = list(cg.read_corpus(tmp_path / f"cables-{COUNT}-1.csv"))
    assert not [record.fault for record in records if record.fault]
    assert len({record.text for record in records}) == len(records) == COUNT
    assert len({record.entry["id"] for record in records}) == COUNT


@pytest.mark.parametrize("sample", [True, False], ids=["sample", "no sample"])
def test_copies_are_the_same_for_a_seed_and_read_as_their_models(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sample: bool
) -> None:
    if not sample:
        monkeypatch.setattr(volume, "CORPUS", tmp_path / "absent")
    many = len(volume.originals())
    one, same = (list(volume.rows(many + 8, 1)) for _ in range(2))
    other = list(volume.rows(8, 2))
    assert one == same
    assert one[:8] != other
    for index, (_, header, body) in islice(enumerate(volume.originals()), 8):
        copies = [one[index], one[many + index]]
        assert copies[0][6:] != copies[1][6:]
        for copy in copies:
            shape = [type(field.value) for field in cg.parse(copy[6] + copy[7]).fields]
            assert shape == [type(field.value) for field in cg.parse(header + body).fields]
