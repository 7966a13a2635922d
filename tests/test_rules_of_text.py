"""The rules of the telegram text together: those that read prose on real prose, all of them on a telegram as it should be."""

from __future__ import annotations

import datetime as dt
import json

import pytest

import cablegrammar as cg
from cablegrammar.rules import PROFILES, Context, rule_of
from tests.shared import CORPUS, cables, needs_corpus

#: Rules that read prose: in a masked cable they see letters x.
OF_PROSE = ("REF005", "REF006", "REF007", "REF008", "PAR006", "PAR007")


def unmasked() -> list[cg.Cable]:
    """The sound cables of the sample whose prose is as it was published."""
    with (CORPUS / "cables" / "cables.jsonl").open(encoding="utf-8") as file:
        masked = {row["id"] for row in map(json.loads, file) if row["masked"]}
    parsed = [cg.parse(text) for name, text in cables().items() if name not in masked]
    return [cable for cable in parsed if not cable.unparsed]


@needs_corpus
def test_layout_is_that_of_format() -> None:
    """Where the rule of layout finds nothing, formatting changes nothing; its fixes make what formatting makes, and what it says is gone."""
    settings = cg.Settings(select="LAY")
    for text in list(cables().values())[::20]:
        cable = cg.parse(text)
        tidy = cg.format(text)
        assert bool(cg.check(cable, settings)) == (tidy != text)
        fixed = cg.fix(cable, settings).cable
        assert cg.unparse(fixed) == tidy
        assert not cg.check(fixed, settings)


@needs_corpus
def test_rules_of_prose_fire_seldom() -> None:
    sample = [Context(cable) for cable in unmasked()]
    assert len(sample) > 100
    for code in OF_PROSE:
        assert sum(1 for context in sample if any(rule_of(code)(context))) <= 0.2 * len(sample), code


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_said_of_a_telegram_as_it_should_be(profile: str) -> None:
    classified = cg.Cable.compose(
        message_number="LIMA 17",
        classification="CONFIDENTIAL",
        captions="NOFORN SIPDIS",
        declassify="09/10/2019",
        tags="EAGR, OVIP (ROE, JANE), PE",
        subject="(U) RICE HARVEST",
        references=["STATE 9008", "06 BOGOTA 5395"],
        classified_by="Ambassador Jane Roe, Reasons 1.4 (b) and (d)",
        paragraphs=["(C) Summary: Poor, see refs A and B.", "(C/NF) Post will report."],
        signature="ROE",
        date_time_group=dt.datetime(2009, 9, 10, 12, 15, tzinfo=dt.UTC),
        precedence="ROUTINE",
        originator="AMEMBASSY LIMA",
        routing_indicator="RUEHPE",
        action="RUEHC/SECSTATE WASHDC",
        container="message",
    )
    short = cg.Cable.compose(
        message_number="LIMA 18", tags="EAGR, PE", subject="RICE", paragraphs="Poor.", signature="ROE"
    )
    for cable in (classified, short):
        # small letters are wrong for the oldest circuits only
        assert not cg.check(cable, cg.Settings(profile=profile, ignore="FL011"))
