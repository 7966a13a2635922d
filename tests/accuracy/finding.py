"""A truth and what reading says of it; and what was judged where they differ."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import attrs

JUDGED = Path(__file__).with_name("judged.jsonl")
VERDICTS = ("text wrong", "label wrong", "fair", "ours wrong")


@attrs.frozen
class Finding:
    """One truth about the cable `id`, and our reading, `None` where there is none."""

    id: str
    truth: object
    ours: object

    @property
    def agrees(self) -> bool:
        """Whether reading says the same."""
        return self.truth == self.ours


@attrs.frozen
class Judgement:
    """Why a reading of `field` in the cable `id` may differ from its truth."""

    id: str
    field: str
    verdict: str = attrs.field(validator=attrs.validators.in_(VERDICTS))
    reason: str = attrs.field(validator=attrs.validators.min_len(10))


@cache
def judged() -> dict[tuple[str, str], Judgement]:
    """The judgements of judged.jsonl by id and field."""
    with JUDGED.open(encoding="utf-8") as file:
        lines = [Judgement(**json.loads(line)) for line in file]
    found = {(one.id, one.field): one for one in lines}
    if len(found) != len(lines):
        raise ValueError(f"{JUDGED.name}: a cable's field is judged twice")
    return found
