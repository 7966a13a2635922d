"""Twin test of grammar/transmission_id.lark."""

from __future__ import annotations

from cablegrammar.model import TransmissionId
from tests.grammar.twin import twin

TestTransmissionId = twin(
    "transmission_id",
    {
        "VZCZCXRO2370": TransmissionId("XRO", "2370"),
        "VZCZCXYZ0000\n": TransmissionId("XYZ", "0000"),
        "VZCZCMDI433\r\n": TransmissionId("MDI", "433"),
        "VZCZCXRO0017 \r": TransmissionId("XRO", "0017"),
        " VZCZCXYZ0007\n\n": TransmissionId("XYZ", "0007"),
        "VZCZCABA051 UU": TransmissionId("ABA", "051", "UU"),
        "VZCZCABA051  CC\n": TransmissionId("ABA", "051", "CC"),
    },
    [
        "",
        "VZCZC",
        "VZCZC2370",
        "VZCZCXR2370",
        "VZCZCXRO23",
        "VZCZCXRO23701",
        "VZCZC XRO2370",
        "VZCZCXRO 2370",
        "ZCZCXRO2370",
        "VZCZCXRO2370 U",
        "VZCZCXRO2370\nOO RUEHLH",
    ],
)
