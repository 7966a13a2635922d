"""Twin test of grammar/trailer.lark."""

from __future__ import annotations

from cablegrammar.model import Trailer
from tests.grammar.twin import twin

TestTrailer = twin(
    "trailer",
    {
        "=======================CABLE ENDS============================\n": Trailer(
            "=======================CABLE ENDS============================"
        ),
        "NNNN": Trailer("NNNN"),
        "0 09/10/2009 960 PGOV,PREL \n": Trailer("0 09/10/2009 960 PGOV,PREL"),
        "0001LIMA00017 - Classification: SECRET": Trailer("0001LIMA00017 - Classification: SECRET"),
        "CONFIDENTIAL\n\n": Trailer("CONFIDENTIAL"),
        "***": Trailer("***"),
        '"': Trailer('"'),
    },
    ["", "End comment.", "THE END", "CONFIDENTIAL LIMA", "10/09/2009", "NNNN MILLER"],
)
