"""A real Spark, with processes of its own: a frame of texts gives what `parse_batch` gives."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

import cablegrammar as cg
from cablegrammar.corpora.arrow import CABLE
from cablegrammar.spark import parse_frame
from tests.corpora import invented

#: Cables, and how many parts Spark is to make of them.
COUNT, PARTS = 40, 4


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A session on this machine, whose two workers are processes of this Python."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]").appName("cablegrammar")
    for key, value in {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.maxRecordsPerBatch": "7",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }.items():
        builder = builder.config(key, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    print(f"\nSpark {session.version}, Python {sys.version.split()[0]}, {session.sparkContext.master}")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark: Any) -> Any:
    """Numbers and texts; one text is null."""
    rows = [(number, invented.text(number)) for number in range(1, COUNT + 1)]
    return spark.createDataFrame([*rows, (0, None)], "number int, text string").repartition(PARTS)


def test_a_frame_gives_what_a_batch_gives(frame: Any) -> None:
    pa: Any = import_module("pyarrow")
    parsed = parse_frame(frame)
    assert parsed.columns == ["number", "text", CABLE]
    found = {row["number"]: row[CABLE] for row in parsed.collect()}
    assert sorted(found) == list(range(COUNT + 1))
    assert found.pop(0) is None
    texts = [invented.text(number) for number in sorted(found)]
    expected = cg.parse_batch(pa.record_batch({"text": texts}))[CABLE].to_pylist()
    for number, one in zip(sorted(found), expected, strict=True):
        row = found[number].asDict(recursive=True)
        # Spark gives moments without a zone, in that of the session
        moment, other = row.pop("date_time_group"), one.pop("date_time_group")
        assert moment.replace(tzinfo=None) == other.astimezone().replace(tzinfo=None)
        assert row == one


def test_tags_by_post(frame: Any) -> None:
    functions = import_module("pyspark.sql.functions")
    tags = parse_frame(frame).select("cable.post", functions.explode("cable.tags.code").alias("code"))
    counted = {(row["post"], row["code"]): row["count"] for row in tags.groupBy("post", "code").count().collect()}
    expected: dict[tuple[str, str], int] = {}
    for number in range(1, COUNT + 1):
        cable = cg.parse(invented.text(number))
        assert cable.message_number is not None
        assert cable.tags is not None
        for tag in cable.tags.tags:
            key = (cable.message_number.post, tag.code)
            expected[key] = expected.get(key, 0) + 1
    assert counted == expected


def test_settings_reach_the_workers(spark: Any) -> None:
    frame = spark.createDataFrame([("UNCLAS LIMA 000017\n\nTAGS: PGVO\n",)], "body string")
    (row,) = parse_frame(frame, column="body", settings=cg.Settings(select="TAG001")).collect()
    assert [one["code"] for one in row[CABLE]["diagnostics"]] == ["TAG001"]


def test_a_parser_is_built_once_in_each_process(spark: Any, frame: Any) -> None:
    """The workers say how often they built one, in the place of a tag."""

    def counted(batches: Any) -> Any:
        arrow: Any = import_module("pyarrow")
        blocks = import_module("cablegrammar.blocks")
        for batch in batches:
            cg.parse_batch(batch)
            built = blocks.engine.cache_info()
            yield arrow.record_batch({"process": [os.getpid()], "built": [built.misses]})

    rows = frame.mapInArrow(counted, "process long, built long").collect()
    assert len(rows) >= 6
    assert {row["built"] for row in rows} == {1}
    assert os.getpid() not in {row["process"] for row in rows}
    print(f"{len(rows)} batches in {len({row['process'] for row in rows})} processes, a parser each")


def test_a_frame_without_such_a_column(frame: Any) -> None:
    with pytest.raises(ValueError, match="expected a column 'body' of strings; the frame has number, text"):
        parse_frame(frame, column="body")
    with pytest.raises(ValueError, match="expected a column 'number' of strings"):
        parse_frame(frame, column="number")
