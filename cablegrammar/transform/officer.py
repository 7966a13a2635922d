"""Reader of the classifying officer."""

from __future__ import annotations

from cablegrammar.model.officer import Officer
from cablegrammar.transform.base import Parts, joined, reads


@reads("officer")
def officer(parts: Parts) -> Officer:
    """Ambassador Jane Roe, Embassy Lima."""
    title, office = parts.text("OFFICER_TITLE"), parts.text("OFFICER_OFFICE")
    return Officer(joined(title.rstrip(",")), joined(parts.text("OFFICER_NAME")), joined(office.lstrip(",;")))
