r"""Diagnostics for people and programs: one model, many forms.

A renderer is given the reports of all files, one by one, and yields pieces of its output, so that the first file is shown before the last
is read. `RENDERERS` has them by the names that `cablegrammar check --output-format` takes.

>>> import cablegrammar as cg
>>> cable = cg.parse("PP RUEHPE\nO R 101215Z SEP 09\n")
>>> print("".join(RENDERERS["concise"]([Report("a.txt", cg.unparse(cable), cg.check(cable))], False)), end="")
a.txt:1:1: FL001 FL2 says PRIORITY, but the highest precedence of FL5 is IMMEDIATE
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from cablegrammar.reporting.ci import github, gitlab
from cablegrammar.reporting.data import as_json, as_jsonl
from cablegrammar.reporting.junit import junit
from cablegrammar.reporting.report import Report
from cablegrammar.reporting.sarif import sarif
from cablegrammar.reporting.text import concise, full

Renderer = Callable[[Iterable[Report], bool], Iterator[str]]

#: By name; the second argument is whether the output is for a terminal with colours.
RENDERERS: dict[str, Renderer] = {
    "full": full,
    "concise": concise,
    "json": as_json,
    "jsonl": as_jsonl,
    "github": github,
    "sarif": sarif,
    "junit": junit,
    "gitlab": gitlab,
}

__all__ = ["RENDERERS", "Renderer", "Report"]
