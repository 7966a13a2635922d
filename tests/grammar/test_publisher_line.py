"""Twin test of grammar/publisher_line.lark."""

from __future__ import annotations

from cablegrammar.model import PublisherLine
from tests.grammar.twin import twin

TestPublisherLine = twin(
    "publisher_line",
    {
        "Wednesday, 10 June 2009, 13:42": PublisherLine("Wednesday, 10 June 2009, 13:42"),
        "Cable dated:2009-10-14T12:07:00 \n\n": PublisherLine("Cable dated:2009-10-14T12:07:00"),
        "id: 240025\r\n": PublisherLine("id: 240025"),
        "240025": PublisherLine("240025"),
        "origin: Embassy  Lima": PublisherLine("origin: Embassy  Lima"),
        "240025\t2009-12-17 16:51:00\t09LIMA17\tCONFIDENTIAL\\\n": PublisherLine(
            "240025\t2009-12-17 16:51:00\t09LIMA17\tCONFIDENTIAL"
        ),
        "----------------- header ends ----------------\r": PublisherLine(
            "----------------- header ends ----------------"
        ),
        "  Embassy Lima": PublisherLine("Embassy Lima"),
        "09LIMA17 \\\n\\\n": PublisherLine("09LIMA17"),
        "date: \\N \\ x": PublisherLine("date: \\N \\ x"),
        "09LIMA17|09QUITO2|08LIMA9": PublisherLine("09LIMA17|09QUITO2|08LIMA9"),
        "UNCLASSIFIED//FOR OFFICIAL USE ONLY\n\n": PublisherLine("UNCLASSIFIED//FOR OFFICIAL USE ONLY"),
        "SECRET//NOFORN": PublisherLine("SECRET//NOFORN"),
        '","': PublisherLine('","'),
        "MISC: 09LIMA17|09LIMA18": PublisherLine("MISC: 09LIMA17|09LIMA18"),
        "CLASSIFICATION: CONFIDENTIAL": PublisherLine("CLASSIFICATION: CONFIDENTIAL"),
        "Sent: Monday, December 29, 2008 3:05 PM": PublisherLine("Sent: Monday, December 29, 2008 3:05 PM"),
    },
    [
        "",
        " \n",
        "On Wednesday, June 10",
        "Wednesday, June 10",
        "id: 240025\norigin: Embassy Lima",
        "id:",
        "2009 was a good year",
        "2400256",
        "Embassy lima",
        "header ends",
        "SECRET//NODIS",
        "09LIMA17|",
        "\\",
    ],
)
