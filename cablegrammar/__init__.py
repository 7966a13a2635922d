"""Diplomatic cables and record messages: read by a formal grammar, kept as values, written exactly or in canonical form.

>>> import cablegrammar as cg
>>> cable = cg.parse("UNCLAS LIMA 000017\\n\\nE.O. 12958: N/A\\nTAGS: PREL, PE\\nSUBJECT: VISIT\\n\\n1. Post agrees.\\n")
>>> str(cable.classification), cable.message_number.post, cable.subject.text
('UNCLASSIFIED', 'LIMA', 'VISIT')
"""

from cablegrammar.cable import Cable
from cablegrammar.canonical import canonicalize, format
from cablegrammar.diagnostics import CableSyntaxError, Diagnostic
from cablegrammar.meaning import meaning
from cablegrammar.model import (
    Field,
)
from cablegrammar.parse import parse, unparse

__version__ = "0.1.0"
