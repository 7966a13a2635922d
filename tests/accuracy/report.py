"""All that is measured, by field."""

from __future__ import annotations

from functools import cache

import attrs

from tests.accuracy.facts import MEASURES, TARGETS, records
from tests.accuracy.finding import Finding, Judgement, judged
from tests.accuracy.labels import label_findings
from tests.corpus.floors import parsed


@attrs.frozen
class Measured:
    """What was found for a field on the sample."""

    field: str
    findings: tuple[Finding, ...]

    @property
    def wrong(self) -> tuple[Finding, ...]:
        """Where reading says something else, or nothing."""
        return tuple(one for one in self.findings if not one.agrees)

    @property
    def read(self) -> int:
        """How many have a reading at all."""
        return sum(one.ours is not None for one in self.findings)

    @property
    def agreeing(self) -> int:
        """How many agree."""
        return len(self.findings) - len(self.wrong)

    @property
    def target(self) -> float | None:
        """The least share that agrees or is judged, `None` without one; labels are all mended or judged."""
        return 1.0 if self.field.startswith("label ") else TARGETS.get(self.field)

    def judgement(self, finding: Finding) -> Judgement | None:
        """What was judged of a finding."""
        return judged().get((finding.id, self.field))

    @property
    def left(self) -> tuple[Finding, ...]:
        """The disagreements that nobody has judged, or that are our fault."""
        return tuple(
            one for one in self.wrong if (judgement := self.judgement(one)) is None or judgement.verdict == "ours wrong"
        )


@cache
def measured() -> tuple[Measured, ...]:
    """Every field, measured on the sample."""
    found: dict[str, list[Finding]] = {}
    for field, measure in MEASURES.items():
        for name, cable in parsed().items():
            found.setdefault(field, []).extend(measure(cable, records()[name]))
    for field, finding in label_findings():
        found.setdefault(field, []).append(finding)
    return tuple(Measured(field, tuple(findings)) for field, findings in found.items())
