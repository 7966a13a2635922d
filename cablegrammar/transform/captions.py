"""Readers of captions."""

from __future__ import annotations

import attrs

from cablegrammar.model.captions import Captions
from cablegrammar.transform.base import Parts, reads


@attrs.frozen
class Caption:
    """One caption, on its way into `Captions`."""

    name: str


@reads("caption")
def caption(parts: Parts) -> Caption:
    """SIPDIS, ROGER CHANNEL; the list is closed, so the case says nothing."""
    return Caption(" ".join(str(word).upper() for word in parts.children))


@reads("captions")
def captions(parts: Parts) -> Captions:
    """SIPDIS, and NOFORN on the next line."""
    return Captions(names=tuple(one.name for one in parts.values(Caption)))
