"""These tests need Spark, which is large and needs Java: `make test-spark` runs them in an environment of their own."""

from __future__ import annotations

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pyspark") else ["*"]
