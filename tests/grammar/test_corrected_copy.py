"""Twin test of grammar/corrected_copy.lark."""

from __future__ import annotations

from cablegrammar.model import CorrectedCopy
from tests.grammar.twin import twin

TestCorrectedCopy = twin(
    "corrected_copy",
    {
        "C O R R E C T E D  C O P Y (GARBLED TEXT)": CorrectedCopy("GARBLED TEXT"),
        "C O R R E C T E D   C O P Y  (GARBLED  TEXT) \n \n": CorrectedCopy("GARBLED TEXT"),
        "  C O R R E C T E D C O P Y ( GARBLED TEXT )\r\n": CorrectedCopy("GARBLED TEXT"),
        "C O R R E C T E D COPY (PARA 7 (TABLE) AND TAGS)": CorrectedCopy("PARA 7 (TABLE) AND TAGS"),
        "C O R R E C T E D  C O P Y (PARA (7))": CorrectedCopy("PARA (7)"),
        "C O R R E C T E D COPY CAPTION": CorrectedCopy("CAPTION"),
        "C O R R E C T E D COPY CAPTION AND (TABLE)": CorrectedCopy("CAPTION AND (TABLE)"),
        "C O R R E C T E D C O P Y - POST ADDED AS \nADDRESSEE.": CorrectedCopy("POST ADDED AS ADDRESSEE."),
        "C O R R E C T E D  C O P Y -- Classification": CorrectedCopy("Classification"),
        "(C O R R E C T E D C O P Y - PARAGRAPH MARKING) \n": CorrectedCopy("PARAGRAPH MARKING"),
        "(C O R R E C T E D C O P Y PARAGRAPH MARKING)": CorrectedCopy("PARAGRAPH MARKING"),
        "(C O R R E C T E D  C O P Y)": CorrectedCopy(),
        "C O R R E C T E D  C O P Y": CorrectedCopy(),
        "CORRECTED COPY \\\n \\\n": CorrectedCopy(),
    },
    [
        "C O R R E C T E D  C O P Y (GARBLED",
        "C O R R E C T E D  C O P Y ()",
        "(C O R R E C T E D  C O P Y",
        "- C O R R E C T E D  C O P Y",
        "C O R R E C T E D",
        "C O R R E C T E D  C O P YX",
        "CORRECTED COPY: NEW TRADE FIGURES",
        "Corrected copy",
        "CORRECTEDCOPY",
        "COPY (GARBLED TEXT)",
        "",
    ],
)
