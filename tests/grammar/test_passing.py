"""Twin test of grammar/passing.lark."""

from __future__ import annotations

from cablegrammar.model import Passing
from tests.grammar.twin import twin

TestPassing = twin(
    "passing",
    {
        "STATE FOR EUR/UBI": Passing("STATE FOR EUR/UBI"),
        "DEPT FOR NEA/ELA, AF/E  (ROE) \n \n": Passing("DEPT FOR NEA/ELA, AF/E (ROE)"),
        "  DEPT PASS USTR FOR ROE/DOE\r\n": Passing("DEPT PASS USTR FOR ROE/DOE"),
        "State for EUR/NB": Passing("State for EUR/NB"),
        "FOR NEA/ELA AND DRL/NESCA": Passing("FOR NEA/ELA AND DRL/NESCA"),
        "AMEMBASSY OTTAWA PASS TO AMCONSUL QUEBEC": Passing("AMEMBASSY OTTAWA PASS TO AMCONSUL QUEBEC"),
        "AMEMBASSY MINSK SENDS": Passing("AMEMBASSY MINSK SENDS"),
        "SECSTATE PASS IO/HS JANE ROE, AND \nIO/MPR JOHN DOE \\\n \\\n": Passing(
            "SECSTATE PASS IO/HS JANE ROE, AND IO/MPR JOHN DOE"
        ),
        "OSLO FOR DATT": Passing("OSLO FOR DATT"),
        "G/TIP - ROE DOE": Passing("G/TIP - ROE DOE"),
        "WHA/CEN": Passing("WHA/CEN"),
        "USDOC 4322/MAC/OLAC": Passing("USDOC 4322/MAC/OLAC"),
        "OFAC": Passing("OFAC"),
        "USTR GENEVA - JROE,": Passing("USTR GENEVA - JROE,"),
        "FROM THE AMBASSADOR": Passing("FROM THE AMBASSADOR"),
        "INFO DS/IP/AF, T": Passing("INFO DS/IP/AF, T"),
        "CA/FPP: PLEASE PASS TO DOJ": Passing("CA/FPP: PLEASE PASS TO DOJ"),
        "SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY.": Passing(
            "SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY."
        ),
        "SIPDIS DEPARTMENT FOR NEA/MAG": Passing("SIPDIS DEPARTMENT FOR NEA/MAG"),
    },
    [
        "SIPDIS",
        "SENSITIVE, SIPDIS",
        "E.O. 12958: N/A FOR ALL",
        "TAGS: PREL FOR",
        "SUBJECT: WAITING FOR ROE",
        "REF: STATE 12345",
        "STATE FOR EUR/NB SUBJECT: TRADE",
        "STATE FOR EUR/NB TAGS: PREL",
        "1. (C) STATE FOR EUR",
        "C O R R E C T E D  C O P Y FOR ROE",
        "UNCLAS STATE FOR",
        "The post is closed.",
        "",
    ],
)
