"""Checking: what reading said, and what the rules find."""

from __future__ import annotations

from cablegrammar.cable import Cable
from cablegrammar.diagnostics import Diagnostic, Fix, LazyFix
from cablegrammar.document import Document
from cablegrammar.rules.base import Finding, Rule, RuleError
from cablegrammar.rules.context import Context
from cablegrammar.settings import Settings, chosen


def check(cable: Cable | Document, settings: Settings | None = None) -> tuple[Diagnostic, ...]:
    r"""What there is to say about `cable`, by position: what was not understood, and what the rules find.

    `settings` says which rules, by default those of the profile `archive`. Of a `Document` its encoding is checked too. Raises `RuleError`
    where a rule fails. A fix is made up when its diagnostic is asked for it, so that checking alone does not pay for it.

    >>> import cablegrammar as cg
    >>> cable = cg.parse("UNCLAS LIMA 000017\n\nTAGS: PREL, PGVO\nSUBJECT: RICE\n\n1. (C) Poor.\n\n2. (U) Rich.\n")
    >>> for diagnostic in check(cable):
    ...     print(diagnostic.code, diagnostic.span, diagnostic.message)
    TAG001 (32, 36) PGVO is no known tag; did you mean PGOV?
    CL001 (55, 58) CONFIDENTIAL paragraph in an UNCLASSIFIED telegram
    """
    settings = settings or Settings()
    document = cable if isinstance(cable, Document) else None
    context = Context(cable.cable if isinstance(cable, Document) else cable, document, settings.options)
    found: list[Diagnostic] = []
    for rule, severity in chosen(settings):
        try:
            findings = list(rule(context))
            for finding in findings:
                _verify(finding, context)
        except Exception as error:
            raise _failed(rule, error) from error
        found += [
            Diagnostic(
                rule.code,
                severity,
                finding.span,
                finding.message,
                finding.expected,
                name=rule.name,
                labels=finding.labels,
                note=finding.note or rule.source,
                help=finding.help,
                fix=_fix(rule, finding),
            )
            for finding in findings
        ]
    return tuple(sorted(found, key=lambda diagnostic: (diagnostic.span, diagnostic.code)))


def _verify(finding: Finding, context: Context) -> None:
    """Raise where a rule of others gives what cannot be shown."""
    if not isinstance(finding, Finding):
        raise TypeError(f"expected it to yield a Finding, not a {type(finding).__name__}")
    end = len(context.text)
    # edits are looked at when they are made
    for span in (finding.span, *(label.span for label in finding.labels)):
        if not 0 <= span[0] <= span[1] <= end:
            raise ValueError(f"{span} is no stretch of a text of {end} characters")


def _failed(rule: Rule, error: Exception) -> RuleError:
    origin = f", in {rule.origin}" if rule.origin else ""
    return RuleError(f"rule {rule.code} ({rule.name}{origin}) failed: {type(error).__name__}: {error}")


def _fix(rule: Rule, finding: Finding) -> Fix | LazyFix | None:
    """The fix of a finding; one that is made up later names the rule too where it fails."""
    lazy = finding.fix
    if not isinstance(lazy, LazyFix):
        return lazy

    def make() -> Fix | None:
        try:
            return lazy()
        except Exception as error:
            raise _failed(rule, error) from error

    return LazyFix(make)
