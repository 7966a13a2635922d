"""Readers of the distribution list."""

from __future__ import annotations

from cablegrammar.model.distribution import Distribution, OfficeCopies
from cablegrammar.transform.base import Parts, reads


@reads("office_copies")
def office_copies(parts: Parts) -> OfficeCopies:
    """EUR-12."""
    return OfficeCopies(parts.text("OFFICE_CODE").rstrip("-"), int(parts.text("COPIES")))


@reads("distribution")
def distribution(parts: Parts) -> Distribution:
    """INFO OCT-01 ISO-00 /168 R."""
    return Distribution(
        role=parts.text("DISTRIBUTION_ROLE"),
        offices=parts.values(OfficeCopies),
        also=parts.text("DISTRIBUTION_ALSO").strip("()"),
        total=parts.text("DISTRIBUTION_TOTAL"),
        series=parts.text("DISTRIBUTION_SERIES"),
    )
