"""Reader of format line 6."""

from __future__ import annotations

from cablegrammar.model.originator import Originator
from cablegrammar.transform.address import offices, plad
from cablegrammar.transform.base import Parts, reads


@reads("originator")
def originator(parts: Parts) -> Originator:
    """FM CNO WASHINGTON DC//N1//."""
    return Originator(plad(parts.words()), offices(parts))
