"""Where the sample texts are: beside the project, never in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "tests" / "fixtures" / "09ISLAMABAD2184.txt"
SHARED = ROOT.parent / "shared"
CORPUS = SHARED / "corpus"

needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the sample texts are not beside the project: {CORPUS}")
needs_shared = pytest.mark.skipif(
    not SHARED.is_dir(), reason=f"the reference tables are not beside the project: {SHARED}"
)


@cache
def seed() -> str:
    """The seed cable."""
    return SEED.read_bytes().decode("utf-8")


@cache
def cables() -> dict[str, str]:
    """The sample cables as flat records, by id; empty where the sample is absent."""
    return {path.stem: path.read_bytes().decode("utf-8") for path in sorted((CORPUS / "cables").glob("*.txt"))}


@cache
def navadmins() -> dict[str, str]:
    """The sample Navy messages by file name; Windows-1252 where they are no UTF-8."""
    found = {}
    for path in sorted((CORPUS / "navadmin").glob("*.txt")):
        data = path.read_bytes()
        try:
            found[path.stem] = data.decode("utf-8")
        except UnicodeDecodeError:
            found[path.stem] = data.decode("cp1252", errors="replace")
    return found


def gold() -> Iterator[dict[str, Any]]:
    """The cables labelled by a reader."""
    with (CORPUS / "gold.jsonl").open(encoding="utf-8") as file:
        yield from map(json.loads, file)
