"""Twin test of grammar/classification_line.lark."""

from __future__ import annotations

from cablegrammar.model import ClassificationLine, Level, MessageNumber, Section
from tests.grammar.twin import twin

U, LOU, C, S, TS = Level
QUITO = MessageNumber("QUITO", "000123")

TestClassificationLine = twin(
    "classification_line",
    {
        "C O N F I D E N T I A L SECTION 01 OF 02 ISLAMABAD 002184 \n\n": ClassificationLine(
            C, MessageNumber("ISLAMABAD", "002184"), Section(1, 2)
        ),
        "UNCLAS QUITO 000123": ClassificationLine(U, QUITO),
        "UNCLAS E F T O QUITO 000123\r\n": ClassificationLine(U, QUITO, efto=True),
        "UNCLAS EFTO SECTION 02 OF 10 QUITO 000123": ClassificationLine(U, QUITO, Section(2, 10), efto=True),
        "S E C R E T  SAN JOSE 1721": ClassificationLine(S, MessageNumber("SAN JOSE", "1721")),
        "T O P  S E C R E T QUITO 000123": ClassificationLine(TS, QUITO),
        "TOP SECRET QUITO 000123": ClassificationLine(TS, QUITO),
        "LIMITED OFFICIAL USE STATE 017976 TOSEC 020045": ClassificationLine(
            LOU, MessageNumber("STATE", "017976"), tosec="020045"
        ),
        "L I M I T E D  O F F I C I A L  U S E QUITO 000123": ClassificationLine(LOU, QUITO),
        "UNCLASSIFIED SECTION 01 OF 01 QUITO 000123": ClassificationLine(U, QUITO, Section(1, 1)),
        "S E C R E T FINAL SECTION OF 03 QUITO 000123": ClassificationLine(S, QUITO, Section(3, 3, final=True)),
        "C O N F I D E N T I A L SECTION 1 of 2 QUITO 000123": ClassificationLine(C, QUITO, Section(1, 2)),
        "C o n f i d e n t i a l section 01 of 04 quito 000123": ClassificationLine(C, QUITO, Section(1, 4)),
        "S e c r e t quito 000123": ClassificationLine(S, QUITO),
        "Unclas quito 000123": ClassificationLine(U, QUITO),
        "CC O N F I D E N T I A L QUITO 000123": ClassificationLine(C, QUITO),
        "CO N F I D E N T I A L QUITO 000123": ClassificationLine(C, QUITO),
        "O N F I D E N T I A L QUITO 000123": ClassificationLine(C, QUITO),
        "CONFIDENTIAL QUITO 000123": ClassificationLine(C, QUITO),
        "SS E C R E T QUITO 000123": ClassificationLine(S, QUITO),
        "E C R E T QUITO 000123": ClassificationLine(S, QUITO),
        "UUNCLAS SCTION 01 GF 02 QUITO 000123": ClassificationLine(U, QUITO, Section(1, 2)),
        "NCLAS ECTION 01 OF 02 QUITO 000123": ClassificationLine(U, QUITO, Section(1, 2)),
    },
    [
        "",
        "UNCLAS",
        "QUITO 000123",
        "S E C R E T SECTION 01 OF 02",
        "UNCLAS QUITO",
        "UNCLAS Quito 000123",
        "UNCLAS 000123",
        "UNCLAS//FOR OFFICIAL USE ONLY//",
        "UNCLAS SECTION 001 OF 002 QUITO 000123",
        "C O N F QUITO 000123",
        "S E C R E T QUITO 000123 NOFORN",
        "UNCLAS\nQUITO 000123",
        "RESTRICTED QUITO 000123",
    ],
)
