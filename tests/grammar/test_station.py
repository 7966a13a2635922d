"""Twin test of grammar/station.lark."""

from __future__ import annotations

from cablegrammar.model import Station
from tests.grammar.twin import twin

TestStation = twin(
    "station",
    {
        "DE RUEHIL #2184/01 2531215": Station("RUEHIL", "2184", 1, 253, 12, 15),
        "DE RUEHBO #0689 0312154\n": Station("RUEHBO", "0689", None, 31, 21, 54),
        "DE RUEHAC #0358/01 1541532 \n\n": Station("RUEHAC", "0358", 1, 154, 15, 32),
        "DE  RUEHDIR  #0247  1641229\r\n": Station("RUEHDIR", "0247", None, 164, 12, 29),
        "DE RUEHC #0000/17 3662359": Station("RUEHC", "0000", 17, 366, 23, 59),
    },
    [
        "DE RUEHIL 2184/01 2531215",
        "DE RUEHIL #218 2531215",
        "DE RUEHIL #2184/01 4001215",
        "DE RUEHIL #2184/01 0001215",
        "DE RUEHIL #2184/01 2532415",
        "DE RUEHIL #2184/01",
        "DE #2184/01 2531215",
        "DE RUEHIL #2184/01 2531215Z",
        "",
    ],
)
