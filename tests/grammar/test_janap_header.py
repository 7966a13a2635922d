"""Twin test of grammar/janap_header.lark."""

from __future__ import annotations

from cablegrammar.model import JanapHeader, Level, Precedence
from tests.grammar.twin import twin

R, P, O, Z, Y = (Precedence.of_prosign(letter) for letter in "RPOZY")  # noqa: E741
U, _, C, S, T = Level
NAVY = ("RUCRNAD",)

TestJanapHeader = twin(
    "janap_header",
    {
        "RTTUZYUW RUEWMCS0000 3641921-UUUU--RUCRNAD.": JanapHeader(
            R, "TT", U, "ZYUW", "RUEWMCS", "0000", 364, 19, 21, "UUUU", NAVY
        ),
        "RAAUZYUW RUEWMFU0001 0020001-UUUU--RUCRNAD\n": JanapHeader(
            R, "AA", U, "ZYUW", "RUEWMFU", "0001", 2, 0, 1, "UUUU", NAVY
        ),
        "RATUZYUW RUENAAA0001 0020001-UUUU-RUCRNAD. \r\n": JanapHeader(
            R, "AT", U, "ZYUW", "RUENAAA", "0001", 2, 0, 1, "UUUU", NAVY
        ),
        "OTAUZYUW RUENAAA0001 0020001-UUUU—RUCRNAD\n\n": JanapHeader(
            O, "TA", U, "ZYUW", "RUENAAA", "0001", 2, 0, 1, "UUUU", NAVY
        ),
        "PAAUZELX  RUENAAA0001  0020001-UUUU--RUENAVY  RUENCGU RUHQCNU.\r": JanapHeader(
            P, "AA", U, "ZELX", "RUENAAA", "0001", 2, 0, 1, "UUUU", ("RUENAVY", "RUENCGU", "RUHQCNU")
        ),
        "ZAASZFH2 RHHMMFA9998 3662359-SSAA--RUCRNAD.": JanapHeader(
            Z, "AA", S, "ZFH2", "RHHMMFA", "9998", 366, 23, 59, "SSAA", NAVY, release="AA"
        ),
        "YTTCZYUW RUEWMCS0001 0010000-CCCC--RUCRNAD.": JanapHeader(
            Y, "TT", C, "ZYUW", "RUEWMCS", "0001", 1, 0, 0, "CCCC", NAVY
        ),
        "RTTEZYUW RUEWMCS0001 0010000-EEEE--RUCRNAD.": JanapHeader(
            R, "TT", U, "ZYUW", "RUEWMCS", "0001", 1, 0, 0, "EEEE", NAVY, efto=True
        ),
        "RTTTZYUW RUEWMCS0001 0010000-UUUU--RUCRNAD.": JanapHeader(
            R, "TT", T, "ZYUW", "RUEWMCS", "0001", 1, 0, 0, "UUUU", NAVY
        ),
    },
    [
        "",
        "RTTUZYUW",
        "RTTUZYUW RUEWMCS 2700031-UUUU--RUCRNAD.",
        "RTTUZYUW RUEWMCS00000 2700031-UUUU--RUCRNAD.",
        "XTTUZYUW RUEWMCS0000 2700031-UUUU--RUCRNAD.",
        "RTTXZYUW RUEWMCS0000 2700031-UUUU--RUCRNAD.",
        "RTTUZYU RUEWMCS0000 2700031-UUUU--RUCRNAD.",
        "RTTUZYUW RUEWMCS0000 3671921-UUUU--RUCRNAD.",
        "RTTUZYUW RUEWMCS0000 0001921-UUUU--RUCRNAD.",
        "RTTUZYUW RUEWMCS0000 1462857-UUUU--RUCRNAD.",
        "RTTUZYUW RUEWMCS0000 2700031-UUU--RUCRNAD.",
        "RTTUZYUW RUEWMCS0000 2700031-UUUU--.",
        "RTTUZYUW RUEWMCS0000 2700031-UUUU--RUCRNAD ZNR UUUUU",
        "SPECIFIC REQUIREMENTS.",
    ],
)
