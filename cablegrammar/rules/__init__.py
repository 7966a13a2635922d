"""Rules: what a cable should be like, clause by clause. A module of this package holds the rules of a family or two.

A rule is a function that is given a `Context` and yields what it finds; `@rule` gives it code, name and severities:

>>> import cablegrammar as cg
>>> from collections.abc import Iterator
>>> from cablegrammar.rules import Context, Finding, rule
>>> @rule("ACME001", "shouting", archive=None, drafting="hint", wire=None)
... def shouting(context: Context) -> Iterator[Finding]:
...     '''The subject ends in an exclamation mark.'''
...     for field in context.all(cg.Subject):
...         if field.value.text.endswith("!"):
...             yield Finding(field.span, "the subject shouts")
>>> [finding.message for finding in shouting(Context(cg.parse("SUBJECT: RICE!")))]
['the subject shouts']

`check` runs those of this package, and those that a distribution names as entry points of the group `cablegrammar.rules`.
"""

from cablegrammar.rules.base import FAMILIES, PROFILES, SECTIONS, Finding, Rule, rule
from cablegrammar.rules.context import Context, Placed
from cablegrammar.rules.registry import all_rules, rule_of

__all__ = [
    "FAMILIES",
    "PROFILES",
    "SECTIONS",
    "Context",
    "Finding",
    "Placed",
    "Rule",
    "all_rules",
    "rule",
    "rule_of",
]
