"""Twin test of grammar/executive_order.lark."""

from __future__ import annotations

import datetime

from cablegrammar.model import ExecutiveOrder
from cablegrammar.model.executive_order import OrderAction
from tests.grammar.twin import twin


def declassify(year: int, month: int, day: int, order: str = "12958") -> ExecutiveOrder:
    """The commonest line."""
    return ExecutiveOrder(order, OrderAction.DECLASSIFY, date=datetime.date(year, month, day))


def event(words: str, action: OrderAction = OrderAction.DECLASSIFY) -> ExecutiveOrder:
    return ExecutiveOrder("12958", action, event=words)


def exempt(code: str, order: str = "12958") -> ExecutiveOrder:
    return ExecutiveOrder(order, OrderAction.DECLASSIFY, exemption=code)


NOT_APPLICABLE = ExecutiveOrder("12958", OrderAction.NOT_APPLICABLE)
GENERAL = ExecutiveOrder("11652", OrderAction.GENERAL_SCHEDULE)

TestExecutiveOrder = twin(
    "executive_order",
    {
        "E.O. 12065: RDS-1,4 8/12/99 (ROE, JANE) OR-M": ExecutiveOrder(
            "12065",
            OrderAction.REVIEW_SCHEDULE,
            date=datetime.date(1999, 8, 12),
            exemption="1,4",
            classifier="ROE, JANE",
            office="OR-M",
        ),
        # the number, with and without stops and colons
        "E.O. 12958: DECL: 09/09/2034": declassify(2034, 9, 9),
        "EO 12958 DECL: 03/26/2033 \n": declassify(2033, 3, 26),
        "E.O. 12958:DECL:03/26/2033\r\n\r\n": declassify(2033, 3, 26),
        "E.O. 12958 DECL: 03/26/2033": declassify(2033, 3, 26),
        "E.o. 12958: decl: 03/26/2033": declassify(2033, 3, 26),
        "E.0. 12958: N/A\r": NOT_APPLICABLE,
        "E.O.: 12958: N/A": NOT_APPLICABLE,
        "E.O.12958:  N/A \\\n \\\n": NOT_APPLICABLE,
        "E.O 12958:  N/A": NOT_APPLICABLE,
        "E. O. 11652: GDS": GENERAL,
        "  E.O. 12958: n/a\n \n": NOT_APPLICABLE,
        "E.O. 12958: NA": NOT_APPLICABLE,
        "E.O. 12958: DECL: N/A": NOT_APPLICABLE,
        "E.O. 1295: DECL: 01/02/2020": declassify(2020, 1, 2, "1295"),
        "E.O. 13526: DECL: 2035/07/01": declassify(2035, 7, 1, "13526"),
        # nothing behind the number
        "E.O. 12958:\n\n": ExecutiveOrder("12958"),
        "E.O. 12958": ExecutiveOrder("12958"),
        "E.O. 12958: DECL:": ExecutiveOrder("12958", OrderAction.DECLASSIFY),
        # the label
        "E.O. 12958: DECL: DECL: 01/02/2020": declassify(2020, 1, 2),
        "E.O. 12958: DECLl: 01/02/2020": declassify(2020, 1, 2),
        "E.O. 12958: DECL ON: 01/02/2020": declassify(2020, 1, 2),
        "E.O. 12958: DECL 01/2/2020": declassify(2020, 1, 2),
        "E.O. 12958: DECLASSIFY 01/02/2020": declassify(2020, 1, 2),
        "E.O. 12958: Declassify on 1/2/2020": declassify(2020, 1, 2),
        "E.O. 12958: 01/02/2020": ExecutiveOrder("12958", date=datetime.date(2020, 1, 2)),
        # dates
        "E.O. 12958: DECL:  6/5/2018": declassify(2018, 6, 5),
        "E.O. 12958: DECL: 2020/1/20": declassify(2020, 1, 20),
        "E.O. 12958: DECL: 2020-01-20": declassify(2020, 1, 20),
        "E.O. 12958:  DECL:  06-18-18": declassify(2018, 6, 18),
        "E.O. 12958:DECL:11/13/65": declassify(2065, 11, 13),
        "E.O. 12356: DECL: 11/13/66": declassify(1966, 11, 13, "12356"),
        "E.O. 12958: DECL: 20 OCTOBER 2019": declassify(2019, 10, 20),
        "E.O. 12958: DECL: JUNE 21, 2006": declassify(2006, 6, 21),
        "E.O. 12958: DECL: 02/29/2020": declassify(2020, 2, 29),
        # exemptions
        "E.O. 12958: DECL: (X1)": exempt("X1"),
        "E.O. 12958: DECL: X8": exempt("X8"),
        "E.O. 12958: DECL: 25X1": exempt("25X1"),
        "E.O. 12958: DECL: 25X1- HUMAN": exempt("25X1-HUMAN"),
        "E.O. 12958: DECL: 25X1-HUMAN": exempt("25X1-HUMAN"),
        "E.O. 12958: DECL: MR": exempt("MR"),
        "E.O. 12356:DECL:OADR": exempt("OADR", "12356"),
        "E.O. 12356: OADR": ExecutiveOrder("12356", exemption="OADR"),
        # events
        "E.O. 12958: DECL: TWENTY YEARS": event("TWENTY YEARS"),
        "E.O. 12958: DECL: 25  YEARS": event("25 YEARS"),
        "EO 12958 DECL: TEN YEARS AFTER THE\nPARK OPENS": event("TEN YEARS AFTER THE PARK OPENS"),
        "E.o. 12958: decl: after the park opens": event("after the park opens"),
        "E.O. 12958: DECL: MAY 2010": event("MAY 2010"),
        "E.O. 12958: DECL: 1.4 FIVE YEARS AFTER IT": event("1.4 FIVE YEARS AFTER IT"),
        "E.O. 12958: DECL: DECLASSIFIED BY NARA 01/02/2008": event("DECLASSIFIED BY NARA 01/02/2008"),
        "E.O. 12958: AS AMENDED; DECLASSIFIED JUNE 21, 2006": event(
            "AS AMENDED; DECLASSIFIED JUNE 21, 2006", OrderAction.NONE
        ),
        "EO 12958 XXXXXXXXXXXX": event("XXXXXXXXXXXX", OrderAction.NONE),
        # downgrades and the schedules
        "E.O. 12958: DNG: CO 09/12/2013": ExecutiveOrder(
            "12958", OrderAction.DOWNGRADE, level="CO", date=datetime.date(2013, 9, 12)
        ),
        "E.O. 11652: XGDS-2": ExecutiveOrder("11652", OrderAction.EXEMPTED_SCHEDULE, exemption="2"),
        "E.O. 11652: XGDS (2)": ExecutiveOrder("11652", OrderAction.EXEMPTED_SCHEDULE, exemption="2"),
        "E.O. 12065: RDS-3 3/12/99": ExecutiveOrder(
            "12065", OrderAction.REVIEW_SCHEDULE, exemption="3", date=datetime.date(1999, 3, 12)
        ),
        "E.O. 12065: XDS-4 3/12/99 (ROE, JANE) OR-M": ExecutiveOrder(
            "12065",
            OrderAction.EXTENDED_SCHEDULE,
            exemption="4",
            date=datetime.date(1999, 3, 12),
            classifier="ROE, JANE",
            office="OR-M",
        ),
        "E.O. 12065: GDS 8/12/85 (ROE, JANE B.) OR-P": ExecutiveOrder(
            "12065",
            OrderAction.GENERAL_SCHEDULE,
            date=datetime.date(1985, 8, 12),
            classifier="ROE, JANE B.",
            office="OR-P",
        ),
    },
    [
        "E.O. 12958: DECL: 02/31/2019",
        "E.O. 12958: DECL: 02/29/2019",
        "E.O. 12958: DECL: 13/09/2019",
        "E.O. 12958: DECL: 31 APR 2019",
        "E.O. 12958: DECL: 09/09/0000",
        "E.O. 12958: DECL: 09/09/9",
        "E.O. 12958: DECL: 109/9/2019",
        "E.O. 12958: DECL: 09/09/2019 TAGS: PREL",
        "E.O. 12958: DECL: 09/0",
        "E.O. 12958: DECL: (##)",
        "E.O. 12958: DECL...",
        "E.O. 12958: DECL: X1 X2",
        "E.O. 12958: DECL: 25X1-",
        "E.O. 12958: DECL: TEN YEARS TAGS: PREL",
        "E.O. 12958: N/A OR SO",
        "E.O. 12958. However, the post",
        "E.O. 129",
        "E.O.,",
        "12958: N/A",
        "",
    ],
)
