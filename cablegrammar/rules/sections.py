"""Header, sections and ending, compared with each other."""

from __future__ import annotations

from collections.abc import Iterator

from cablegrammar import model as m
from cablegrammar.cable import page_lines_of
from cablegrammar.diagnostics import UNSAFE, Edit, Fix, Label
from cablegrammar.reference_tables import ARCHIVE_INDICATOR
from cablegrammar.rules.addressing import addressed, indicator_at, parts
from cablegrammar.rules.base import Finding, rule
from cablegrammar.rules.context import Context, Placed
from cablegrammar.rules.replacing import replaced
from cablegrammar.writer.security import class_letter


@rule("XC005", "section-total", archive="warning", drafting="error", wire="error")
def section_total(context: Context) -> Iterator[Finding]:
    """A page line has another number of sections than the classification line.

    ## What it does
    Compares the total of SECTION nn OF nn with that of each page line; says it of the first that differs.

    ## Why
    Who puts the sections together waits for one that does not exist, or takes the text for whole when it is not.

    ## Source
    acp127.md "Sections and page lines": the totals are equal in 1,688 of 1,690 cables.

    ## Example
    ```text
    UNCLAS SECTION 01 OF 02 LIMA 000017

    SUBJECT: RICE HARVEST

    1. Poor.

    LIMA 00000017  002 OF 003

    2. Post will report.
    ```

    ## Corrected
    ```text
    UNCLAS SECTION 01 OF 02 LIMA 000017

    SUBJECT: RICE HARVEST

    1. Poor.

    LIMA 00000017  002 OF 002

    2. Post will report.
    ```

    ## Options
    None.

    ## Fix
    None: which of the two is wrong, they do not say.
    """
    line = context.first(m.ClassificationLine)
    section = line.value.section if line is not None else None
    if line is None or section is None:
        return
    for index in context.cable.primary:
        field = context.cable.fields[index]
        # the older form has no total
        wrong = [page for page in page_lines_of(field.value) if page.total and page.total != section.total]
        if wrong:
            place = Placed(field.value, field, index, context.starts[index])
            label = Label(line.part("section count", nth=0 if section.final else 1), f"{section.total} here")
            said = f"the page line counts {wrong[0].total} sections, the classification line {section.total}"
            yield Finding(place.part("page in prose", "page total"), said, (label,))
            return


@rule("XC007", "routed-to-nobody", archive="hint", drafting="warning", wire="hint")
def routed_to_nobody(context: Context) -> Iterator[Finding]:
    """Format line 2 has an indicator that no addressee has.

    ## What it does
    Looks for each indicator of FL2 among those of FL7 and FL8. Where an addressee stands for many, or has no indicator, its members may be
    meant, and nothing is said; nor of RUEHWEB, which an archive had for itself.

    ## Why
    A station gets a message in which it is not named, and does not know what to do with it.

    ## Source
    acp127.md FL2: addressee routing indicators; "Routing indicators".

    ## Example
    ```text
    OO RUEHBO RUEHQT
    TO RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Corrected
    ```text
    OO RUEHBO
    TO RUEHBO/AMEMBASSY BOGOTA
    ```

    ## Options
    None.

    ## Fix
    Unsafe: takes the indicators that no addressee has away, unless none would be left.
    """
    routing, named = context.first(m.Routing), addressed(context)
    if routing is None or not named:
        return
    addresses = [field.value.address for field in named]
    if any(address.is_collective or not address.routing_indicator for address in addresses):
        return
    known = {address.routing_indicator for address in addresses}
    given = routing.value.indicators
    kept = tuple(one for one in given if one in known or one == ARCHIVE_INDICATOR)
    if kept == given:
        return
    fix = None
    if kept:
        remedy = "Take away what no addressee has"
        fix = replaced(context, "routing", routing.value, remedy, indicators=kept)
    for indicator, at in zip(given, parts(routing, "routed station"), strict=True):
        if indicator not in known and indicator != ARCHIVE_INDICATOR:
            yield Finding(at, f"no addressee has the indicator {indicator}", fix=fix)


@rule("XC008", "addressee-not-routed", archive=None, drafting="warning", wire=None)
def addressee_not_routed(context: Context) -> Iterator[Finding]:
    """An addressee's indicator is missing on format line 2.

    ## What it does
    Looks for the indicator of each addressee of FL7 and FL8 on FL2; ZEN/ says that the addressee has the message by other means.

    ## Why
    The message is not sent there. Relays divide the indicators among the copies that they pass on, so that a copy received has some of them
    only: the rule is for messages that one writes.

    ## Source
    acp127.md FL2: addressee routing indicators; published copies list those of the copy that was archived.

    ## Example
    ```text
    OO RUEHBO
    TO RUEHBO/AMEMBASSY BOGOTA
    INFO RUEHQT/AMEMBASSY QUITO
    ```

    ## Corrected
    ```text
    OO RUEHBO RUEHQT
    TO RUEHBO/AMEMBASSY BOGOTA
    INFO RUEHQT/AMEMBASSY QUITO
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the indicators that are missing on FL2.
    """
    routing = context.first(m.Routing)
    if routing is None:
        return
    given = routing.value.indicators
    missing: dict[str, Placed[m.Action | m.Info]] = {}
    for field in addressed(context):
        address = field.value.address
        if address.routing_indicator and not address.delivered and address.routing_indicator not in given:
            missing.setdefault(address.routing_indicator, field)
    if not missing:
        return
    remedy = f"Write {' '.join(missing)} on FL2"
    fix = replaced(context, "routing", routing.value, remedy, indicators=(*given, *missing))
    for indicator, field in missing.items():
        said = f"FL2 does not have {indicator}, the indicator of {field.value.address.plad}"
        yield Finding(indicator_at(field), said, (Label(routing.span, "FL2"),), fix=fix)


