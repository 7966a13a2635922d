"""Twin test of grammar/captions.lark."""

from __future__ import annotations

from cablegrammar.model import Captions
from tests.grammar.twin import twin

SIPDIS = Captions(("SIPDIS",))

TestCaptions = twin(
    "captions",
    {
        "SIPDIS": SIPDIS,
        "SIPDIS \n \n": SIPDIS,
        "Sipdis\r\n": SIPDIS,
        "  SIPDIS \\\n \\\n": SIPDIS,
        "SIPDIS,": SIPDIS,
        "SIPDIS SIPDIS": Captions(("SIPDIS", "SIPDIS")),
        "NOFORN SIPDIS": Captions(("NOFORN", "SIPDIS")),
        "SENSITIVE, SIPDIS": Captions(("SENSITIVE", "SIPDIS")),
        "SENSITIVE/NOFORN": Captions(("SENSITIVE", "NOFORN")),
        "SIPDIS \n \nNOFORN \n \nSIPDIS \n": Captions(("SIPDIS", "NOFORN", "SIPDIS")),
        "EXDIS\r\rSTADIS": Captions(("EXDIS", "STADIS")),
        "TERREP": Captions(("TERREP",)),
        "AIDAC\nCODEL": Captions(("AIDAC", "CODEL")),
        "NODIS\nROGER  CHANNEL": Captions(("NODIS", "ROGER CHANNEL")),
        "SPECAT EXCLUSIVE": Captions(("SPECAT EXCLUSIVE",)),
        "SPECAT\nEYES ONLY": Captions(("SPECAT", "EYES ONLY")),
        "OFFICIAL INFORMAL": Captions(("OFFICIAL INFORMAL",)),
        "INFORM CONSULS": Captions(("INFORM CONSULS",)),
        "INFORM ALL STATE EMPLOYEES": Captions(("INFORM ALL STATE EMPLOYEES",)),
        "REL NATO/AUST/NZ/ISAF": Captions(("REL NATO/AUST/NZ/ISAF",)),
        "REL TO USA": Captions(("REL TO USA",)),
        "NODIS ONLY": Captions(("NODIS", "ONLY")),
    },
    [
        "SIPDISX",
        "SIPDIS.",
        "SIPDIS FOR WHA/CEN",
        "SENSITIVE BUT UNCLASSIFIED - PLEASE PROTECT ACCORDINGLY",
        "SENSITIVE BUT UNCLASSIFIED",
        "SIPDIS-1",
        "CHANNEL",
        "ROGER",
        "ROGER\nCHANNEL",
        "OFFICIAL",
        "INFORM ALL",
        "REL",
        "STATE FOR EUR/NB",
        "C O R R E C T E D  C O P Y",
        "",
    ],
)
