"""Reader of format line 2."""

from __future__ import annotations

from cablegrammar.model.ordered import Precedence
from cablegrammar.model.routing import Routing
from cablegrammar.transform.base import Parts, reads


@reads("routing")
def routing(parts: Parts) -> Routing:
    """OO RUEHLH RUEHPW; both letters of the prosign are the same."""
    return Routing(Precedence.of_prosign(parts.text("DOUBLED_PROSIGN")[0]), parts.texts("ROUTED_STATION"))
