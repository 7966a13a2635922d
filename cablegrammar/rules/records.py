"""What an archive's record says of the telegram, compared with the telegram."""

from __future__ import annotations

from collections.abc import Iterator

from cablegrammar import model as m
from cablegrammar.blocks import on_demand
from cablegrammar.diagnostics import Label
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context
from cablegrammar.rules.replacing import replaced


@rule("XC006", "record-subject", archive="hint", drafting="warning", wire=None)
def record_subject(context: Context) -> Iterator[Finding]:
    """The record's subject is not that of the telegram.

    ## What it does
    Compares the words of the two; capitals, line breaks and the portion marking do not matter. A telegram or a record without subject is left
    alone.

    ## Why
    Who looks for the telegram by its subject does not find it. Publishers cut subjects short, and redact one of the two only, so it is a hint
    in archives.

    ## Source
    corpus README, "the flat record"; STATISTICS 8.

    ## Example
    ```text
    09LIMA17
    WHEAT HARVEST
    Thu Sep 10 00:00:00 +0200 2009
    UNCLASSIFIED
    Embassy Lima
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
    UNCLAS LIMA 000017

    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the telegram's subject into the record.
    """
    record, subject = context.first(m.Record), context.first(m.Subject)
    if record is None or subject is None or not record.value.subject or not subject.value.text:
        return
    given = on_demand(f"SUBJECT: {record.value.subject}", m.Subject.start_rule)
    words = given.text if isinstance(given, m.Subject) else record.value.subject
    if _plain(words) != _plain(subject.value.text):
        remedy = "Write the telegram's subject"
        fix = replaced(context, "record", record.value, remedy, subject=subject.value.text)
        label = Label(subject.span, "the telegram's subject")
        yield Finding(record.part("record subject"), "the record has another subject", (label,), fix=fix)


def _plain(words: str) -> list[str]:
    return words.casefold().split()


@rule("XC011", "record-level", archive="warning", drafting="warning", wire=None)
def record_level(context: Context) -> Iterator[Finding]:
    """The record's level is not that of the classification line.

    ## What it does
    Compares the two levels; the control behind the slashes is composed of captions, and not compared.

    ## Why
    Who may see the telegram is decided by the record, before anybody reads the telegram.

    ## Source
    STATISTICS 1: the same level in 6,646 of 6,661 cables; corpus README, "the flat record".

    ## Example
    ```text
    09LIMA17
    RICE HARVEST
    Thu Sep 10 00:00:00 +0200 2009
    UNCLASSIFIED
    Embassy Lima
    C O N F I D E N T I A L LIMA 000017
    ```

    ## Corrected
    ```text
    09LIMA17
    RICE HARVEST
    Thu Sep 10 00:00:00 +0200 2009
    CONFIDENTIAL
    Embassy Lima
    C O N F I D E N T I A L LIMA 000017
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the level of the classification line into the record.
    """
    record, line = context.first(m.Record), context.first(m.ClassificationLine)
    if record is None or line is None or record.value.level is line.value.level:
        return
    level = line.value.level
    fix = replaced(context, "record", record.value, f"Write {level} into the record", level=level)
    said = f"the record says {record.value.level}, the classification line {level}"
    yield Finding(record.part("record level"), said, (Label(line.span, f"{level} here"),), fix=fix)


@rule("XC012", "record-date", archive="warning", drafting="warning", wire=None)
def record_date(context: Context) -> Iterator[Finding]:
    """The record's day is not that of the date-time group.

    ## What it does
    Compares the day of the record, at midnight, with the day of FL5.

    ## Why
    The record is sorted and found by its day; a wrong one may be that of another telegram.

    ## Source
    STATISTICS 1: day and hour agree in 6,014 of 6,018 cables; corpus README, "the flat record".

    ## Example
    ```text
    09LIMA17
    RICE HARVEST
    Fri Sep 11 00:00:00 +0200 2009
    UNCLASSIFIED
    Embassy Lima
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    UNCLAS LIMA 000017
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
    ```

    ## Options
    None.

    ## Fix
    None: the record's time has the offset of its place on that day, which the telegram does not say.
    """
    record, line = context.first(m.Record), context.first(m.DateTimeLine)
    if record is None or line is None:
        return
    given, sent = record.value.created.date(), line.value.date_time_group.datetime.date()
    if given != sent:
        label = Label((line.part("DTG time")[0], line.part("DTG year")[1]), "the date-time group")
        yield Finding(record.part("record date"), f"the record is of {given}, the telegram of {sent}", (label,))
