from __future__ import annotations
import attrs
from cablegrammar.model.base import Value
@attrs.frozen
class ClassifiedBy(Value):
    text: str = ""
