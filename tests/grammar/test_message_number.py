"""Twin test of grammar/message_number.lark."""

from __future__ import annotations

import pytest

from cablegrammar.model import MessageNumber
from tests.grammar.twin import twin

TestMessageNumber = twin(
    "message_number",
    {
        "ISLAMABAD 002184": MessageNumber("ISLAMABAD", "002184"),
        "SAN  JOSE 1721 \n": MessageNumber("SAN JOSE", "1721"),
        " USUN NEW YORK 00123\r\n\r\n": MessageNumber("USUN NEW YORK", "00123"),
        "ST. PETERSBURG 000020": MessageNumber("ST. PETERSBURG", "000020"),
        "PORT-AU-PRINCE 7": MessageNumber("PORT-AU-PRINCE", "7"),
        "IRAN RPO DUBAI 000023": MessageNumber("IRAN RPO DUBAI", "000023"),
    },
    [
        "",
        "ISLAMABAD",
        "2184",
        "ISLAMABAD2184",
        "Islamabad 002184",
        "ISLAMABAD 00218400",
        "ISLAMABAD 002184 B",
        "ISLAMABAD\n002184",
        "LA PAZ/002184",
    ],
)


@pytest.mark.parametrize(
    ("number", "year", "expected"),
    [
        (MessageNumber("ISLAMABAD", "002184"), 2009, "09ISLAMABAD2184"),
        (MessageNumber("SAN JOSE", "000001"), 2000, "00SANJOSE1"),
        (MessageNumber("ST. PETERSBURG", "02077"), 1973, "73STPETERSBURG2077"),
    ],
)
def test_canonical_id(number: MessageNumber, year: int, expected: str) -> None:
    assert number.canonical_id(year) == expected
