"""Every disagreement between reading and what is known is mended or judged, and the targets are met."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from tests.accuracy.facts import MEASURES, TARGETS
from tests.accuracy.finding import judged
from tests.accuracy.report import measured
from tests.shared import needs_corpus

RECORD = {
    "id": "09LIMA17",
    "created": "2009-02-11 15:03",
    "classification": "CONFIDENTIAL",
    "partial": False,
    "tags": ["EAGR"],
}

#: A cable in which each measure must find something: the record says other things, and the cable contradicts itself.
WRONG = """09LIMA18
WHEAT
Wed Feb 11 00:00:00 +0100 2009
CONFIDENTIAL
Embassy Lima
VZCZCXYZ0012
PP RUEHC
DE RUEHPE #0019/01 0402330
ZNR UUUUU ZZH
R 101630Z FEB 09
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC PRIORITY 4797
INFO (nobody)

UNCLAS SECTION 01 OF 02 LIMA 000018

E.O. 12958: (##)
TAGS: EAGR, PE
SUBJECT: RICE
REF: A. LIMA 1 C. NOWHERE 3

Classified By: (nobody)

1. (S) Poor.

LIMA 00000018  002 OF 003

3. Fair.
"""


@needs_corpus
def test_nothing_is_left() -> None:
    left = [f"{one.field}: {finding}" for one in measured() for finding in one.left]
    assert not left


@needs_corpus
def test_targets() -> None:
    for one in measured():
        if one.target is not None:
            assert 1 - len(one.left) / len(one.findings) >= one.target, one.field
    assert set(TARGETS) <= {one.field for one in measured()}


@needs_corpus
def test_no_judgement_is_stale() -> None:
    """Take the line out when reading agrees."""
    wrong = {(finding.id, one.field) for one in measured() for finding in one.wrong}
    assert set(judged()) <= wrong


@pytest.mark.parametrize(
    "field", sorted(set(MEASURES) - {"classifier name", "classifier title", "reasons", "address lines"})
)
def test_a_measure_can_fail(field: str) -> None:
    assert any(not finding.agrees for finding in MEASURES[field](cg.parse(WRONG), RECORD)), field


@pytest.mark.parametrize("field", ["classifier title", "reasons"])
def test_a_measure_of_the_classifier_can_fail(field: str) -> None:
    cable = cg.parse("SUBJECT: RICE\n\nClassified By: Jane Roe\n")
    assert any(not finding.agrees for finding in MEASURES[field](cable, RECORD))


def test_address_lines_can_fail() -> None:
    cable = cg.parse("FM AMEMBASSY LIMA\nTO RUEHC/\n")
    assert any(not finding.agrees for finding in MEASURES["address lines"](cable, RECORD))


def test_classifier_name_can_fail() -> None:
    cable = cg.parse("SUBJECT: RICE\n\nClassified By: Ambassador\n")
    assert any(not finding.agrees for finding in MEASURES["classifier name"](cable, RECORD))