@rule("XC009", "section-number", archive="warning", drafting="error", wire="error")
def section_number(context: Context) -> Iterator[Finding]:
    """Format line 3 has another section than the classification line.

    ## What it does
    Compares the number behind the slash of FL3 with that of SECTION nn OF nn. Without SECTION, FL3 has 01 or none: both are common.

    ## Why
    Services and retransmissions name the section by FL3: with a wrong number another one is sent.

    ## Source
    acp127.md FL3: when the text has SECTION nn OF nn, FL3 has /nn in 2,516 of 2,524 cables; 1,434 of one section have /01.

    ## Example
    ```text
    DE RUEHPE #0017/02 2531215
    FM AMEMBASSY LIMA
    UNCLAS SECTION 01 OF 02 LIMA 000017
    ```

    ## Corrected
    ```text
    DE RUEHPE #0017/01 2531215
    FM AMEMBASSY LIMA
    UNCLAS SECTION 01 OF 02 LIMA 000017
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the section of the classification line on FL3.
    """
    station, line = context.first(m.Station), context.first(m.ClassificationLine)
    if station is None or line is None:
        return
    given, section = station.value.section, line.value.section
    if given == (section.number if section else 1) or (given is None and section is None):
        return
    right = section.number if section else None
    fix = replaced(context, "station", station.value, "Write the section on FL3", section=right)
    on_station = "no section" if given is None else f"section {given}"
    on_line = "no section" if section is None else f"section {section.number}"
    label = Label(line.part("section count", "section final"), f"{on_line} here")
    at = station.part("section number", "serial") if given is None else station.part("section number")
    yield Finding(at, f"FL3 has {on_station}, the classification line {on_line}", (label,), fix=fix)


@rule("XC010", "validation-serial", archive="warning", drafting="error", wire="error")
def validation_serial(context: Context) -> Iterator[Finding]:
    """The validation line has another serial number than the header.

    ## What it does
    Compares the validation line with the serial number of FL3, or of the JANAP 128 header; leading zeros do not matter.

    ## Why
    The number says that the ending is that of this message: with another one it is taken for a straggler.

    ## Source
    acp127.md "FL11-FL16": number sign and serial number of the header.

    ## Example
    ```text
    DE RUEHPE #0017 2531215
    FM AMEMBASSY LIMA
    BT
    UNCLAS LIMA 000017

    1. Poor.
    BT
    #0018
    NNNN
    ```

    ## Corrected
    ```text
    DE RUEHPE #0017 2531215
    FM AMEMBASSY LIMA
    BT
    UNCLAS LIMA 000017

    1. Poor.
    BT
    #0017
    NNNN
    ```

    ## Options
    None.

    ## Fix
    Unsafe: writes the serial number of the header.
    """
    header: Placed[m.Station] | Placed[m.JanapHeader] | None = context.first(m.Station) or context.first(m.JanapHeader)
    if header is None:
        return
    serial = header.value.serial
    for field in context.all(m.Validation):
        if int(field.value.serial) != int(serial):
            at = field.part("validated serial")
            label = Label(header.part("serial", "janap serial"), "in the header")
            fix = Fix((Edit(at, serial),), UNSAFE, f"Write {serial}")
            said = f"the validation line has {field.value.serial}, the header {serial}"
            yield Finding(at, said, (label,), fix=fix)


@rule("XC013", "janap-class", archive="warning", drafting="error", wire="error")
def janap_class(context: Context) -> Iterator[Finding]:
    """The class of the JANAP 128 header is not that of its group or of format line 4.

    ## What it does
    Compares the fourth letter of the header with its group, four such letters or two and a release code, and with the letters of FL4.

    ## Why
    Switches route by the header and people protect the message by FL4.

    ## Source
    acp127.md "JANAP 128 / ACP 128 header": positions 30 to 33 must agree with position 4 and FL4; NAVEDTRA 14226.

    ## Example
    ```text
    RTTUZYUW RUEHPEA0017 2531215-UUUU--RUEHLPA.
    ZNY CCCCC
    ```

    ## Corrected
    ```text
    RTTUZYUW RUEHPEA0017 2531215-UUUU--RUEHLPA.
    ZNR UUUUU
    ```

    ## Options
    None.

    ## Fix
    None: which of the two is wrong, a person must say.
    """
    header, security = context.first(m.JanapHeader), context.first(m.Security)
    if header is None:
        return
    letter = class_letter(header.value.level, header.value.efto)
    if header.value.group != letter * 2 + (header.value.release or letter * 2):
        label = Label(header.part("janap class"), f"{letter} here")
        at = header.parts("janap group", "janap class twice", "janap release") or (header.span,)
        said = f"the group {header.value.group} is not that of class {letter}"
        yield Finding((at[0][0], at[-1][1]), said, (label,))
    if security is None:
        return
    if (header.value.level, header.value.efto) != (security.value.level, security.value.efto):
        one, other = (f"{value.level}{' EFTO' if value.efto else ''}" for value in (header.value, security.value))
        label = Label(security.part("class five times", "class three times"), f"{other} here")
        yield Finding(header.part("janap class"), f"the header says {one}, FL4 {other}", (label,))
