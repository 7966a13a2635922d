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
        "<< END OF DOCUMENT >>": Trailer("<< END OF DOCUMENT >>"),
        "LIMITED OFFICIAL USE": Trailer("LIMITED OFFICIAL USE"),
        "NOTE BY OC/T: SECTION 2 NOT RECEIVED.": Trailer("NOTE BY OC/T: SECTION 2 NOT RECEIVED."),
        "***": Trailer("***"),
        '"': Trailer('"'),
    },
    ["", "End comment.", "THE END", "CONFIDENTIAL LIMA", "10/09/2009", "NNNN MILLER"],
)
