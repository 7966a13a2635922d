"""Strategy for captions."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.captions import Captions
from cablegrammar.strategies.base import builds, words

NAMES = (
    "SIPDIS",
    "NOFORN",
    "SENSITIVE",
    "NODIS",
    "EXDIS",
    "LIMDIS",
    "STADIS",
    "CONDIS",
    "CHEROKEE",
    "SPECAT",
    "TERREP",
    "AIDAC",
    "CODEL",
    "LOU",
    "VISAS",
    "VIPER",
    "US",
    "BU",
    "AMB",
    "DCM",
    "ONLY",
)
PHRASES = (
    "ROGER CHANNEL",
    "AGREMENT CHANNEL",
    "AGRMENT CHANNEL",
    "DIRGEN CHANNEL",
    "MED CHANNEL",
    "TM CHANNEL",
    "SPECAT EXCLUSIVE",
    "OFFICIAL INFORMAL",
    "EYES ONLY",
    "INFORM CONSULS",
    "INFORM ALL STATE EMPLOYEES",
    "REL NATO/ISAF",
    "REL TO USA",
)


def captions() -> st.SearchStrategy[Captions]:
    """Any captions, SIPDIS most often; now and then a word that is none, which most often is thrown away."""
    name = st.one_of(st.just("SIPDIS"), st.sampled_from(NAMES), st.sampled_from(PHRASES))
    plain = st.lists(name, min_size=1, max_size=6)
    hostile = st.lists(name | words(), min_size=1, max_size=2)
    return builds(Captions, names=st.one_of(plain, plain, hostile).map(tuple))
