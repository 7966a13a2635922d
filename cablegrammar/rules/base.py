"""What a rule is: a function with a code, a name, severities and a docstring in fixed sections."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Literal

import attrs

from cablegrammar.diagnostics import Fix, Label, LazyFix, Stretch
from cablegrammar.rules.context import Context

Severity = Literal["error", "warning", "hint"]

#: For whom a cable is checked: `archive`, historic texts as they are found; `drafting`, texts that one writes; `wire`, what a relay rejects.
PROFILES = ("archive", "drafting", "wire")

#: The families of the rules of this package. A code is the family and three digits; families of others have names of their own.
FAMILIES = {
    "CG": "syntax: what reading a file says",
    "FL": "format lines 1 to 16, each by itself or with its neighbours",
    "XC": "cross-checks: two places that say the same thing differently",
    "CL": "classification and portion markings",
    "EO": "the E.O. line: the order in force, reasons, dates",
    "CAP": "captions",
    "TAG": "TAGS",
    "SUB": "the subject",
    "REF": "references",
    "PAR": "paragraphs",
    "LAY": "layout",
}

#: The sections of a rule's docstring, each a Markdown heading, in this order.
SECTIONS = ("What it does", "Why", "Source", "Example", "Corrected", "Options", "Fix")
_HEADING = "## "


class RuleError(RuntimeError):
    """A rule cannot be used, or failed: a mistake in the rule, or in what brings it. The message names it, and where it comes from."""


@attrs.frozen
class Finding:
    """What a rule has found: where and what; `check` makes a `Diagnostic` of it, with the rule's code, severity and source clause.

    `span`, start and end as offsets in code points; `message`, one sentence in the field's words; `labels`, other places it speaks of;
    `help`, what to do about it; `fix`, or `None`, or a `LazyFix`; `expected`, for what was not understood, what could have stood there;
    `note`, the clause where it is not that of the rule.
    """

    span: Stretch
    message: str
    labels: tuple[Label, ...] = ()
    help: str = ""
    fix: Fix | LazyFix | None = None
    expected: tuple[str, ...] = ()
    note: str = ""


Finder = Callable[[Context], Iterator[Finding]]


def _a_code(rule: Rule, attribute: attrs.Attribute[str], code: str) -> None:
    family = code.rstrip("0123456789")
    if not (code != family and code.isascii() and family.isalpha() and family.isupper()):
        raise ValueError(f"the code {code!r}: expected capitals and then digits, such as ACME001")


@attrs.frozen
class Option:
    """A number that a rule lets its users choose: its `name`, the `default`, what it is `about`, and the `least` that it may be."""

    name: str
    default: int
    about: str
    least: int = 1


@attrs.frozen
class Rule:
    """A rule: `code` (`FL001`), `name` (`routing-precedence`), `severities` by profile, where `None` is off; `find`, the function; `text`, its
    docstring; `options`, the numbers that may be chosen. Called with a `Context` it yields its `Finding`s.
    """

    code: str = attrs.field(validator=_a_code)
    name: str
    severities: tuple[tuple[str, Severity | None], ...]
    find: Finder = attrs.field(repr=False)
    text: str = attrs.field(repr=False)
    options: tuple[Option, ...] = attrs.field(default=(), repr=False)

    def __call__(self, context: Context) -> Iterator[Finding]:
        return self.find(context)

    def option(self, context: Context, name: str) -> int:
        """What the settings that `context` is checked by say of an option of this rule, or its default."""
        default = next(one.default for one in self.options if one.name == name)
        return context.options.get(self.code, {}).get(name, default)

    @property
    def family(self) -> str:
        """The letters of the code."""
        return self.code.rstrip("0123456789")

    @property
    def origin(self) -> str:
        """The module that it is written in."""
        return getattr(self.find, "__module__", "")

    @property
    def summary(self) -> str:
        """The first sentence of the docstring."""
        return self.text.partition("\n")[0]

    @property
    def sections(self) -> dict[str, str]:
        """The sections of the docstring by their headings."""
        found: dict[str, list[str]] = {}
        lines: list[str] = []
        for line in self.text.splitlines():
            if line.startswith(_HEADING):
                lines = found.setdefault(line.removeprefix(_HEADING), [])
            else:
                lines.append(line)
        return {name: "\n".join(lines).strip() for name, lines in found.items()}

    @cached_property
    def source(self) -> str:
        """The clause that asks for it, on one line."""
        return " ".join(self.sections.get("Source", "").split())

    @property
    def fix_grade(self) -> str:
        """The grade of its fixes, `none` where it has none."""
        return self.sections.get("Fix", "").partition(":")[0].strip().rstrip(".").lower() or "none"

    def severity(self, profile: str) -> Severity | None:
        """How severe it is in a profile, `None` where it is off."""
        return dict(self.severities)[profile]

    @property
    def severity_when_selected(self) -> Severity:
        """How severe it is where a profile has it off and somebody selects it: as in the first profile that has it."""
        for _, severity in self.severities:
            if severity is not None:
                return severity
        return "hint"


def rule(
    code: str,
    name: str,
    *,
    archive: Severity | None,
    drafting: Severity | None,
    wire: Severity | None,
    options: tuple[Option, ...] = (),
) -> Callable[[Finder], Rule]:
    """Make a function the rule `code`, with its severity in each profile, `None` for off; its docstring has `SECTIONS`. What `options` the rule
    has, `Rule.option` reads.

    Raises `ValueError` for a code that is not capitals and then digits.
    """

    def make(function: Finder) -> Rule:
        severities = tuple(zip(PROFILES, (archive, drafting, wire), strict=True))
        return Rule(code, name, severities, function, inspect.getdoc(function) or "", options)

    return make
