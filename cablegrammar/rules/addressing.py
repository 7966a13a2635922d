"""Addressees, routing indicators and operating signals."""

from __future__ import annotations

from collections.abc import Iterator

from cablegrammar import model as m
from cablegrammar.diagnostics import DISPLAY_ONLY, Edit, Fix, Stretch
from cablegrammar.reference_tables import ARCHIVE_INDICATOR, known_plads, known_signals, plads_of
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed

#: Digits behind an operating signal say which of its forms it is: ZFF4.
_DIGITS = "0123456789"
#: What the grammar calls an addressee's designator.
NAMES = ("PLAD", "address group")

Addressed = m.Action | m.Info | m.Exempted


def addressees(context: Context) -> tuple[Placed[Addressed], ...]:
    """Those of FL7, FL8 and FL9."""
    return (*context.all(m.Action), *context.all(m.Info), *context.all(m.Exempted))


def addressed(context: Context) -> tuple[Placed[m.Action | m.Info], ...]:
    """Those of FL7 and FL8, to whom the message goes."""
    return (*context.all(m.Action), *context.all(m.Info))


def parts(field: Placed[m.Value], name: str) -> tuple[Stretch, ...]:
    """Where all parts of a name stand."""
    return field.parts(name)


def indicator_at(field: Placed[Addressed]) -> Stretch:
    """Where the routing indicator of an addressee stands, without the slash behind it."""
    start = field.part("address routing")[0]
    return (start, start + len(field.value.address.routing_indicator))


@rule("FL014", "exempted-without-collective", archive="warning", drafting="error", wire="warning")
def exempted_without_collective(context: Context) -> Iterator[Finding]:
    """XMT exempts an addressee, though the message goes to no collective.

    ## What it does
    Finds addressees of FL9 where FL7 and FL8 have neither a collective (COLLECTIVE, POSTS) nor an address indicating group (AIG).

    ## Why
    XMT takes members out of a collective. Where there is none, either XMT or the collective is wrong.

    ## Source
    5 FAH-2 H-321.9; acp127.md FL6-FL9: XMT lists posts exempted from a collective named above.

    ## Example
    ```text
    TO RUEHBO/AMEMBASSY BOGOTA
    XMT AMEMBASSY LIMA
    ```

    ## Corrected
    ```text
    TO RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Options
    None.

    ## Fix
    Unsafe: takes XMT away.
    """
    exempted = context.all(m.Exempted)
    if not exempted or any(field.value.address.is_collective for field in addressed(context)):
        return
    fix = context.replace("Take XMT away", exempted=())
    for field in exempted:
        said = f"{field.value.address.plad} is exempted, but there is no collective"
        yield Finding(field.part(*NAMES), said, fix=fix)


def _unlisted(indicator: str) -> bool:
    return not plads_of(indicator) and indicator != ARCHIVE_INDICATOR


def _unlisted_indicators(context: Context) -> Iterator[tuple[str, Stretch, str]]:
    """Each routing indicator that no list has, where it stands, and the designator that it stands for or `""`."""
    for routing in context.all(m.Routing):
        unlisted = [nth for nth, one in enumerate(routing.value.indicators) if _unlisted(one)]
        places = parts(routing, "routed station") if unlisted else ()
        for nth in unlisted:
            yield routing.value.indicators[nth], places[nth], ""
    for station in context.all(m.Station):
        if _unlisted(station.value.routing_indicator):
            yield station.value.routing_indicator, station.part("routing indicator"), ""
    for field in addressees(context):
        address = field.value.address
        if address.routing_indicator and _unlisted(address.routing_indicator):
            yield address.routing_indicator, indicator_at(field), address.plad


