"""`cablegrammar rule`: what a rule of check is about."""

from __future__ import annotations

import json
from typing import Any

from cablegrammar.cli import FAILED, FINE
from cablegrammar.cli.terminal import complain, put
from cablegrammar.rules import Rule, RuleError, all_rules, rule_of


def rule(code: str, every: bool, output_format: str) -> int:
    """Explain the rule `code`, or each; returns the exit code."""
    if every == bool(code):
        complain("cablegrammar: name one rule, or say --all")
        return FAILED
    try:
        rules = all_rules() if every else (rule_of(code),)
    except (ValueError, RuleError) as error:
        complain(f"cablegrammar: {error}")
        return FAILED
    if output_format == "json":
        found = [_plain(one) for one in rules]
        put(json.dumps(found if every else found[0], indent=2) + "\n")
    else:
        put("\n\n".join(map(page, rules)) + "\n")
    return FINE


def page(rule: Rule) -> str:
    """The rule as a page of Markdown."""
    severities = ", ".join(f"{profile}: {severity or 'off'}" for profile, severity in rule.severities)
    return f"# {rule.code} {rule.name}\n\nSeverity by profile: {severities}.\n\n{rule.text}"


def _plain(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "summary": rule.summary,
        "severities": dict(rule.severities),
        "fix": rule.fix_grade,
        "options": [{"name": one.name, "default": one.default, "about": one.about} for one in rule.options],
        "sections": rule.sections,
    }
