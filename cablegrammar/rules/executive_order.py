"""The E.O. line: the order in force, what it allows, reasons and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from difflib import get_close_matches

from cablegrammar import model as m
from cablegrammar.composing import ORDERS
from cablegrammar.diagnostics import Label, LazyFix, Stretch
from cablegrammar.rules.base import Finding, Option, rule
from cablegrammar.rules.context import Context, Placed
from cablegrammar.rules.replacing import replaced

#: E.O. 13292 amended 12958 and was signed on this day; the marking rules that follow from it are of the other day (executive_orders.csv).
AMENDED = dt.date(2003, 3, 25)
MARKING_RULES = dt.date(2003, 9, 22)
#: The oldest order that the tables know is of this year.
OLDEST = 1972
#: Another number that texts give to an order: that of the order that amended it.
SAME_AS = {"13292": "12958"}
#: The orders that know an action or an exemption; what is not here is not judged.
ACTIONS = {
    m.OrderAction.GENERAL_SCHEDULE: ("11652", "12065"),
    m.OrderAction.EXEMPTED_SCHEDULE: ("11652",),
    m.OrderAction.REVIEW_SCHEDULE: ("12065",),
    m.OrderAction.EXTENDED_SCHEDULE: ("12065",),
    m.OrderAction.DECLASSIFY: ("12356", "12958", "13526"),
}
X_EXEMPTIONS = tuple(f"X{number}" for number in range(1, 9))
EXEMPTIONS = {"OADR": ("12356",)} | dict.fromkeys(X_EXEMPTIONS, ("12958",))
#: The orders under which no telegram stays classified for longer than 25 years, but for the exemptions.
WITH_LONGEST = ("12958", "13526")

_NUMBER = "paragraph number"
_DATE = ("E.O. part", "E.O. year", "E.O. month", "E.O. month first")


def _sent(context: Context) -> dt.date | None:
    """The day of the telegram: that of the date-time group, else that of the record."""
    moment, record = context.cable.date_time_group, context.cable.record
    if moment is not None:
        return moment.datetime.date()
    return record.created.date() if record is not None else None


def _in_force(day: dt.date) -> tuple[str, dt.date]:
    """The order that telegrams of `day` cite, and since when."""
    return next((number, since) for since, number in reversed(ORDERS) if since <= day)


def _unknown_form(value: m.ExecutiveOrder, order: str) -> tuple[str, str, tuple[str, ...]] | None:
    """The part of the line that `order` does not know: what it is called in the grammar, what it says, and the orders that know it."""
    action, exemption = ACTIONS.get(value.action), EXEMPTIONS.get(value.exemption)
    if action is not None and order not in action:
        part = "E.O. declassify" if value.action is m.OrderAction.DECLASSIFY else "E.O. schedule"
        return part, str(value.action), action
    if exemption is not None and order not in exemption:
        return "E.O. exemption", value.exemption, exemption
    return None


def _with_order(context: Context, order: m.ExecutiveOrder, number: str) -> LazyFix | None:
    if _unknown_form(order, number) is not None:
        return None
    return replaced(context, "executive_order", order, f"Write E.O. {number}", order=number)


def _term(line: Placed[m.ExecutiveOrder]) -> Stretch:
    """From the first part of the date or the event to the end of the line."""
    return (line.part(*_DATE, "E.O. event begin")[0], line.span[1])


def _sent_label(context: Context) -> tuple[Label, ...]:
    line, record = context.first(m.DateTimeLine), context.first(m.Record)
    if line is not None:
        return (Label((line.part("DTG time")[0], line.part("DTG year")[1]), "sent"),)
    return (Label(record.part("record date"), "sent"),) if record is not None else ()


@rule("EO001", "order-in-force", archive="warning", drafting="error", wire=None)
def order_in_force(context: Context) -> Iterator[Finding]:
    """The E.O. line cites an order that was not in force.

    ## What it does
    Compares the order with that which telegrams of the day cite: 11652 from 1972, 12065 from 1 December 1978, 12356 from 1 August 1982, 12958
    from 14 October 1995, 13526 from 27 June 2010.

    ## Why
    Date and reasons count by the order: under another one they mean something else.

    ## Source
    executive_orders.csv; state-telegram.md "E.O. line".

    ## Example
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    C O N F I D E N T I A L LIMA 000017

    E.O. 12356: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    C O N F I D E N T I A L LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the order in force, if it knows the form of the line.
    """
    line, sent = context.first(m.ExecutiveOrder), _sent(context)
    if line is None or sent is None or sent.year < OLDEST:
        return
    number, since = _in_force(sent)
    given = SAME_AS.get(line.value.order, line.value.order)
    if given != number and given in {one for _, one in ORDERS}:
        was = "" if since == dt.date.min else f", since {since}"
        yield Finding(
            line.part("order number"),
            f"E.O. {line.value.order} was not in force on {sent}: E.O. {number} was{was}",
            _sent_label(context),
            fix=_with_order(context, line.value, number),
        )


@rule("EO002", "unknown-order", archive="warning", drafting="error", wire=None)
def unknown_order(context: Context) -> Iterator[Finding]:
    """No order on classification has the number of the E.O. line.

    ## What it does
    Looks the number up: 11652, 12065, 12356, 12958 or 13526, and 13292, which amended 12958.

    ## Why
    Nobody knows by which order date and reasons count. In the collection such numbers are misprints of 12958.

    ## Source
    executive_orders.csv; STATISTICS 6: 12598, 12985, 12928, 19523, 19528 and 1295 are misprints.

    ## Example
    ```text
    C O N F I D E N T I A L LIMA 000017

    E.O. 12985: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    C O N F I D E N T I A L LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the order whose number is nearest.
    """
    line = context.first(m.ExecutiveOrder)
    known = [number for _, number in ORDERS]
    if line is None or line.value.order in known or line.value.order in SAME_AS:
        return
    close = get_close_matches(line.value.order, known, 1)
    meant = f"; did you mean {close[0]}?" if close else ""
    fix = _with_order(context, line.value, close[0]) if close else None
    said = f"there is no E.O. {line.value.order} on classification{meant}"
    yield Finding(line.part("order number"), said, fix=fix)


@rule("EO003", "order-form", archive="warning", drafting="error", wire=None)
def order_form(context: Context) -> Iterator[Finding]:
    """The E.O. line has a form that the order which it cites does not know.

    ## What it does
    Looks at the action, GDS, XGDS, RDS, XDS or DECL, and at the exemptions OADR and X1 to X8: each belongs to one order or a few.

    ## Why
    The order gives the form its meaning. One that it does not know says nothing about when the telegram is declassified.

    ## Source
    executive_orders.csv: what the line may carry; state-telegram.md "E.O. line".

    ## Example
    ```text
    S E C R E T LIMA 000017

    E.O. 12958: DECL: OADR
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: the right term is for the classifier to say.
    """
    line = context.first(m.ExecutiveOrder)
    if line is None:
        return
    value = line.value
    order = SAME_AS.get(value.order, value.order)
    if order not in {number for _, number in ORDERS}:
        return
    wrong = _unknown_form(value, order)
    if wrong is not None:
        part, what, orders = wrong
        yield Finding(line.part(part), f"E.O. {value.order} has no {what}; {_of(orders)}")


def _of(orders: tuple[str, ...]) -> str:
    *before, last = orders
    return f"it is of {', '.join(before)} and {last}" if before else f"it is of {last}"


@rule("EO004", "withdrawn-exemption", archive="warning", drafting="warning", wire=None)
def withdrawn_exemption(context: Context) -> Iterator[Finding]:
    """X1 to X8 stands in a telegram that is younger than 22 September 2003.

    ## What it does
    Finds the exemptions X1 to X8 of E.O. 12958 in telegrams sent after the marking rules of that day.

    ## Why
    Since then they cannot be used any more: the telegram needs a date, or an event within 25 years.

    ## Source
    ISOO, marking rules of 22 September 2003, after E.O. 13292; executive_orders.csv.

    ## Example
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: X1
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2034
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: the date is for the classifier to say.
    """
    line, sent = context.first(m.ExecutiveOrder), _sent(context)
    if line is None or sent is None or sent <= MARKING_RULES or line.value.exemption not in X_EXEMPTIONS:
        return
    said = f"{line.value.exemption} cannot be used since {MARKING_RULES}"
    yield Finding(line.part("E.O. exemption"), said, _sent_label(context), help="give a date or an event")


@rule("EO005", "reason-section", archive="warning", drafting="warning", wire=None)
def reason_section(context: Context) -> Iterator[Finding]:
    """The reasons are those of a section that did not hold them on the day of the telegram.

    ## What it does
    Finds reasons of section 1.5 in telegrams sent after 22 September 2003, and, under E.O. 12958, reasons of section 1.4 in those sent before
    25 March 2003, when it was amended; in between both are in use. They stand on the Classified By line, or in the first paragraph.

    ## Why
    After the amendment section 1.5 is about how long information stays classified, and has no reasons. The change-over was gradual, so it is
    a warning.

    ## Source
    executive_orders.csv: reason_section; state-telegram.md "Classified By / Reason": still 1.5 in 34 cables of 2009.

    ## Example
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    SUBJECT: RICE HARVEST

    Classified By: Ambassador Jane Roe, Reasons 1.5 (b) and (d)
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    SUBJECT: RICE HARVEST

    Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (d)
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the same letters of the other section; there is none within a paragraph.
    """
    sent = _sent(context)
    for value, field in _classifiers(context):
        sections = {reason.section for reason in value.reasons}
        if sent is None or not sections:
            continue
        if sent > MARKING_RULES and "1.5" in sections:
            wrong, right, when = "1.5", "1.4", f"since {MARKING_RULES}"
        elif sent < AMENDED and _in_force(sent)[0] == "12958" and "1.4" in sections:
            wrong, right, when = "1.4", "1.5", f"before {AMENDED}"
        else:
            continue
        # read parts may be put together anew; what comes of them is verified
        said = f"reasons of section {wrong}; {when} they are in section {right}"
        if isinstance(field.value, m.Paragraph):
            yield Finding(field.part(_NUMBER), said, _sent_label(context))
            continue
        with m.trusting():
            reasons = tuple(m.Reason(right, one.letter) for one in value.reasons)
        fix = replaced(context, "classified_by", value, f"Write section {right}", reasons=reasons)
        # a section is written once for the letters behind it
        written = list(dict.fromkeys(reason.section for reason in value.reasons))
        at = field.part("reason section", nth=written.index(wrong))
        yield Finding(at, said, _sent_label(context), fix=fix)


def _classifiers(context: Context) -> Iterator[tuple[m.ClassifiedBy, Placed[m.ClassifiedBy] | Placed[m.Paragraph]]]:
    """Who says why it is classified, and the field: the Classified By lines, or the first paragraph of a classified telegram."""
    lines = context.all(m.ClassifiedBy)
    for field in lines:
        yield field.value, field
    line, paragraph = context.first(m.ClassificationLine), context.first(m.Paragraph)
    if lines or paragraph is None or line is None or line.value.level <= m.Level.LIMITED_OFFICIAL_USE:
        return
    said = context.cable.classified_by
    if said is not None:
        yield said, paragraph


@rule("EO006", "reason-letter", archive="warning", drafting="error", wire=None)
def reason_letter(context: Context) -> Iterator[Finding]:
    """A reason has a letter that its section does not have.

    ## What it does
    Finds (h) of section 1.5, which has (a) to (g), on the Classified By line or in the first paragraph; section 1.4 of the amended order has
    (a) to (h), the last for weapons of mass destruction.

    ## Why
    There is no such reason to classify: section or letter is wrong.

    ## Source
    E.O. 12958 section 1.5 and, as amended, section 1.4; state-telegram.md "Classified By / Reason".

    ## Example
    ```text
    S E C R E T LIMA 000017

    SUBJECT: RICE HARVEST

    Classified By: Ambassador Jane Roe, Reasons 1.5 (b) and (h)
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    SUBJECT: RICE HARVEST

    Classified By: Ambassador Jane Roe, Reasons 1.4 (b) and (h)
    ```

    ## Options
    None.

    ## Fix
    None: whether section or letter is wrong, the classifier must say.
    """
    for value, field in _classifiers(context):
        wrong = next((nth for nth, one in enumerate(value.reasons) if (one.section, one.letter) == ("1.5", "h")), None)
        if wrong is not None:
            in_paragraph = isinstance(field.value, m.Paragraph)
            at = field.part(_NUMBER) if in_paragraph else field.part("reason letter", nth=wrong)
            yield Finding(at, "section 1.5 has the reasons (a) to (g), not (h)")


@rule("EO007", "declassified-when-sent", archive="warning", drafting="error", wire=None)
def declassified_when_sent(context: Context) -> Iterator[Finding]:
    """The date of declassification is not after the day of the telegram.

    ## What it does
    Compares the date of the E.O. line, also that of a downgrade, with the day of the telegram.

    ## Why
    A telegram that is to be declassified before it is sent is not classified. Mostly the date is that of the day, or a digit is wrong.

    ## Source
    5 FAH-1 H-246; state-telegram.md "E.O. line": a date or event under 10 years, in 10 to 25 years, or in 25 years.

    ## Example
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2009
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: the date is for the classifier to say.
    """
    line, sent = context.first(m.ExecutiveOrder), _sent(context)
    if line is None or sent is None or line.value.date is None or line.value.date > sent:
        return
    said = f"the date {line.value.date} is not after the day of the telegram, {sent}"
    yield Finding(_term(line), said, _sent_label(context))


@rule(
    "EO008",
    "classified-too-long",
    archive="hint",
    drafting="error",
    wire=None,
    options=(Option("years", 25, "How long a telegram may stay classified, in years."),),
)
def classified_too_long(context: Context) -> Iterator[Finding]:
    """The telegram stays classified for more than 25 years.

    ## What it does
    Compares the date of the E.O. line, or its span of time, with the day of the telegram and 25 years, under E.O. 12958 and 13526.

    ## Why
    Longer than that only exemptions hold, 25X1 to 25X9, which are written instead of a date. Mostly a digit is wrong.

    ## Source
    32 CFR 2001; state-telegram.md "E.O. line": date or event under 10 years, 10 to 25 years, or 25 years.

    ## Example
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/11/2034
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    O 101215Z SEP 09
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2034
    SUBJECT: RICE HARVEST
    ```

    ## Options
    `years`: how long a telegram may stay classified, 25.

    ## Fix
    None: the date is for the classifier to say.
    """
    line, sent = context.first(m.ExecutiveOrder), _sent(context)
    if line is None or sent is None or SAME_AS.get(line.value.order, line.value.order) not in WITH_LONGEST:
        return
    yield from _beyond(context, line, sent, classified_too_long.option(context, "years"))


def _beyond(context: Context, line: Placed[m.ExecutiveOrder], sent: dt.date, years: int) -> Iterator[Finding]:
    """The term of the line, where it is more than so many years from the day of the telegram."""
    duration = line.value.duration
    until = duration.after(sent) if duration is not None else line.value.date
    with m.trusting():
        last = m.Duration(years, "years").after(sent)
    if until is not None and until > last:
        said = f"until {until} is more than {years} years: {last} is the last day"
        yield Finding(_term(line), said, _sent_label(context))


@rule("EO009", "missing-order", archive="warning", drafting="error", wire=None)
def missing_order(context: Context) -> Iterator[Finding]:
    """A classified telegram has no E.O. line.

    ## What it does
    Looks for the line where the classification line says CONFIDENTIAL or more and the text has TAGS or SUBJECT.

    ## Why
    Nobody knows by which order it is classified, and until when.

    ## Source
    5 FAH-1 H-246; STATISTICS 6: 52 of 6,712 cables have none.

    ## Example
    ```text
    S E C R E T LIMA 000017

    TAGS: PREL, PE
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2034
    TAGS: PREL, PE
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: the date is for the classifier to say.
    """
    line, sent = context.first(m.ClassificationLine), _sent(context)
    if line is None or line.value.level <= m.Level.LIMITED_OFFICIAL_USE or (sent is not None and sent.year < OLDEST):
        return
    has_head = context.first(m.Tags) is not None or context.first(m.Subject) is not None
    not_understood = any(one.construct == m.ExecutiveOrder.start_rule for one in context.cable.unparsed)
    if has_head and context.first(m.ExecutiveOrder) is None and not not_understood:
        yield Finding(line.span, f"{line.value.level}, but there is no E.O. line")


@rule("EO010", "missing-term", archive="warning", drafting="error", wire=None)
def missing_term(context: Context) -> Iterator[Finding]:
    """The E.O. line of a classified telegram does not say until when.

    ## What it does
    Finds N/A, and lines that have neither a date, an event, an exemption nor a schedule (GDS and its kin), where the classification line says
    CONFIDENTIAL or more.

    ## Why
    What is classified has a date or an event that ends it, or a reason why there is none.

    ## Source
    5 FAH-1 H-246; state-telegram.md "E.O. line": N/A is for what is unclassified.

    ## Example
    ```text
    S E C R E T LIMA 000017

    E.O. 12958: N/A
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2034
    SUBJECT: RICE HARVEST
    ```

    ## Options
    None.

    ## Fix
    None: the date is for the classifier to say.
    """
    line, order = context.first(m.ClassificationLine), context.first(m.ExecutiveOrder)
    if line is None or order is None or line.value.level <= m.Level.LIMITED_OFFICIAL_USE:
        return
    value = order.value
    without = (m.OrderAction.NONE, m.OrderAction.NOT_APPLICABLE, m.OrderAction.DECLASSIFY, m.OrderAction.DOWNGRADE)
    if value.action in without and value.date is None and not value.exemption and not value.event:
        what = "N/A" if value.action is m.OrderAction.NOT_APPLICABLE else "no date and no event"
        yield Finding(
            order.span,
            f"{what} in a telegram that is {line.value.level}",
            (Label(line.span, f"{line.value.level} here"),),
        )


@rule(
    "EO011",
    "beyond-ten-years",
    archive="hint",
    drafting="warning",
    wire=None,
    options=(Option("years", 10, "How long a telegram may stay classified, in years."),),
)
def beyond_ten_years(context: Context) -> Iterator[Finding]:
    """A telegram under E.O. 12958 before its amendment stays classified for more than 10 years and names no exemption.

    ## What it does
    Compares the date of the E.O. line, or its span of time, with the day of the telegram and 10 years, in telegrams that cite E.O. 12958 and
    were sent before 25 March 2003, when it was amended. An exemption, X1 to X8, stands instead of the date.

    ## Why
    Until the amendment nothing stayed classified for longer, but for the exemptions; with a date beyond, nobody knows which one is meant.

    ## Source
    32 CFR 2001 of 1995; state-telegram.md "E.O. line": X1-X8 exempt from 10 years; executive_orders.csv.

    ## Example
    ```text
    O 101215Z SEP 99
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2019
    SUBJECT: RICE HARVEST
    ```

    ## Corrected
    ```text
    O 101215Z SEP 99
    FM AMEMBASSY LIMA
    S E C R E T LIMA 000017

    E.O. 12958: DECL: 09/10/2009
    SUBJECT: RICE HARVEST
    ```

    ## Options
    `years`: how long a telegram may stay classified, 10.

    ## Fix
    None: whether the date or the missing exemption is wrong, the classifier must say.
    """
    line, sent = context.first(m.ExecutiveOrder), _sent(context)
    if line is not None and sent is not None and line.value.order == "12958" and sent < AMENDED:
        yield from _beyond(context, line, sent, beyond_ten_years.option(context, "years"))
