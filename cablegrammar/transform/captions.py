"""Readers of captions."""

from __future__ import annotations

from cablegrammar.model.captions import Captions
from cablegrammar.transform.base import Named, Parts, reads


@reads("caption")
def caption(parts: Parts) -> Named:
    """SIPDIS, ROGER CHANNEL; the list is closed, so the case says nothing."""
    return Named("caption", " ".join(str(word).upper() for word in parts.children))


@reads("captions")
def captions(parts: Parts) -> Captions:
    """SIPDIS, and NOFORN on the next line."""
    return Captions(names=tuple(one.words for one in parts.values(Named)))
