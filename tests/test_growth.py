"""G9: reading takes time in proportion to the text, whatever the text.

For each family of texts the time is measured at four sizes, each twice the one before, and a line is fitted through the
logarithms: its slope is 1 for linear time and 2 for quadratic time. The guarantee is 1.15. Times are process time, the best of
three with the garbage collector off. On a busy machine the best of three still strays by some 10 %, which moves a slope over a
factor of eight by up to 0.1 either way; hence the margin, and hence a family that exceeds it is measured again before it fails.
"""

from __future__ import annotations

import gc
import io
import math
import time
from collections import deque
from collections.abc import Callable, Sequence
from functools import partial

import pytest

import cablegrammar as cg
from cablegrammar.blocks import read_or_keep
from cablegrammar.repairing import suspecting
from cablegrammar.signs import signs_in
from cablegrammar.streaming import messages
from tests.shared import seed

SLOPE = 1.15
MARGIN = 0.1
DOUBLINGS = 3
ATTEMPTS = 3

HEADER = "VZCZCXRO2370\nOO RUEHLH\nDE RUEHIL #2184/01 2531215\nZNY CCCCC ZZH\nO 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC\n"
HEAD = "UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: RICE\n\n"
SENTENCE = "Post met the minister, who said that the harvest had been poor. "

#: A unit that is repeated, what stands before and behind the run, and how many units the largest text has.
FAMILIES: dict[str, tuple[str, str, str, int]] = {
    "sample after sample": (seed() + "\n\n", "", "", 100),
    # (neither less nor more: around half a megabyte the words of such a line outgrow a processor's second cache, and a slope taken there
    # is that of the cache: 1.3 from 64 to 512 kB, 1.0 below and 1.0 from 256 kB to 2 MB)
    "one line of prose": (SENTENCE, "", "", 32_000),
    "one line in a paragraph": (SENTENCE, HEAD + "1. (C) ", "", 32_000),
    "lines of prose": (SENTENCE.strip() + "\n", HEAD, "", 12_000),
    "blank lines": ("\n", "", "", 2_500_000),
    "lines of blanks": ("   \n", HEAD + "1. Post\n", "x", 620_000),
    "carriage returns and line feeds": ("\r\n\r", "", "", 830_000),
    "addressees": ("RUEHLO/AMEMBASSY LONDON 1261\n", HEADER + "INFO ", "", 7_900),
    "bare addressees": ("AMEMBASSY LONDON\n", HEADER, "", 10_000),
    "paragraphs": ("1. (C) Post agrees.\n\n", HEAD, "", 15_000),
    "paragraphs in one line": ("1. (C) Post agrees. ", HEAD, "", 16_000),
    "nested parentheses": ("(", HEAD + "1. ", "", 2_400_000),
    "balanced parentheses": ("()", HEAD + "REF: ", "", 250_000),
    "parentheses in the subject": ("(C) ", "SUBJECT: ", "", 130_000),
    "repeated keywords": ("SUBJECT: TAGS: REF: E.O. 12958: ", "", "", 4_500),
    "classification words": ("C O N F I D E N T I A L ", "", "", 100_000),
    "classification words in a header": ("S E C R E T SECTION ", HEADER + "INFO ", "", 1_800),
    "unclosed tags": ("PREL (ROE, ", "TAGS: ", "", 62_000),
    "unclosed references": ("A. STATE 1234 (", "REF: ", "", 4_400),
    "unclosed quotes": ('"', HEAD + "1. ", "", 2_400_000),
    "unclosed office": ("//EUR", HEADER + "INFO AMEMBASSY LIMA", "", 11_000),
    "dashes": ("-", HEAD, "", 2_400_000),
    "dashes in prose": ("- ", HEAD + "1. Post ", "", 1_200_000),
    "rules": ("-----\n", HEAD, "", 8_700),
    "digits": ("7", "", "", 2_500_000),
    "digits in a paragraph": ("7", HEAD + "1. ", "", 2_400_000),
    "capitals": ("Q", "", "", 2_500_000),
    "capitals in a header": ("Q", HEADER + "INFO ", "", 2_400_000),
    "words of capitals": ("AMEMBASSY ", HEADER + "INFO ", "", 10_000),
    "blanks": (" ", HEAD + "1. Post", "agrees", 2_400_000),
    "blanks in a header": (" ", HEADER + "INFO AMEMBASSY", "LIMA", 1_600_000),
    "backslashes": ("\\", HEAD, "", 610_000),
    "lines of backslashes": ("\\\n", HEAD + "1. Post", "", 48_000),
    "labels": ("A. ", HEAD + "1. Post.\n", "", 170_000),
    "lines of labels": ("A. Post.\n", HEAD + "1. Post.\n", "", 6_100),
    "page lines": ("LIMA 00000017  002 OF 003\n", HEAD + "1. Post\n", "", 10_000),
    "page lines in prose": ("Post LIMA 00000017  002 OF 003 agrees ", HEAD + "1. Post ", "", 5_800),
    "captions": ("SIPDIS\n", HEAD, "", 7_100),
    "signatures": ("PATTERSON\n", HEAD + "1. Post.\n", "", 19_000),
    "trailers": ("NNNN\n", HEAD + "1. Post.\nMILLER\n", "", 18_000),
    "routing lines": ("RUEHLH RUEHPW\n", "OO RUEHLH\n", "", 5_500),
    "passing lines": ("DEPT PASS USAID\n", "UNCLAS LIMA 000017\n", "", 7_900),
    "classified by": ("for reasons 1.4 (b) and (d) ", HEAD + "Classified By: Roe ", "", 2_000),
    "short lines": ("The North\n\n", HEAD + "1. Post.\n\n", "", 20_000),
    "underlined lines": ("Rice\nWheat\n---\n\n", HEAD + "1. Post.\n\n", "", 8_000),
    "lines of questions": ("Will it rain?\n\n", HEAD + "1. Post.\n\n", "", 20_000),
    "headings run on": ("End.  RICE AND ", HEAD + "1. Post. ", "", 20_000),
    "labels with a parenthesis": ("1) (C) ", HEAD, "", 16_000),
    "columns of rows": ("09LIMA17|", HEADER, "", 40_000),
    "references without parentheses": ("STATE 12 DATED ", HEAD + "REF: ", "", 4_000),
    "banners": ("UNCLASSIFIED\n\n", HEAD + "1. Post\n", "", 12_000),
    "surrogates": ("\ud800", HEAD + "1. ", "", 2_400_000),
}


