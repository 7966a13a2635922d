"""Telegrams of the 1970s as the Department's archive keeps them: pages, distribution, drafting, message-centre lines; invented."""

from __future__ import annotations

import cablegrammar as cg

OUTGOING = """UNCLASSIFIED

PAGE 01        STATE  296107
ORIGIN PA-02

INFO  OCT-01  ISO-00  L-03  INR-10
      NSAE-00  EB-08  /168 R

DRAFTED BY PA/FOI:JDOE
APPROVED BY PA:JROE
L/M:KROE
DESIRED DISTRIBUTION
------------------032004  230631Z /12
P 222227Z NOV 78
FM SECSTATE WASHDC
TO ALL DIPLOMATIC AND CONSULAR POSTS PRIORITY

UNCLAS STATE 296107

INFORM CONSULS

E.O. 11652: N/A

TAGS: AINS

SUBJECT: RICE HARVEST

REF: STATE 290000

1. SUMMARY. THE HARVEST WAS POOR IN ALL OF THE PROVINCES OF THE
NORTH AND THE PRICE OF RICE WENT UP. END SUMMARY.

2. THE DEPARTMENT ASKS POSTS TO REPORT TO THE BUREAUS CONCERNED
UNCLASSIFIED

UNCLASSIFIED

PAGE 02        STATE  296107

BY MARCH.
VANCE

UNCLASSIFIED

<< END OF DOCUMENT >>
"""

INCOMING = """PAGE 01  TEHRAN 02077  01 OF 02  261330Z

46
ACTION NEA-12

INFO OCT-01  EUR-25  ISO-00  /062 W
                        --------------------- 099491
R 260945Z FEB 74
FM AMEMBASSY TEHRAN
TO SECSTATE WASHDC 1234
INFO AMEMBASSY LONDON

C O N F I D E N T I A L SECTION 1 OF 2 TEHRAN 2077

E.O. 11652: GDS
TAGS: PFOR, PINT, IR, UK
SUBJ: TALKS

REF: A. TEHRAN 1234; B. STATE 123456 (NOTAL); C. TEHRAN A-12

1. THE MINISTER SAID THAT HE WOULD GO.
CONFIDENTIAL

CONFIDENTIAL

PAGE 02  TEHRAN 02077  01 OF 02  261330Z

2. COMMENT: HE MAY.
HELMS

NOTE BY OC/T: TEHRAN 2077 SECTION 2 NOT RECEIVED.
"""


def test_outgoing() -> None:
    cable = cg.parse(OUTGOING)
    assert not cable.unparsed
    assert [line.role for line in cable.distribution] == ["ORIGIN", "INFO"]
    assert [(line.label, line.text) for line in cable.drafting] == [
        ("DRAFTED BY", "PA/FOI:JDOE"),
        ("APPROVED BY", "PA:JROE L/M:KROE"),
        ("DESIRED DISTRIBUTION", ""),
    ]
    assert cable.reference_id == "78STATE296107"
    assert cable.captions == ("INFORM CONSULS",)
    assert cable.paragraphs[1].text == "THE DEPARTMENT ASKS POSTS TO REPORT TO THE BUREAUS CONCERNED BY MARCH."
    assert [page.page for page in cable.page_lines] == [1, 2]
    assert cable.signature == cg.Signature("VANCE")
    assert [trailer.text for trailer in cable.trailers] == ["UNCLASSIFIED", "<< END OF DOCUMENT >>"]


def test_incoming() -> None:
    cable = cg.parse(INCOMING)
    assert not cable.unparsed
    assert [line.role for line in cable.distribution] == ["ACTION", "INFO"]
    assert cable.section is not None
    assert (cable.section.number, cable.section.total) == (1, 2)
    assert [reference.kind for reference in cable.references] == ["cable", "cable", "airgram"]
    assert cable.cited_ids == ("74TEHRAN1234", "74STATE123456")
    assert [paragraph.text for paragraph in cable.paragraphs] == [
        "THE MINISTER SAID THAT HE WOULD GO.",
        "COMMENT: HE MAY.",
    ]
    assert cable.signature == cg.Signature("HELMS")
    assert [trailer.text for trailer in cable.trailers] == ["NOTE BY OC/T: TEHRAN 2077 SECTION 2 NOT RECEIVED."]


def test_old_telegrams_are_written() -> None:
    for text in (OUTGOING, INCOMING):
        done = cg.canonicalize(cg.parse(text))
        assert not done.notes
        assert cg.meaning(done) == cg.meaning(cg.parse(text))
        assert "PAGE" not in cg.unparse(done)
