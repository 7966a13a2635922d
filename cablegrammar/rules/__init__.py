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

A rule reads values and never the cable's text; `Placed.part` says where a part of a field stands, and `Context.rewrite`, `replace` and
`remove` make fixes, which are made up when somebody asks a diagnostic for its fix. `Context.mentions`, `kind` and `block_marks` say what the
words of a field say. A rule costs next to nothing where it finds nothing: it asks for places only then.

A number that users may choose is an `Option` of the rule: `@rule(..., options=(Option("max", 130, "..."),))`, read by `Rule.option`.

A rule of this package also has a docstring with all `SECTIONS` and a file `tests/rules/CODE.md`; the coverage test says what is missing.
`python -m tests.corpus.findings` says how many real cables it fires on, which its severities follow: in the profile `archive` at most 20 %
of the sound ones, and what half of all cables do is a hint.

`check` runs those of this package, and those that a distribution names as entry points of the group `cablegrammar.rules`.
"""

from cablegrammar.rules.base import FAMILIES, PROFILES, SECTIONS, Finding, Option, Rule, RuleError, rule
from cablegrammar.rules.context import Context, Placed
from cablegrammar.rules.registry import all_rules, rule_of

__all__ = [
    "FAMILIES",
    "PROFILES",
    "SECTIONS",
    "Context",
    "Finding",
    "Option",
    "Placed",
    "Rule",
    "RuleError",
    "all_rules",
    "rule",
    "rule_of",
]
