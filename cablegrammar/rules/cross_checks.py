"""Places of a cable that say the same thing, compared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.diagnostics import DISPLAY_ONLY, Label
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context


@rule("XC001", "security-level", archive="warning", drafting="error", wire="error")
def security_level(context: Context) -> Iterator[Finding]:
    """The letters of format line 4 are of another level than the classification line.

    ## What it does
    Compares the class letters of FL4 with the level of the classification line. LIMITED OFFICIAL USE has no letters of its own and is left
    out.

    ## Why
    Relays protect the message by FL4 and readers by the classification line: one of them is wrong.

    ## Source
    acp127.md FL4 (ZNR UUUUU unclassified, ZNY CCCCC, SSSSS, TTTTT); classification_levels.csv.

    ## Example
    ```text
    ZNR UUUUU ZZH
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    C O N F I D E N T I A L LIMA 000017
    ```

    ## Corrected
    ```text
    ZNY CCCCC ZZH
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    C O N F I D E N T I A L LIMA 000017
    ```

    ## Options
    None.

    ## Fix
    Display-only: FL4 with the letters of the classification line. Which of the two is right, a person must say.
    """
    security, line = context.first(m.Security), context.first(m.ClassificationLine)
    if security is None or line is None or line.value.level is m.Level.LIMITED_OFFICIAL_USE:
        return
    level = line.value.level
    if security.value.level is level:
        return
    signal = "ZNR" if level is m.Level.UNCLASSIFIED else "ZNY"
    remedy = f"Write the letters of {level}"
    yield Finding(
        security.part("class five times", "class three times"),
        f"FL4 says {security.value.level}, the classification line {level}",
        (Label(line.span, f"{level} here"),),
        help="correct the one that is wrong",
        fix=context.rewrite(security, remedy, DISPLAY_ONLY, signal=signal, level=level, efto=False),
    )


@rule("XC002", "serial-number", archive="warning", drafting="error", wire="error")
def serial_number(context: Context) -> Iterator[Finding]:
    """The serial number of format line 3 is not the end of the message number.

    ## What it does
    Compares the four digits of FL3 with the last four of the message number on the classification line.

    ## Why
    Services and corrections name a message by either number; they must lead to the same one.

    ## Source
    acp127.md FL3: the serial equals the last four digits of the message number in 5,744 of 5,747 cables.

    ## Example
    ```text
    DE RUEHPE #0018 2531215
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017
    ```

    ## Corrected
    ```text
    DE RUEHPE #0017 2531215
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the end of the message number on FL3.
    """
    station, line = context.first(m.Station), context.first(m.ClassificationLine)
    if station is None or line is None:
        return
    number = line.value.message_number.number
    serial = number[-4:].rjust(4, "0")
    if station.value.serial != serial:
        yield Finding(
            station.part("serial"),
            f"FL3 has the serial {station.value.serial}, but the message number ends in {serial}",
            (Label(line.part("message digits"), "the message number"),),
            fix=context.rewrite(station, f"Write #{serial}", serial=serial),
        )


@rule("XC003", "filed-before-release", archive="warning", drafting="error", wire="error")
def filed_before_release(context: Context) -> Iterator[Finding]:
    """The message was filed before it was released.

    ## What it does
    Compares day and time of FL3 with the date-time group of FL5; the year, which FL3 does not have, is taken so that they are nearest.

    ## Why
    A message is released, which is the date-time group, and then filed for transmission: the other way round is impossible.

    ## Source
    acp127.md FL3: equal in 5,420 of 5,752 cables, within an hour after in 312, earlier in 6.

    ## Example
    ```text
    DE RUEHPE #0017 2531200
    O 101215Z SEP 09
    ```

    ## Corrected
    ```text
    DE RUEHPE #0017 2531215
    O 101215Z SEP 09
    ```

    ## Options
    None.

    ## Fix
    None: which of the two is wrong, they do not say.
    """
    station, line = context.first(m.Station), context.first(m.DateTimeLine)
    if station is None or line is None:
        return
    released = line.value.date_time_group.datetime
    filed = min(_filed(station.value, released.year), key=lambda moment: abs(moment - released), default=released)
    if filed < released:
        yield Finding(
            (station.part("day of year")[0], station.part("time of day")[1]),
            f"filed {_shown(filed)}, before the date-time group, {_shown(released)}",
            (Label((line.part("DTG time")[0], line.part("DTG year")[1]), "the date-time group"),),
        )


def _shown(moment: dt.datetime) -> str:
    """`101215Z SEP`, whatever language the process speaks."""
    month = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()[moment.month - 1]
    return f"{moment:%d%H%M}Z {month}"


def _filed(station: m.Station, year: int) -> Iterator[dt.datetime]:
    """When the message may have been filed, in the year before, in `year` or in the one behind it; day 366 not every year has."""
    for one in (year - 1, year, year + 1):
        moment = dt.datetime(one, 1, 1, station.hour, station.minute, tzinfo=dt.UTC) + dt.timedelta(station.day - 1)
        if moment.year == one:
            yield moment


@rule("XC004", "record-id", archive="warning", drafting="warning", wire=None)
def record_id(context: Context) -> Iterator[Finding]:
    """The id of the record is not that of the telegram's year, post and number.

    ## What it does
    Compares the record's id with the year of the date-time group and the message number of the classification line.

    ## Why
    Others refer to the telegram by its id: with a wrong one they find another telegram, or none.

    ## Source
    corpus README, "the flat record"; state-telegram.md "Classification line".

    ## Example
    ```text
    09LIMA18
    RICE HARVEST
    Thu Sep 10 00:00:00 +0200 2009
    UNCLASSIFIED
    Embassy Lima
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    09LIMA17
    RICE HARVEST
    Thu Sep 10 00:00:00 +0200 2009
    UNCLASSIFIED
    Embassy Lima
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the id that follows from the telegram.
    """
    record, line, year = context.first(m.Record), context.first(m.ClassificationLine), context.cable.year
    if record is None or line is None or year is None:
        return
    given = on_demand(record.value.id, m.CableId.start_rule)
    right = line.value.message_number.canonical_id(year)
    if isinstance(given, m.CableId) and str(given) != right:
        yield Finding(
            record.part("record id"),
            f"the record is {given}, its telegram {right}",
            (Label((line.part("post")[0], line.part("message digits")[1]), "the message number"),),
            fix=context.rewrite(record, f"Write {right}", id=right),
        )
