"""Twin test of grammar/cable_id.lark, and the ids of public collections."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from cablegrammar.model import CableId
from tests.accuracy.facts import records
from tests.grammar.twin import twin
from tests.shared import needs_corpus

TestCableId = twin(
    "cable_id",
    {
        "09ISLAMABAD2184": CableId(2009, "ISLAMABAD", 2184),
        "1978STATE296107": CableId(1978, "STATE", 296107),
        "66SAIGON012": CableId(1966, "SAIGON", 12),
        "09EFTOLONDON2239": CableId(2009, "LONDON", 2239),
        "08SECTION01OF02SANJOSE525": CableId(2008, "SANJOSE", 525),
        "09ECTION01OF02MANAMA525": CableId(2009, "MANAMA", 525),
        "07SECTION01GF03LIMA12": CableId(2007, "LIMA", 12),
        "1977STATE017976_c": CableId(1977, "STATE", 17976),
        " 05PORT-AU-PRINCE1609\n": CableId(2005, "PORT-AU-PRINCE", 1609),
    },
    ["", "ISLAMABAD2184", "09ISLAMABAD", "09 ISLAMABAD 2184", "09islamabad2184", "2184", "009LIMA17", "09LIMA17B"],
)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("09ISLAMABAD2184", "09ISLAMABAD2184"),
        ("1977STATE017976", "77STATE17976"),
        ("2009SECSTATE094757", "09STATE94757"),
        ("09EFTOLONDON2239", "09LONDON2239"),
        ("05PORT-AU-PRINCE1609", "05PORTAUPRINCE1609"),
        ("08SECTION02OF03QRIPOLI477", "08TRIPOLI477"),
        ("07SECTION01GF02BISHIEK1036", "07BISHKEK1036"),
    ],
)
def test_canonical_id(written: str, canonical: str) -> None:
    assert cg.canonical_id(written) == canonical


def test_what_is_no_id() -> None:
    with pytest.raises(ValueError, match="'LIMA 17' is no cable id: expected a blank or cable id year at 0"):
        cg.canonical_id("LIMA 17")


@needs_corpus
def test_each_id_of_the_sample_is_its_own_but_for_the_damaged() -> None:
    assert {one for one in records() if cg.canonical_id(one) != one} == {"09EFTOLONDON2239", "09EFTOLONDON2618"}