@rule("FL015", "unknown-routing-indicator", archive="hint", drafting="hint", wire="hint")
def unknown_routing_indicator(context: Context) -> Iterator[Finding]:
    """A routing indicator is in no list.

    ## What it does
    Looks the indicators of FL2, FL3 and FL7 to FL9 up in the lists of 2011 and 2015, and those seen in traffic. RUEHWEB, which an archive had
    for itself, is left out.

    ## Why
    A misspelt indicator leads nowhere. Lists change and are not complete, so it is a hint.

    ## Source
    ACP 117 CAN-US SUPP-1; acp127.md "Routing indicators": do not reject unknown ones; routing_indicators.csv.

    ## Example
    ```text
    TO RUEHPX/AMEMBASSY LIMA
    ```

    ## Corrected
    ```text
    TO RUEHPE/AMEMBASSY LIMA
    ```

    ## Options
    None.

    ## Fix
    Display-only: writes the indicator that the list has for the addressee, if it is one.
    """
    for indicator, at, plad in _unlisted_indicators(context):
        yield _wrong(f"no list has the routing indicator {indicator}", plad, at)


def _wrong(said: str, plad: str, at: Stretch) -> Finding:
    """What is said of a wrong indicator, with the indicators that the list has for the addressee."""
    listed = known_plads().get(plad, ())
    if len(listed) != 1:
        return Finding(at, said)
    fix = Fix((Edit(at, listed[0]),), DISPLAY_ONLY, f"Write {listed[0]}")
    return Finding(at, said, help=f"the list has {listed[0]} for {plad}", fix=fix)


@rule("FL016", "indicator-of-another", archive="hint", drafting="hint", wire="hint")
def indicator_of_another(context: Context) -> Iterator[Finding]:
    """The list knows both indicator and addressee, but not together.

    ## What it does
    Looks each pair of FL7 to FL9 up in the list; those of which it lacks one are left out.

    ## Why
    The message goes where the indicator says, not to the addressee that is named. One indicator serves many addressees and lists are not
    complete, so it is a hint.

    ## Source
    ACP 117 CAN-US SUPP-1; acp127.md "Routing indicators"; routing_indicators.csv.

    ## Example
    ```text
    TO RUEHBO/AMEMBASSY LIMA
    ```

    ## Corrected
    ```text
    TO RUEHPE/AMEMBASSY LIMA
    ```

    ## Options
    None.

    ## Fix
    Display-only: writes the indicator that the list has for the addressee, if it is one.
    """
    for field in addressees(context):
        indicator, plad = field.value.address.routing_indicator, field.value.address.plad
        served = plads_of(indicator)
        if served and plad not in served and plad in known_plads():
            yield _wrong(f"the list does not pair {indicator} with {plad}", plad, indicator_at(field))


@rule("FL017", "unknown-operating-signal", archive="hint", drafting="hint", wire="hint")
def unknown_operating_signal(context: Context) -> Iterator[Finding]:
    """An operating signal is in no list.

    ## What it does
    Looks the signals of FL4 and FL5 up; a digit behind a signal says which form it is, and does not matter.

    ## Why
    A misspelt signal asks for something else, or for nothing. The sources have few of the signals of ACP 131, so it is a hint.

    ## Source
    acp127.md "Operating signals"; operating_signals.csv.

    ## Example
    ```text
    ZNR UUUUU ZZH ZDQ
    ```

    ## Corrected
    ```text
    ZNR UUUUU ZZH ZDK
    ```

    ## Options
    None.

    ## Fix
    None: which signal was meant, nobody can guess.
    """
    lines: tuple[Placed[m.Security | m.DateTimeLine], ...] = (*context.all(m.Security), *context.all(m.DateTimeLine))
    for line in lines:
        signals = line.value.operating_signals
        unknown = [
            nth for nth, signal in enumerate(signals) if not {signal, signal.rstrip(_DIGITS)} & known_signals().keys()
        ]
        places = parts(line, "operating signal") if unknown else ()
        for nth in unknown:
            yield Finding(places[nth], f"no list has the operating signal {signals[nth]}")
