"""For tests of programs that write cables: `assert_conforms`."""

from __future__ import annotations

from collections.abc import Iterable

from cablegrammar.cable import Cable
from cablegrammar.checking import check
from cablegrammar.document import Document
from cablegrammar.parsing import parse, unparse
from cablegrammar.reporting import RENDERERS, Report
from cablegrammar.settings import Settings


def assert_conforms(
    cable_or_text: Cable | Document | str,
    *,
    profile: str = "drafting",
    select: str | Iterable[str] = (),
    ignore: str | Iterable[str] = (),
    extend_select: str | Iterable[str] = (),
    concise: bool = False,
    name: str = "cable",
) -> None:
    r"""Check a cable, or its text, and raise `AssertionError` if there is anything to say about it; the message is the report.

    `profile`, `select`, `ignore` and `extend_select` are those of `Settings`, but for the profile: who generates messages is held to
    `drafting`. With `concise` the report has a line a finding; `name` is what it calls the cable. Raises `ValueError` for rules and profiles
    that there are not, and `RuleError` where a rule fails.

    In a test file of pytest:

    ```python
    import pytest
    from cablegrammar.testing import assert_conforms

    def telegram(tags):
        return f"UNCLAS LIMA 000017\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: {tags}\nSUBJECT: RICE\n\nPost agrees.\nROE\n"

    @pytest.mark.parametrize("tags", ["PREL, PE", "PREL, PGVO"])
    def test_telegram(tags):
        assert_conforms(telegram(tags))
    ```

    The second of its cases fails with a report of TAG001.

    >>> assert_conforms("TAGS: PREL, PE\n", select="TAG")
    >>> assert_conforms("TAGS: PREL, PGVO\n", select="TAG", concise=True)
    Traceback (most recent call last):
    ...
    AssertionError: 1 finding by the profile drafting
    cable:1:13: TAG001 PGVO is no known tag; did you mean PGOV?
    """
    # pytest then shows the line of the test
    __tracebackhide__ = True
    settings = Settings(profile=profile, select=select, ignore=ignore, extend_select=extend_select)
    cable = parse(cable_or_text) if isinstance(cable_or_text, str) else cable_or_text
    found = check(cable, settings)
    if not found:
        return
    text = unparse(cable.cable if isinstance(cable, Document) else cable)
    report = "".join(RENDERERS["concise" if concise else "full"]([Report(name, text, found)], False))
    raise AssertionError(f"{len(found)} finding{'s' * (len(found) > 1)} by the profile {profile}\n{report.rstrip()}")
