"""Strategy for the classifying officer and the reasons."""

from __future__ import annotations

from hypothesis import strategies as st

from cablegrammar.model.classified_by import ClassifiedBy, Reason
from cablegrammar.model.ordered import Level
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.strategies.base import builds, phrases

_CLASSIFIERS = (
    "Ambassador Jane Roe",
    "DCM JOHN ROE, JR.",
    "Roe, Consul; acting",
    "Charge d'Affaires J. Roe for E.O. 12958",
)


def classified_by() -> st.SearchStrategy[ClassifiedBy]:
    """Any classifying officer."""
    nothing = st.just("")
    reason = st.builds(Reason, st.sampled_from(["1.4", "1.4", "1.5"]), st.sampled_from("abcdefgh"))
    return builds(
        ClassifiedBy,
        classifier=nothing | st.sampled_from(_CLASSIFIERS) | phrases(1, 12),
        reasons=st.lists(reason, max_size=4).map(tuple),
        addition=nothing | nothing | phrases(1, 4),
        derived_from=nothing | st.just("DSCG 05-1 B, D") | phrases(1, 4),
        declassify_on=nothing | st.just("20180630") | phrases(1, 4),
        marking=st.none() | st.just(PortionMarking(Level.UNCLASSIFIED)),
    )
