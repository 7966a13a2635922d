"""Twin test of grammar/banner.lark."""

from __future__ import annotations

from cablegrammar.model import Banner, Level
from tests.grammar.twin import twin

TestBanner = twin(
    "banner",
    {
        "UNCLASSIFIED": Banner(Level.UNCLASSIFIED),
        "CONFIDENTIAL \n\n": Banner(Level.CONFIDENTIAL),
        "  SECRET": Banner(Level.SECRET),
        "LIMITED OFFICIAL USE\r\n": Banner(Level.LIMITED_OFFICIAL_USE),
        "TOP SECRET": Banner(Level.TOP_SECRET),
        "UNCLASSIFIED//\n": Banner(Level.UNCLASSIFIED),
        "CLASSIFICATION: UNCLASSIFIED//": Banner(Level.UNCLASSIFIED),
        "CLASSIFICATION:UNCLASSIFIED/ \r\n": Banner(Level.UNCLASSIFIED),
    },
    [
        "",
        "UNCLAS",
        "SECRET LIMA 17",
        "Secret",
        "SECRETS",
        "SECRET//NOFORN",
        "CLASSIFICATION:",
        "SECRET///",
        "SECRET // ",
    ],
)
