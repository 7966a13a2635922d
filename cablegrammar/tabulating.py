"""Parse tables from the grammar, by Lark: the only module that knows it."""

from __future__ import annotations

import pickle
import re
from array import array
from ast import literal_eval
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial, reduce
from importlib import import_module
from io import BytesIO
from itertools import chain, combinations
from pathlib import Path
from typing import Any

from lark import Lark, Token
from lark.lexer import PatternStr, TerminalDef

from cablegrammar import tables
from cablegrammar.engine import END, grammar_text


def lark_of(grammar: str, starts: Sequence[str], **options: Any) -> Lark:
    """Lark's own parser of `grammar`, with the options that the tables are built with."""
    return Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        start=list(starts),
        maybe_placeholders=False,
        strict=False,
        **options,
    )


def tabulated(grammar: str, starts: Sequence[str]) -> tables.Tables:
    """The tables of `grammar` for `starts`; raises `ValueError` for what they cannot say."""
    lark = lark_of(grammar, starts)
    file = BytesIO()
    lark.save(file)
    saved = pickle.loads(file.getvalue())
    memo = saved["memo"]
    table = saved["data"]["parser"]["parser"]
    _refuse_recursion(memo[rule["@"]] for rule in saved["data"]["rules"])
    names = table["tokens"]

    rules: dict[int, int] = {}
    reductions: list[tables.Reduction] = []

    def reduction(reference: int) -> int:
        if reference not in rules:
            rules[reference] = len(reductions)
            reductions.append(_reduction(memo[reference]))
        return rules[reference]

    terminals = {terminal.name: terminal for terminal in _in_order(lark.terminals)}
    expressions: dict[tuple[str, ...], int] = {}
    states: list[tables.State] = []
    numbers = {state: number for number, state in enumerate(sorted(table["states"]))}
    kept = [True] * len(numbers)
    for state in numbers:
        actions: dict[str, int] = {}
        gotos: dict[str, int] = {}
        for index, (kind, target) in table["states"][state].items():
            name = names[index]
            if kind == 1:
                actions[name] = ~reduction(target["@"])
            elif name in terminals:
                actions[name] = numbers[target]
                kept[numbers[target]] = name[0] != "_"
            else:
                gotos[name] = numbers[target]
        lexed = tuple(name for name in terminals if name in actions)
        states.append((expressions.setdefault(lexed, len(expressions)), actions, gotos))
    rows = [_expression([terminals[name] for name in lexed]) for lexed in expressions]
    reached = {start: _reached(states, numbers[first]) for start, first in table["start_states"].items()}
    rare = _rare(lark, starts)
    carriage_return = 1 << len(rare) - 1 if rare and rare[-1][0] is _without_cr else 0
    lighter = _lighten(rows, [without for without, _ in rare], carriage_return)
    return {
        "carriage_return": carriage_return,
        "expressions": rows,
        "flat": {
            start for start in reached if _is_flat(start, (states[number] for number in reached[start]), reductions)
        },
        "heeded": {
            start: reduce(int.__or__, (bits for number in found for bits in lighter.get(states[number][0], ())), 0)
            for start, found in reached.items()
        },
        "kept": kept,
        "lighter": lighter,
        "narrow": carriage_return << 1,
        "needs": [(1 << bit, strings) for bit, (_, strings) in enumerate(rare)],
        "origin": tables.origin_of(grammar, starts),
        "reductions": reductions,
        "starts": {
            start: (numbers[first], numbers[table["end_states"][start]])
            for start, first in table["start_states"].items()
        },
        "states": states,
    }


def write_tables(starts: Sequence[str], folder: Path) -> None:
    """Build the tables for `starts` and write them to a file in `folder`, for the wheel."""
    tables.keep(tabulated(grammar_text(), starts), folder)


def _in_order(terminals: Iterable[TerminalDef]) -> list[TerminalDef]:
    """In the order in which Lark tries terminals: by priority, by the longest that they can match, by length, by name."""
    return sorted(
        terminals,
        key=lambda terminal: (
            -terminal.priority,
            -terminal.pattern.max_width,
            -len(terminal.pattern.value),
            terminal.name,
        ),
    )


def _reduction(rule: Any) -> tables.Reduction:
    options = rule["options"] or {}
    if options.get("keep_all_tokens") or options.get("expand1"):
        raise ValueError(f"rule {rule['origin']['name']}: the tables know neither ! nor ? before a rule")
    if any(
        symbol["__type__"] == "Terminal" and symbol["filter_out"] != (symbol["name"][0] == "_")
        for symbol in rule["expansion"]
    ):
        raise ValueError(f"rule {rule['origin']['name']}: every terminal needs a name")
    name = rule["origin"]["name"]
    return name, "" if name[0] == "_" else rule["alias"] or name, len(rule["expansion"])


