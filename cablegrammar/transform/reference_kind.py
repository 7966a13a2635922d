"""Reader of the kind of a reference."""

from __future__ import annotations

from cablegrammar.model.reference_kind import ReferenceKind
from cablegrammar.transform.base import Parts, joined, reads

#: The words for the terminals of grammar/reference_kind.lark.
KINDS = {
    "CABLE_REFERENCE": "cable",
    "SECTO_REFERENCE": "secto",
    "TOSEC_REFERENCE": "tosec",
    "AIRGRAM_REFERENCE": "airgram",
    "DATE_TIME_GROUP_REFERENCE": "date-time group",
    "E_MAIL_REFERENCE": "e-mail",
    "TELCON_REFERENCE": "telcon",
    "DOCUMENT_REFERENCE": "document",
}


@reads("reference_kind")
def reference_kind(parts: Parts) -> ReferenceKind:
    """DOE/ROE TELCON."""
    (token,) = (child for child in parts.children if child.type in KINDS)
    return ReferenceKind(kind=KINDS[token.type], words=joined(token))
