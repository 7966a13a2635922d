"""What is checked, and how severely."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

import attrs

from cablegrammar.rules.base import PROFILES, Rule
from cablegrammar.rules.registry import all_rules, best_match, rule_of, verify_selector


def _selectors(given: str | Iterable[str]) -> tuple[str, ...]:
    """Selectors from a list of them, or from a text with commas."""
    words = given.split(",") if isinstance(given, str) else given
    return tuple(word.strip() for word in words if word.strip())


def _known(settings: Settings, attribute: attrs.Attribute[tuple[str, ...]], selectors: tuple[str, ...]) -> None:
    for selector in selectors:
        try:
            verify_selector(selector)
        except ValueError as error:
            raise ValueError(f"{attribute.name}: {error}") from None


def _a_profile(settings: Settings, attribute: attrs.Attribute[str], profile: str) -> None:
    if profile not in PROFILES:
        raise ValueError(f"profile: there is no profile {profile!r}; there are {', '.join(PROFILES)}")


#: Options of rules: the code, and pairs of name and number.
RuleOptions = tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


def _pairs(given: Mapping[str, Mapping[str, int]] | RuleOptions) -> RuleOptions:
    """Options as they can be compared and remembered."""
    if isinstance(given, tuple):
        return given
    return tuple(sorted((code, tuple(sorted(options.items()))) for code, options in given.items()))


def _options(settings: Settings, attribute: attrs.Attribute[RuleOptions], rules: RuleOptions) -> None:
    for code, options in rules:
        try:
            rule = rule_of(code)
        except ValueError as error:
            raise ValueError(f"{attribute.name}: {error}") from None
        if code != rule.code:
            raise ValueError(f"{attribute.name}: expected the code {rule.code}, not the name {code!r}")
        known = {one.name: one for one in rule.options}
        for name, value in options:
            option = known.get(name)
            if option is None:
                has = f"has no option {name!r}; it has {', '.join(known)}" if known else "has no options"
                raise ValueError(f"{attribute.name}: {code} {has}")
            if type(value) is not int or value < option.least:
                raise ValueError(
                    f"{attribute.name}: {code}.{name}: expected a whole number from {option.least} on, not {value!r}"
                )


@attrs.frozen(kw_only=True)
class Settings:
    """What `check` checks: the `profile`, and which rules of it.

    `profile` is `archive`, for historic texts as they are found, `drafting`, for texts that one writes, or `wire`, for what a relay would
    reject; it says which rules are on, and how severe each is. `select` names all that is to be checked instead, `extend_select` what more,
    `ignore` what not: rules, families, beginnings of codes or `ALL`, as a tuple or a text with commas. Where a rule is both selected and
    ignored, the longer name decides: `select="FL", ignore="FL001"`. `rules` are options of rules by code, given as a mapping and kept as
    pairs. Raises `ValueError` for what does not exist.

    >>> Settings(select="FL,TAG001").select
    ('FL', 'TAG001')
    >>> Settings(ignore=["TAGS"])
    Traceback (most recent call last):
    ...
    ValueError: ignore: there is no rule or family 'TAGS'; did you mean TAG?
    >>> Settings(rules={"SUB002": {"max": 195}}).options["SUB002"]["max"]
    195
    >>> Settings(rules={"SUB002": {"most": 195}})
    Traceback (most recent call last):
    ...
    ValueError: rules: SUB002 has no option 'most'; it has max
    """

    profile: str = attrs.field(default="archive", validator=_a_profile)
    select: tuple[str, ...] = attrs.field(default=(), converter=_selectors, validator=_known)
    ignore: tuple[str, ...] = attrs.field(default=(), converter=_selectors, validator=_known)
    extend_select: tuple[str, ...] = attrs.field(default=(), converter=_selectors, validator=_known)
    rules: RuleOptions = attrs.field(default=(), converter=_pairs, validator=_options)

    @property
    def options(self) -> dict[str, dict[str, int]]:
        """The options of rules by code and name, those that are not the default."""
        return {code: dict(options) for code, options in self.rules}


@lru_cache(maxsize=64)
def chosen(settings: Settings) -> tuple[tuple[Rule, str], ...]:
    """The rules that are on, each with its severity.

    >>> [(rule.code, severity) for rule, severity in chosen(Settings(select=("FL001",)))]
    [('FL001', 'warning')]
    """
    named = (*settings.select, *settings.extend_select)
    rules = []
    for rule in all_rules():
        severity = rule.severity(settings.profile)
        selected = best_match(named, rule)
        if selected < 0 and (settings.select or severity is None):
            continue
        # what the profile has on is as if selected by ALL, of length 0
        if best_match(settings.ignore, rule) < max(selected, 0):
            rules.append((rule, severity or rule.severity_when_selected))
    return tuple(rules)
