"""Strategy for the validation line."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.validation import Validation
from cablegrammar.strategies.base import builds, digits


def validation() -> st.SearchStrategy[Validation]:
    """Any validation line."""
    return builds(Validation, serial=digits(4) | digits(3))
