"""`cablegrammar.testing`: a cable with findings fails a test, and the report says why."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

import cablegrammar as cg
from cablegrammar.testing import assert_conforms
from tests.shared import ROOT

UNTIDY = "PP RUEHPE\nO R 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO AMEMBASSY QUITO\nUNCLAS LIMA 000017\n\nSIPDIS\nSIPDIS\n\nTAGS: PREL\n"


def message(cable: cg.Cable | cg.Document | str, **options: Any) -> str:
    """What the assertion says."""
    with pytest.raises(AssertionError) as caught:
        assert_conforms(cable, **options)
    return str(caught.value)


def test_full_report() -> None:
    said = message(UNTIDY, select="CAP001", name="draft.txt")
    assert said.startswith(
        "1 finding by the profile drafting\nCAP001 warning: SIPDIS stands here again\n --> draft.txt:8:1\n"
    )
    assert "8 | SIPDIS\n  | ^^^^^^" in said


def test_concise_report() -> None:
    assert message(UNTIDY, concise=True).splitlines() == [
        "2 findings by the profile drafting",
        "cable:1:1: FL001 FL2 says PRIORITY, but the highest precedence of FL5 is IMMEDIATE",
        "cable:8:1: CAP001 SIPDIS stands here again",
    ]


def test_what_is_checked() -> None:
    assert message(cg.parse(UNTIDY)) == message(UNTIDY) == message(cg.Document(cg.parse(UNTIDY)))
    assert "CG004" in message(cg.Document(cg.parse("SUBJECT: CAF\u00c9\n"), "cp1252"))
    assert_conforms(UNTIDY, ignore="FL,CAP")
    assert_conforms(UNTIDY, profile="archive", ignore=["FL001"])
    assert "CAP001" in message(UNTIDY, profile="archive", ignore=["FL001"], extend_select="CAP001")
    with pytest.raises(ValueError, match="did you mean FL"):
        assert_conforms(UNTIDY, select="FLX")


DOCUMENTS = {
    "docstring": inspect.getdoc(assert_conforms) or "",
    "page": (ROOT / "docs" / "checking.md").read_text(encoding="utf-8").partition("### In tests")[2],
}


@pytest.mark.parametrize("document", DOCUMENTS)
def test_the_example_of_pytest(tmp_path: Path, document: str) -> None:
    """As the documentation says: one case fails, with a report at the line of the test."""
    example, *report = [one for one in MarkdownIt().parse(DOCUMENTS[document]) if one.type == "fence"]
    (tmp_path / "test_telegram.py").write_text(example.content)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path), str(tmp_path)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "AssertionError: 1 finding by the profile drafting" in done.stdout
    assert "TAGS: PREL, PGVO" in done.stdout
    assert "testing.py" not in done.stdout
    for one in report:
        assert [line.rstrip() for line in one.content.splitlines()] == [
            line.rstrip() for line in done.stdout[done.stdout.index("E  ") :].splitlines()[: one.content.count("\n")]
        ]
