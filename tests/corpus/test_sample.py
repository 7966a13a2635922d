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


@needs_corpus
def test_navadmins_are_understood() -> None:
    """Four in five hold nothing that is not understood, and no set of a formatted text is an addressee."""
    parsed = list(map(cg.parse, navadmins().values()))
    assert sum(not cable.unparsed for cable in parsed) >= 0.8 * len(parsed)
    addressees = (address.plad for cable in parsed for address in (*cable.action, *cable.info))
    assert not [plad for plad in addressees if plad.startswith(("MSGID/", "SUBJ/", "REF/", "RMKS/"))]
