"""Cables on Apache Spark: a data frame of texts, read on all machines of a cluster.

Spark hands batches of Arrow to Python processes; each builds its parser once. What is in the column that they give is `parse_batch`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from cablegrammar.corpora.arrow import CABLE, cable_type, parse_batch
from cablegrammar.corpora.extras import needed
from cablegrammar.settings import Settings

if TYPE_CHECKING:
    import pyarrow  # pyright: ignore[reportMissingTypeStubs]


def parse_frame(frame: Any, *, column: str = "text", settings: Settings | None = None) -> Any:
    """`frame`, a data frame of PySpark, with a column `cable`: what the texts in `column` mean, as `parse_batch` gives it.

    The other columns stay; one called `cable` is replaced. Nothing is read until Spark is asked for rows. The library has to be installed
    where Spark's processes run. Raises `ValueError` where there is no column of texts of that name.

        frame = spark.read.parquet("cables")
        parse_frame(frame).select("cable.id", explode("cable.tags.code")).groupBy("col").count()
    """
    types = needed("pyspark.sql.types", "spark", "cablegrammar.spark")
    from_arrow = needed("pyspark.sql.pandas.types", "spark", "cablegrammar.spark").from_arrow_type
    if column not in frame.columns or not isinstance(frame.schema[column].dataType, types.StringType):
        raise ValueError(f"expected a column {column!r} of strings; the frame has {', '.join(frame.columns) or 'none'}")
    kept = [field for field in frame.schema.fields if field.name != CABLE]
    schema = types.StructType([*kept, types.StructField(CABLE, from_arrow(cable_type()))])

    def parsed(batches: Iterable[pyarrow.RecordBatch]) -> Iterator[pyarrow.RecordBatch]:
        for batch in batches:
            yield parse_batch(batch, column=column, settings=settings)

    return frame.mapInArrow(parsed, schema)