def text_of(family: str, share: float) -> str:
    """The text of a family at a share of its largest size."""
    unit, before, behind, units = FAMILIES[family]
    return before + unit * int(units * share) + behind


def best_time(action: Callable[[], object], runs: int = 3) -> float:
    """The shortest process time of a few runs."""
    times = []
    for _ in range(runs):
        begin = time.process_time()
        action()
        times.append(time.process_time() - begin)
    return min(times)


def fitted(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line that is fitted by least squares through the logarithms of sizes and times."""
    logarithms = [(math.log(size), math.log(seconds)) for size, seconds in points]
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*logarithms, strict=True))
    covariance: float = sum((x - mean_x) * (y - mean_y) for x, y in logarithms)
    variance: float = sum((x - mean_x) ** 2 for x, _ in logarithms)
    return covariance / variance


def slope(family: str, action: Callable[[str], object], largest: float) -> float:
    """The slope of the logarithm of time over the logarithm of size."""
    points = []
    for doubling in range(DOUBLINGS, -1, -1):
        text = text_of(family, largest * 0.5**doubling)
        points.append((len(text), best_time(partial(action, text))))
    return fitted(points)


def check(family: str, action: Callable[[str], object], largest: float) -> None:
    action(HEAD)  # builds the parser
    gc.collect()
    gc.disable()
    try:
        slopes: list[float] = []
        while len(slopes) < ATTEMPTS and (not slopes or min(slopes) > SLOPE + MARGIN):
            slopes.append(slope(family, action, largest))
    finally:
        gc.enable()
    assert min(slopes) <= SLOPE + MARGIN, f"slopes {slopes}"


@pytest.mark.parametrize("family", list(FAMILIES))
def test_reading(family: str) -> None:
    check(family, cg.parse, 1)


#: Formatting reads several times and writes; only texts with a classification line are formatted.
FORMATTED = 0.2


@pytest.mark.parametrize(
    "family", [name for name, (_, before, _, _) in FAMILIES.items() if before.startswith("UNCLAS")]
)
def test_formatting(family: str) -> None:
    check(family, cg.format, FORMATTED)


#: Texts that are read on demand: what a paragraph mentions, and what looks damaged.
ASKED = {
    "mentions of letters": ("ref A, B and C ", "", "", 12_000),
    "unfinished mentions": ("08 STATE ", "", "", 20_000),
    "mentions of numbers": ("STATE 012345 ", "", "", 12_000),
    "words like mentions": ("Refugees of State ", "", "", 12_000),
    "words in capitals": ("LIMA BOGOTA ", "", "", 12_000),
    "words with hyphens": ("LIMA-", "", "", 20_000),
    "starts of texts": ("\0((- ", "", "", 20_000),
    "begins of blocks": ("BEGIN TEXT ", "", "", 12_000),
    "letters among digits": ("1O0l ", "DE RUEHPE #", "", 40_000),
    "run of digits and letters": ("1O0l", "DE RUEHPE #", "", 100_000),
    "misprinted labels": ("SUBJCT: TGAS: ", "", "", 12_000),
    "lines of misprinted labels": ("SUBJCT: RICE\n", "", "", 8_000),
    "ends that are run on": ("END a ", "Post agrees. ", ",", 12_000),
}
FAMILIES.update(ASKED)


@pytest.mark.parametrize("family", ASKED)
def test_asking(family: str) -> None:
    check(
        family,
        lambda text: (
            signs_in([text]),
            read_or_keep(text, "mentions"),
            read_or_keep(text, "block_mark"),
            suspecting().spans(text, "suspects"),
        ),
        1,
    )


#: Texts that are cut into messages as they are read: one that is long, and many that are short or only begin.
STREAMED = {
    "one message of many lines": ("Post agrees.\n", HEADER + HEAD + "1. Post\n", "", 300_000),
    "many messages": ("VZCZCXRO0001\nFM AMEMBASSY LIMA\nNNNN\n\n", "", "", 40_000),
    "many records": ("09LIMA17\nRICE\nWed Feb 11 00:00:00 +0100 2009\n" + HEADER, "", "", 30_000),
    "lines of NNNN": ("NNNN\n", "", "", 100_000),
    "lines of NNNN in a record": ("NNNN\n", "09LIMA17\nRICE\nWed Feb 11\n", "", 500_000),
    "lines of VZCZC": ("VZCZCXRO0001\n", "", "", 100_000),
    "lines of banners": ("UNCLASSIFIED//\n\n", "", "", 200_000),
    "banners behind NNNN": ("NNNN\n\nUNCLASSIFIED//\n\n\n", "", "", 50_000),
    "lines of ids": ("09LIMA17\n", HEADER, "", 200_000),
    "lines of TO": ("TO NAVADMIN\n", "", "", 200_000),
    "blank lines of a stream": ("\n", HEADER + "NNNN\n", "x", 2_400_000),
}
FAMILIES.update(STREAMED)


@pytest.mark.parametrize("family", STREAMED)
def test_streaming(family: str) -> None:
    check(family, lambda text: deque(messages(io.StringIO(text, newline="").read), maxlen=0), 1)


#: Texts in which rules find something again and again.
FAULTY = {
    "addressees named twice": ("RUEHLO/AMEMBASSY LONDON\n", HEADER + "INFO ", "", 2_000),
    "unknown tags": ("XQZZ, ", "TAGS: ", "PREL\n", 12_000),
    "tags named twice": ("PREL, ", "TAGS: ", "PE\n", 12_000),
    "tags run together": ("PTERPREL, ", "TAGS: ", "PE\n", 6_000),
    "references of one letter": ("A. STATE 1234\n", "UNCLAS LIMA 000017\n\nREF: ", "\n1. Post agrees.\n", 3_000),
    "blocks that do not end": ("BEGIN TEXT:\n\n", HEAD + "1. Post agrees.\n\n", "", 4_000),
    "lines of authority in an unclassified text": ("Classified By: Jane Roe\n\n", HEAD, "1. Post agrees.\n", 4_000),
    "captions printed twice": ("SIPDIS\n", "UNCLAS LIMA 000017\n\n", "", 12_000),
    "paragraphs left out": ("1. (C) Post agrees.\n\n3. (C) No.\n\n", HEAD, "", 2_500),
}
FAMILIES.update(FAULTY)


def checked(text: str) -> object:
    """Read `text`, ask every rule, and make every fix."""
    cable = cg.parse(text)
    return cg.apply_fixes(cable, cg.check(cable, cg.Settings(select="ALL")), unsafe=True)


@pytest.mark.parametrize("family", FAULTY)
def test_checking(family: str) -> None:
    check(family, checked, 1)
