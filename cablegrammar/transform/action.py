"""Reader of format line 7."""

from __future__ import annotations

from cablegrammar.model.action import Action
from cablegrammar.transform.address import addressee
from cablegrammar.transform.base import Parts, reads


@reads("action")
def action(parts: Parts) -> Action:
    """The address, with or without the word before it."""
    return Action(addressee(parts))