def _refuse_recursion(rules: Iterable[Any]) -> None:
    """Raises `ValueError` if a rule recurs but at its left: then the stack of the parser grows with the text."""
    # to the rules in a rule's expansion, and whether anything stands before them there
    within: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for rule in rules:
        for index, symbol in enumerate(rule["expansion"]):
            if symbol["__type__"] == "NonTerminal":
                within[rule["origin"]["name"]].add((symbol["name"], index > 0))
    for name in list(within):
        seen: set[tuple[str, bool]] = set()
        left = list(within[name])
        while left:
            found = left.pop()
            if found not in seen:
                seen.add(found)
                left += [(inner, found[1] or behind) for inner, behind in within.get(found[0], ())]
        if (name, True) in seen:
            raise ValueError(f"rule {name}: it recurs, and not at its left, so texts could be of any depth")


def _reached(states: Sequence[tables.State], first: int) -> set[int]:
    """The states that a reading which begins in `first` can come to."""
    reached: set[int] = set()
    left = {first}
    while left:
        number = left.pop()
        reached.add(number)
        _, actions, gotos = states[number]
        left |= {following for following in (*actions.values(), *gotos.values()) if following >= 0} - reached
    return reached


def _is_flat(start: str, states: Iterable[tables.State], reductions: Sequence[tables.Reduction]) -> bool:
    """Whether no rule but `start` has a value, and that only at the end of the text."""
    for _, actions, _ in states:
        for name, action in actions.items():
            if action < 0:
                _, reader, _ = reductions[~action]
                if reader and (reader != start or name != END):
                    return False
    return True


def _lighten(
    rows: list[tables.Expression], rare: Sequence[Callable[[str], str]], carriage_return: int
) -> dict[int, dict[int, int]]:
    """Add to `rows` the lighter expressions for texts without what is `rare`, each a bit; where they are by index and bits.

    One more bit, above that of CR, is for texts that have neither CR nor a wide character.
    """
    lighter: dict[int, dict[int, int]] = {}
    for index, (pattern, _, _, _, names) in enumerate(rows[:]):
        bits = [bit for bit, without in enumerate(rare) if without(pattern) != pattern]
        found: dict[int, int] = {}
        for chosen in chain.from_iterable(combinations(bits, size) for size in range(len(bits) + 1)):
            lacking = sum(1 << bit for bit in chosen)
            light = reduce(lambda text, bit: rare[bit](text), chosen, pattern)
            if lacking:
                found[lacking] = len(rows)
                rows.append(_compiled(light, names))
            narrow = _narrow(light)
            if carriage_return and (lacking & carriage_return or len(rare) - 1 not in bits) and narrow != light:
                found[lacking | carriage_return << 1] = len(rows)
                rows.append(_compiled(narrow, names))
        if found:
            lighter[index] = found
    return lighter


def _rare(lark: Lark, starts: Sequence[str]) -> list[tuple[Callable[[str], str], tuple[str, ...]]]:
    """What texts without certain strings cannot match: what a pattern is without it, and the strings, which a terminal NAME_NEEDS lists.

    To look whether a text has such a string is far quicker than to look for the pattern at each place where it may stand.
    """
    patterns = {terminal.name: terminal.pattern.value for terminal in lark.grammar.compile(list(starts), "*")[0]}
    rare: list[tuple[Callable[[str], str], tuple[str, ...]]] = []
    for name, (tree, _) in lark.grammar.term_defs:
        if name.endswith("_NEEDS"):
            if name.removesuffix("_NEEDS") not in patterns:
                raise ValueError(f"{name}: there is no terminal {name.removesuffix('_NEEDS')}")
            strings = tree.scan_values(lambda token: isinstance(token, Token) and token.type == "STRING")
            part = _without_looks(patterns[name.removesuffix("_NEEDS")])
            without = _without_cr if part == "\r" else partial(_without, part)
            rare.append((without, tuple(literal_eval(str(string)) for string in strings)))
    # CR last: the other patterns are not found any more where it is taken out of them
    return sorted(rare, key=lambda one: one[0] is _without_cr)


def _without(part: str, pattern: str) -> str:
    return pattern.replace(part, "(?!)")


