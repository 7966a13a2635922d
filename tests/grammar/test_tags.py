"""Twin test of grammar/tags.lark, and the table of titles."""

from __future__ import annotations

from importlib import util
from pathlib import Path

import pytest

from cablegrammar.blocks import read
from cablegrammar.engine import Rejected
from cablegrammar.model import Tag, Tags
from cablegrammar.model.tags import known_tags
from cablegrammar.writer.base import write
from tests.grammar.twin import twin

ROOT = Path(__file__).parent.parent.parent
REFERENCE = ROOT.parent / "shared" / "reference"


def plain(*codes: str) -> Tags:
    """Tags without names."""
    return Tags(tuple(Tag(code) for code in codes))


TestTags = twin(
    "tags",
    {
        # separators
        "TAGS: PGOV PREL XY": plain("PGOV", "PREL", "XY"),
        "TAGS ECON, EINV, XY \n": plain("ECON", "EINV", "XY"),
        "TAGS: PGOV,PREL ,XY\r\n\r\n": plain("PGOV", "PREL", "XY"),
        "TAGS ENRG;EPET; PTER": plain("ENRG", "EPET", "PTER"),
        "TAGS ENRG, EPET, PTER MARR, MASS": plain("ENRG", "EPET", "PTER", "MARR", "MASS"),
        "TAGS: PREL,, XY,\n \n": plain("PREL", "XY"),
        # labels
        "  TAGS: PREL": plain("PREL"),
        "TAGS:PREL": plain("PREL"),
        "TAGS : PREL": plain("PREL"),
        "TAG PREL, XY": plain("PREL", "XY"),
        "TAG:\xa0PTER, XY": plain("PTER", "XY"),
        "Tags: knnp, dprk": plain("knnp", "dprk"),
        "TAGS:": plain(),
        "TAGS: \r\n \r\n": plain(),
        # codes
        "TAGS: PREL G-8 UNGA/C-1 AT&T BA'ATH": plain("PREL", "G-8", "UNGA/C-1", "AT&T", "BA'ATH"),
        "TAGS: ETRDEINVECINPGOVXY": plain("ETRDEINVECINPGOVXY"),
        "TAGS: PREL PREL": plain("PREL", "PREL"),
        "TAGS PREL, PGOV, USEU  BRUSSELS": plain("PREL", "PGOV", "USEU BRUSSELS"),
        "TAGS COUNTER TERRORISM, PREL": plain("COUNTER TERRORISM", "PREL"),
        "TAGS PREL, IRAQI FREEDOM, XY": plain("PREL", "IRAQI FREEDOM", "XY"),
        "TAGS: IRAQI FREEDOM,": plain("IRAQI FREEDOM"),
        "TAGS: PREL USEU BRUSSELS": plain("PREL", "USEU", "BRUSSELS"),
        "TAGS: PREL, OVIP GREENLEAF JANE": plain("PREL", "OVIP", "GREENLEAF", "JANE"),
        # several lines
        "TAGS: PGOV PREL\nXY, XZ": plain("PGOV", "PREL", "XY", "XZ"),
        "TAGS: PREL IRAQI FREEDOM\nXY, XZ": plain("PREL", "IRAQI", "FREEDOM", "XY", "XZ"),
        "TAGS: PGOV,\r\nPREL,\r\n\r\nXY": plain("PGOV", "PREL", "XY"),
        "TAGS: \nPGOV, PREL \\\nXY \\\n \\\n": plain("PGOV", "PREL", "XY"),
        # names
        "TAGS: OVIP (ROE, JANE B.), PREL, XY": Tags((Tag("OVIP", "ROE, JANE B."), Tag("PREL"), Tag("XY"))),
        "TAGS: PREL OVIP(ROE,  JANE ) XY": Tags((Tag("PREL"), Tag("OVIP", "ROE, JANE"), Tag("XY"))),
        "TAGS: PREL,\nOREP (ROE,\nJANE),\nOTRA ( DOE )": Tags(
            (Tag("PREL"), Tag("OREP", "ROE, JANE"), Tag("OTRA", "DOE"))
        ),
    },
    [
        "TAGS: PREL (ROE",
        "TAGS: PREL ROE)",
        "TAGS: (ROE, JANE)",
        "TAGS: PREL ()",
        "TAGS: PREL ((ROE))",
        "TAGS: PREL. PGOV",
        "TAGS: ,PREL",
        "TAGS: PREL: PGOV",
        "TAGSPREL",
        "TAGS: PREL\n1. (U) The",
        "PREL, PGOV",
        "",
    ],
)

TestTag = twin(
    "tag",
    {
        "PREL": Tag("PREL"),
        "prel": Tag("prel"),
        "OVIP (ROE, JANE B.)": Tag("OVIP", "ROE, JANE B."),
        "OVIP(ROE)": Tag("OVIP", "ROE"),
        "AEROLINEAS ARGENTINAS": Tag("AEROLINEAS ARGENTINAS"),
    },
    ["", "(ROE)", "PREL ()", "PREL (ROE", "PREL.", "-"],
)


@pytest.mark.parametrize("text", ["PREL,", "PREL PGOV", "EL AL"])
def test_a_tag_is_one_tag(text: str) -> None:
    with pytest.raises(Rejected):
        read(text, "tag")


def test_a_full_line_ends_in_a_comma() -> None:
    text = write(plain(*(f"K{number:03}" for number in range(30))))
    lines = text.splitlines()
    assert len(lines) == 3
    assert all(len(line) <= 69 for line in lines)
    assert all(line.endswith(",") for line in lines[:-1])


def test_kind_and_title_do_not_look_at_the_case() -> None:
    assert Tag("kpko").kind == "program"
    assert Tag("bp").title == "Solomon Islands"


def test_an_unknown_tag_survives() -> None:
    assert (Tag("QQQQ").kind, Tag("QQQQ").title) == ("", "")


def test_the_table_is_current() -> None:
    if not REFERENCE.is_dir():
        pytest.skip(f"no reference tables at {REFERENCE}")
    spec = util.spec_from_file_location("make_data", ROOT / "scripts" / "make_data.py")
    assert spec is not None
    assert spec.loader is not None
    make_data = util.module_from_spec(spec)
    spec.loader.exec_module(make_data)
    for name in make_data.TABLES:
        held = (ROOT / "cablegrammar" / "data" / name).read_text(encoding="utf-8")
        assert held == make_data.table(name, REFERENCE), f"run scripts/make_data.py: {name} is out of date"
    assert len(known_tags()) > 1000
