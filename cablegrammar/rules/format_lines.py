"""Format lines 1 to 10."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cablegrammar import model as m
from cablegrammar.diagnostics import Label
from cablegrammar.rules.addressing import NAMES
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed


@rule("FL001", "routing-precedence", archive="warning", drafting="error", wire="error")
def routing_precedence(context: Context) -> Iterator[Finding]:
    """The prosign of format line 2 is not the highest precedence of format line 5.

    ## What it does
    Compares the doubled prosign that begins FL2 with the prosigns of FL5.

    ## Why
    The switch handles the message by FL2: a lower prosign there delays it, a higher one overtakes others.

    ## Source
    5 FAH-2 H-321.2-1: the prosign is the highest precedence in the message.

    ## Example
    ```text
    PP RUEHPE
    O R 101215Z SEP 09
    ```

    ## Corrected
    ```text
    OO RUEHPE
    O R 101215Z SEP 09
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the highest precedence of FL5 on FL2.
    """
    routing, line = context.first(m.Routing), context.first(m.DateTimeLine)
    if routing is None or line is None or not line.value.precedences:
        return
    highest = max(line.value.precedences)
    on_routing = routing.value.precedence
    if on_routing.prosign == highest.prosign:
        return
    said = f"FL2 says {on_routing}, but the highest precedence of FL5 is {highest}"
    at = line.part("prosign", nth=line.value.precedences.index(highest))
    fix = context.rewrite(routing, f"Write {highest.prosign * 2} on FL2", precedence=highest)
    yield Finding(routing.part("doubled prosign"), said, (Label(at, f"{highest} here"),), fix=fix)


@rule("FL002", "precedence-order", archive="warning", drafting="error", wire="error")
def precedence_order(context: Context) -> Iterator[Finding]:
    """Format line 5 has the lower precedence first.

    ## What it does
    Looks at the prosigns of FL5, where there are several: each must be higher than the next.

    ## Why
    The first prosign is for the action addressees and the second for those for information; a lower one first says that who is to act
    hears of it last.

    ## Source
    acp127.md FL5: in the collection dual precedence is always higher first.

    ## Example
    ```text
    R O 101215Z SEP 09
    ```

    ## Corrected
    ```text
    O R 101215Z SEP 09
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the highest first.
    """
    for line in context.all(m.DateTimeLine):
        given = line.value.precedences
        for nth, (one, other) in enumerate(pairwise(given)):
            if one < other:
                ordered = tuple(sorted(given, reverse=True))
                fix = context.rewrite(line, "Write the higher first", precedences=ordered)
                said = f"{one} stands before {other}; the higher precedence is first"
                yield Finding(line.part("prosign", nth=nth), said, fix=fix)
                break


@rule("FL003", "security-warning", archive="warning", drafting="error", wire="error")
def security_warning(context: Context) -> Iterator[Finding]:
    """ZNR stands with a class that is to be protected, or ZNY with an unclassified one.

    ## What it does
    Compares the first signal of FL4 with the letters behind it: ZNR goes with U only; ZNY with E, C, S and T.

    ## Why
    The signal decides over which circuits the message may go: ZNR sends a classified message in clear.

    ## Source
    acp127.md FL4; ACP 117 CAN-US SUPP-1 para 7; operating_signals.csv.

    ## Example
    ```text
    ZNR CCCCC ZZH
    ```

    ## Corrected
    ```text
    ZNY CCCCC ZZH
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the signal that goes with the letters.
    """
    for line in context.all(m.Security):
        value = line.value
        clear = value.level is m.Level.UNCLASSIFIED and not value.efto
        signal = "ZNR" if clear else "ZNY"
        if value.signal != signal:
            level = "UNCLASSIFIED EFTO" if value.efto else str(value.level)
            fix = context.rewrite(line, f"Write {signal}", signal=signal)
            said = f"{value.signal} does not go with {level}, which is sent with {signal}"
            yield Finding(line.part("security warning"), said, fix=fix)


@rule("FL004", "duplicate-addressee", archive="warning", drafting="error", wire="error")
def duplicate_addressee(context: Context) -> Iterator[Finding]:
    """An addressee stands twice among those for action, or twice among those for information.

    ## What it does
    Compares the addressees of FL7 with each other, and those of FL8: by plain language address designator and offices.

    ## Why
    The message is delivered twice, and who reads the list takes one of the two for somebody else.

    ## Source
    acp127.md FL6-FL9: each addressee is on its own line; 5 FAH-2 H-321.7, H-321.8.

    ## Example
    ```text
    TO RUEHPE/AMEMBASSY LIMA
    INFO RUEHBO/AMEMBASSY BOGOTA
    RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Corrected
    ```text
    TO RUEHPE/AMEMBASSY LIMA
    INFO RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Options
    None.

    ## Fix
    Unsafe: takes the later ones away.
    """
    lists: tuple[tuple[str, Sequence[Placed[m.Action | m.Info]]], ...] = (
        ("action", context.all(m.Action)),
        ("info", context.all(m.Info)),
    )
    for name, fields in lists:
        first = {_who(field.value): field for field in reversed(fields)}
        if len(first) == len(fields):
            continue
        # one fix for all, so that a long list is written once
        kept = [field.value.address for field in fields if first[_who(field.value)] is field]
        remedy = "Name each addressee once"
        fix = context.replace(remedy, action=kept) if name == "action" else context.replace(remedy, info=kept)
        for field in fields:
            before = first[_who(field.value)]
            if before is not field:
                said = f"{field.value.address.plad} is among the {name} addressees already"
                yield Finding(field.part(*NAMES), said, (Label(before.part(*NAMES), "first here"),), fix=fix)


@rule("FL005", "action-and-info", archive="warning", drafting="error", wire="warning")
def action_and_info(context: Context) -> Iterator[Finding]:
    """An addressee is to act and is informed too.

    ## What it does
    Finds addressees of FL8 that are among those of FL7.

    ## Why
    Who is to act has the message already; a second entry makes it unclear which of the two is meant.

    ## Source
    5 FAH-2 H-321.7, H-321.8: action addressees are on FL7, those for information on FL8.

    ## Example
    ```text
    TO RUEHPE/AMEMBASSY LIMA
    INFO RUEHPE/AMEMBASSY LIMA
    RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Corrected
    ```text
    TO RUEHPE/AMEMBASSY LIMA
    INFO RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Options
    None.

    ## Fix
    Unsafe: takes the entry for information away.
    """
    acting = {_who(field.value): field for field in reversed(context.all(m.Action))}
    for_info = context.all(m.Info)
    doubled = [field for field in for_info if _who(field.value) in acting]
    if not doubled:
        return
    kept = [field.value.address for field in for_info if _who(field.value) not in acting]
    fix = context.replace("Name those who are to act for action only", info=kept)
    for field in doubled:
        label = Label(acting[_who(field.value)].part(*NAMES), "for action here")
        yield Finding(
            field.part(*NAMES), f"{field.value.address.plad} is an action addressee already", (label,), fix=fix
        )


def _who(value: m.Action | m.Info) -> tuple[str, tuple[str, ...]]:
    return (value.address.plad, value.address.offices)