def _without_cr(pattern: str) -> str:
    r"""The pattern for texts without CR: a class of one character is matched several times as fast as one of two.

    >>> _without_cr("[^\r\n]++(?:\r\n|[\r\n])(?<![^\r\n])")
    '[^\n]++\n(?m:^)'
    """
    parts = (part.replace("\r", "") if part[0] == "[" else part for part in _PATTERN_PARTS.findall(pattern))
    light = "".join(parts).replace("(?:\r\n|[\n])", "\n")
    # Python knows the start and the end of such lines, and is quicker to see them than to look around
    return light.replace("(?<![^\n])", "(?m:^)").replace("(?![^\n])", "(?m:$)")


def _without_looks(pattern: str) -> str:
    r"""The pattern with Python's own signs for the start and the end of the text, which it is quicker to see than to look around.

    >>> _without_looks(r"(?<![\s\S])a(?![\s\S])")
    '\\Aa\\Z'
    """
    return pattern.replace(r"(?<![\s\S])", r"\A").replace(r"(?![\s\S])", r"\Z")


def _narrow(pattern: str) -> str:
    r"""The pattern for texts of which no character is above U+00FF: of a class of these Python makes a table of bits.

    >>> _narrow(r"[^\n]++[^\S\n]*+(?i:end)[\u201da-c]")
    '.++[\\x09\\x0b-\\x0d\\x1c-\\x20\\x85\\xa0]*+(?i:end)[\\x61-\\x63]'
    """
    parts: list[str] = []
    # of each group around it whether capitals are small letters in it
    groups: list[bool] = []
    for part in _PATTERN_PARTS.findall(pattern):
        if part[0] == "(":
            groups.append(part == "(?i:")
        elif part == ")":
            groups.pop()
        is_class = part[0] == "[" or part in (r"\s", r"\S")
        parts.append(_narrow_class(part) if is_class and not any(groups) else part)
    return "".join(parts)


#: Of a pattern what a backslash stands before, the classes of characters, and what opens and closes groups.
_PATTERN_PARTS = re.compile(r"\\.|\[(?:\\.|[^\]\\])++\]|\(\?i:|[()]|[^\\\[()]++", re.DOTALL)


@cache
def _narrow_class(of_any: str) -> str:
    """The class of the characters up to U+00FF that are in the class `of_any`."""
    match = re.compile(of_any).match
    members = [number for number in range(256) if match(chr(number))]
    missing = [number for number in range(256) if number not in members]
    if not members:
        return "(?:(?!))"
    if not missing:
        return "(?s:.)"
    if len(missing) == 1:
        # the quickest that there is looks for all but LF
        return "." if missing == [0x0A] else rf"[^\x{missing[0]:02x}]"
    runs: list[list[str]] = []
    for number in members:
        if number - 1 in members:
            runs[-1][1:] = ["-", rf"\x{number:02x}"]
        else:
            runs.append([rf"\x{number:02x}"])
    return f"[{''.join(chain.from_iterable(runs))}]"


def _expression(terminals: Sequence[TerminalDef]) -> tables.Expression:
    """One expression that tries `terminals` in their order, and what Python compiles it to."""
    for text in terminals:
        for other in terminals:
            if (
                isinstance(text.pattern, PatternStr)
                and not isinstance(other.pattern, PatternStr)
                and text.priority == other.priority
                and re.fullmatch(other.pattern.to_regexp(), text.pattern.value)
            ):
                raise ValueError(f"{text.name} is a {other.name} too: give one of them a priority")
    # no terminal: nothing may stand there but the end
    # (its group says which it was: an empty one behind it is not opened for each that is tried)
    pattern = "|".join(f"(?:{terminal.pattern.to_regexp()})(?P<{terminal.name}>)" for terminal in terminals) or "(?!)"
    return _compiled(_without_looks(pattern), tuple(terminal.name for terminal in terminals))


def _compiled(pattern: str, names: Sequence[str]) -> tables.Expression:
    try:
        parsed: Any = import_module("re._parser").parse(pattern)
        code = array("I", import_module("re._compiler")._code(parsed, 0)).tobytes()
        magic = import_module("_sre").MAGIC
        flags, groups = parsed.state.flags, parsed.state.groups - 1
    except (AttributeError, ImportError):  # another implementation of Python
        whole = re.compile(pattern)
        code, magic, flags, groups = b"", -1, whole.flags, whole.groups
    if groups != len(names):
        raise ValueError(f"a group that captures, in one of {', '.join(names)}")
    return pattern, flags, magic, code, names
