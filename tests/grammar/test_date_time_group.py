"""Twin test of grammar/date_time_group.lark."""

from __future__ import annotations

import datetime as dt

import pytest

from cablegrammar.blocks import read
from cablegrammar.engine import Rejected
from cablegrammar.model import DateTimeGroup
from tests.grammar.twin import twin

TestDateTimeGroup = twin(
    "date_time_group",
    {
        "101215Z SEP 09": DateTimeGroup(10, 12, 15, 9, 2009),
        "252008Z Nov 05\n": DateTimeGroup(25, 20, 8, 11, 2005),
        "010000Z JAN 66": DateTimeGroup(1, 0, 0, 1, 1966),
        "312359Z DEC 65\r\n": DateTimeGroup(31, 23, 59, 12, 2065),
        " 290001Z  FEB  08 \n\n": DateTimeGroup(29, 0, 1, 2, 2008),
        "142030Z jul 79\r": DateTimeGroup(14, 20, 30, 7, 1979),
    },
    [
        "",
        "101215Z",
        "101215 SEP 09",
        "101215A SEP 09",
        "10121Z SEP 09",
        "101215Z SEPT 09",
        "101215Z SEP 2009",
        "101215Z SEP 9",
        "102415Z SEP 09",
        "101260Z SEP 09",
        "320000Z SEP 09",
        "000000Z SEP 09",
        "310000Z FEB 09",
        "290000Z FEB 09",
        "O 101215Z SEP 09",
    ],
)


def test_the_point_in_time_is_aware() -> None:
    assert DateTimeGroup(10, 12, 15, 9, 2009).datetime == dt.datetime(2009, 9, 10, 12, 15, tzinfo=dt.UTC)


def test_an_impossible_date_is_refused_with_the_reason() -> None:
    with pytest.raises(Rejected, match="day is out of range for month"):
        read("310000Z FEB 09", "date_time_group")
