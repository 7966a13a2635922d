"""The cut of many messages, grammar/stream.lark: where each begins and ends."""

from __future__ import annotations

import io

import pytest

import cablegrammar as cg
from cablegrammar.streaming import messages

RECORD = "09LIMA17\nRICE HARVEST\nWed Feb 11 00:00:00 +0100 2009\nUNCLASSIFIED\nEmbassy Lima\n"
WIRE = "VZCZCXRO0001\nPP RUEHC\nFM AMEMBASSY LIMA\n"
NAVY = "RTTUZYUW RUEWMCS0000 3641921-UUUU--RUEWMCS.\nZNR UUUUU\nFM CNO WASHINGTON DC\n"
TEXT = "UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. (U) Poor.\n"
BANNER = "UNCLASSIFIED//\n"

#: Messages that are one after the other in a stream, as they are to be found again.
STREAMS = {
    "nothing": [],
    "one text": [TEXT],
    "blank lines": ["\n \n\n"],
    "wire messages": [WIRE + TEXT, WIRE + TEXT],
    "wire messages with blank lines": [WIRE + TEXT + "\n\n", WIRE],
    "NNNN": [WIRE + TEXT + "NNNN\n", WIRE + TEXT + "NNNN//\n\n", WIRE],
    "texts that end": [TEXT + "NNNN\n", TEXT + "NNNN\n", TEXT],
    "NNNN alone": [WIRE + "NNNN\n", "NNNN\n\n", "NNNN"],
    "records": [RECORD + WIRE + TEXT, RECORD + TEXT + "\n\n", RECORD + WIRE],
    "a record with a second header": [RECORD + WIRE + TEXT + WIRE + TEXT + NAVY, RECORD],
    "what follows a record's NNNN": [RECORD + TEXT + "NNNN\nEnd Cable Text\n\n", RECORD + TEXT],
    "a wire message behind a record's NNNN": [RECORD + TEXT + "NNNN\nrest\n", WIRE, RECORD],
    "a record behind a wire message": [WIRE + TEXT, RECORD + WIRE + TEXT],
    "Navy messages": [NAVY + TEXT, NAVY + TEXT + "NNNN\n", NAVY],
    "a JANAP header behind VZCZC": ["VZCZCXRO0001\n\n" + NAVY, "VZCZCXRO0002\n" + NAVY + TEXT, NAVY],
    "a banner behind NNNN": [NAVY + "NNNN\n" + BANNER + "\n", NAVY + "NNNN\nCLASSIFICATION: UNCLASSIFIED/\n", TEXT],
    "banners of both": [NAVY + "NNNN\n" + BANNER, BANNER + "\n" + NAVY + "NNNN\n\n" + BANNER, BANNER + TEXT],
    "a banner of the next": [NAVY + "NNNN\n\n", BANNER + "ROUTINE\n" + TEXT],
    "a banner at the end": [NAVY + "NNNN\n\n" + BANNER + "\n"],
    "a banner before an opener": [TEXT, BANNER + "\n" + WIRE, "CONFIDENTIAL\n" + NAVY],
    "banners at the start": ["\n" + BANNER * 5 + "\n" + WIRE, WIRE],
    "a banner above a record": ["\n" + BANNER + RECORD + TEXT],
    "copies": [NAVY + "NNNN\nRTD:000-000/COPIES:\n\n", "garbage\n", NAVY],
    "text before, between and behind": ["garbage\n\n", WIRE + "NNNN\n", "garbage\n", WIRE + "NNNN\n", "garbage"],
    "blank lines at the start": ["\n\n" + WIRE, RECORD, RECORD],
    "relayed": [
        "TO   NAVADMIN\n     CNO\n\nINFO CNO\n\n" + NAVY,
        WIRE + "NNNN\n\n",
        BANNER + "PASS TO ALL CODES:\n" + NAVY,
    ],
    "relayed to nobody": ["TO   NAVADMIN\n", WIRE],
}

#: Lines that begin no message in the middle of a telegram.
NOTHING = (
    "VZCZC2370",
    " VZCZCXRO0001",
    "see VZCZCXRO0001",
    "NNNN 17",
    "NNN",
    "09LIMA17",
    "09LIMA17\n09LIMA18\nWednesday 11",
    "09LIMA17\n\n\nWed Feb 11 00:00:00 +0100 2009",
    "LIMA17\n\nWed Feb 11 00:00:00 +0100 2009",
    "RTTUZYUW RUEWMCS 364-",
    "UNCLAS LIMA 000018",
    "UNCLASSIFIED",
    "TO NAVADMIN",
)


def cut(text: str) -> list[str]:
    return list(messages(io.StringIO(text, newline="").read))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", STREAMS)
def test_boundaries(name: str, newline: str) -> None:
    expected = [message.replace("\n", newline) for message in STREAMS[name]]
    assert cut("".join(expected)) == expected
    # and a message is the same message wherever it is found
    assert [cut(message) for message in expected] == [[message] for message in expected]


@pytest.mark.parametrize("line", NOTHING)
@pytest.mark.parametrize("before", [TEXT, WIRE + TEXT, RECORD + TEXT], ids=["text", "wire message", "record"])
def test_begins_nothing(before: str, line: str) -> None:
    text = f"{before}{line}\nPost agrees.\n"
    assert cut(text) == [text]


@pytest.mark.parametrize("line", ["", "NNNN", "VZCZCXRO0001", "09LIMA18"])
def test_an_id_at_the_end_may_be_a_record(line: str) -> None:
    """Its date may be still to come: until then nothing begins or ends behind it."""
    text = f"{TEXT}09LIMA17\n{line}"
    assert cut(text) == [text]
    assert cut(f"{text}\n") == [f"{text}\n"]
    assert cut(f"{text}\nWed Feb 11\n") == [TEXT, f"09LIMA17\n{line}\nWed Feb 11\n"]


def test_an_id_that_was_no_record() -> None:
    assert cut(f"{TEXT}09LIMA17\nNNNN\nmore\n") == [f"{TEXT}09LIMA17\nNNNN\n", "more\n"]


@pytest.mark.parametrize(
    ("text", "container"),
    [
        (RECORD + WIRE + TEXT, "record"),
        ("\n" + BANNER + "\n" + RECORD + TEXT, "record"),
        ("\n" + WIRE + TEXT, "header"),
    ],
)
def test_what_stands_above_a_message_leaves_it_what_it_is(text: str, container: str) -> None:
    assert cg.parse(text).container == container
