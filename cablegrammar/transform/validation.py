"""Reader of the validation line."""

from __future__ import annotations

from cablegrammar.model.validation import Validation
from cablegrammar.transform.base import Parts, reads


@reads("validation")
def validation(parts: Parts) -> Validation:
    """#2184."""
    return Validation(parts.text("VALIDATED_SERIAL"))
