"""Twin test of grammar/record.lark."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from cablegrammar.blocks import read
from cablegrammar.engine import Rejected
from cablegrammar.model import Level, Record
from tests.grammar.twin import twin

SUMMER = datetime(2009, 9, 10, tzinfo=timezone(timedelta(hours=2)))
WINTER = datetime(1975, 1, 2, tzinfo=timezone(timedelta(hours=1)))
DATE = "Thu Sep 10 00:00:00 +0200 2009"

TestRecord = twin(
    "record",
    {
        f"09ISLAMABAD2184\nA MEETING\n{DATE}\nCONFIDENTIAL\nEmbassy Islamabad\n": Record(
            "09ISLAMABAD2184", "A MEETING", SUMMER, Level.CONFIDENTIAL, "", "Embassy Islamabad"
        ),
        f"09LIMA12\r\n\r\n{DATE}\r\nSECRET//NOFORN\r\nEmbassy Lima\r\n": Record(
            "09LIMA12", "", SUMMER, Level.SECRET, "NOFORN", "Embassy Lima"
        ),
        f"09LIMA12\r \r{DATE}\rSECRET\rEmbassy Lima\r": Record(
            "09LIMA12", "", SUMMER, Level.SECRET, "", "Embassy Lima"
        ),
        f"09LIMA1 \n Rice  and beans: 1. (C) \n{DATE} \nUNCLASSIFIED//FOR OFFICIAL USE ONLY\nEmbassy Lima\n\n": Record(
            "09LIMA1",
            "Rice and beans: 1. (C)",
            SUMMER,
            Level.UNCLASSIFIED,
            "FOR OFFICIAL USE ONLY",
            "Embassy Lima",
        ),
        "75STATE1\nTHE ROAD\nThu Jan 02 00:00:00 +0100 1975\nLIMITED OFFICIAL USE\nSecretary of State": Record(
            "75STATE1", "THE ROAD", WINTER, Level.LIMITED_OFFICIAL_USE, "", "Secretary of State"
        ),
        f"09SECTION01OF02LIMA12\nTO\n{DATE}\nTOP SECRET\nUSUN New York\n": Record(
            "09SECTION01OF02LIMA12", "TO", SUMMER, Level.TOP_SECRET, "", "USUN New York"
        ),
    },
    [
        "",
        "09ISLAMABAD2184",
        f"ISLAMABAD2184\nA MEETING\n{DATE}\nCONFIDENTIAL\nEmbassy Islamabad\n",
        f"09 ISLAMABAD 2184\nA MEETING\n{DATE}\nCONFIDENTIAL\nEmbassy Islamabad\n",
        f"09LIMA12\n{DATE}\nCONFIDENTIAL\nEmbassy Lima\n",
        f"09LIMA12\nA\nB\n{DATE}\nCONFIDENTIAL\nEmbassy Lima\n",
        f"09LIMA12\nA\n{DATE}\nCONFIDENTIAL\n",
        f"09LIMA12\nA\n{DATE}\nCONFIDENTIAL\nEmbassy Lima\nVZCZCXRO2370",
        f"09LIMA12\nA\n{DATE}\nRESTRICTED\nEmbassy Lima\n",
        f"09LIMA12\nA\n{DATE}\nSECRET//\nEmbassy Lima\n",
        f"09LIMA12\nA\n{DATE}\nSECRET//EXDIS\nEmbassy Lima\n",
        "09LIMA12\nA\n2009-09-10 00:00\nSECRET\nEmbassy Lima\n",
        "09LIMA12\nA\nFri Sep 10 00:00:00 +0200 2009\nSECRET\nEmbassy Lima\n",
        "09LIMA12\nA\nMon Feb 30 00:00:00 +0200 2009\nSECRET\nEmbassy Lima\n",
        "09LIMA12\nA\nThu Sep 10 00:00:00 CEST 2009\nSECRET\nEmbassy Lima\n",
    ],
)


def test_the_classification_is_as_written() -> None:
    record = Record("09LIMA12", "", SUMMER, Level.UNCLASSIFIED, "FOR OFFICIAL USE ONLY", "Embassy Lima")
    assert record.classification == "UNCLASSIFIED//FOR OFFICIAL USE ONLY"


def test_the_offset_is_kept() -> None:
    record = read(f"09LIMA12\n\n{DATE}\nSECRET\nEmbassy Lima\n", "record")
    assert isinstance(record, Record)
    assert record.created.utcoffset() == timedelta(hours=2)


def test_the_day_of_the_week_agrees() -> None:
    with pytest.raises(Rejected, match="2009-09-10 is not a Fri"):
        read("09LIMA12\nA\nFri Sep 10 00:00:00 +0200 2009\nSECRET\nEmbassy Lima\n", "record")


def test_a_date_without_offset_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="created has no offset"):
        Record("09LIMA12", "", datetime(2009, 9, 10), Level.SECRET, "", "Embassy Lima")
