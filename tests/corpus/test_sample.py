"""Every guarantee on every text of the sample."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from tests.properties.checks import canonical, honest, lossless
from tests.shared import cables, navadmins, needs_corpus


@needs_corpus
@pytest.mark.parametrize("name", sorted(cables()))
def test_cable(name: str) -> None:
    """Lossless, honest, canonical."""
    cable = lossless(cables()[name])
    honest(cable)
    canonical(cable)


@needs_corpus
@pytest.mark.parametrize("name", sorted(navadmins()))
def test_navadmin(name: str) -> None:
    """Lossless and honest; format keeps what is no State telegram."""
    text = navadmins()[name]
    cable = lossless(text)
    honest(cable)
    assert cg.format(text) == text
