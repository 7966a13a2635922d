"""Twin test of grammar/signature.lark."""

from __future__ import annotations

from cablegrammar.model import Signature
from tests.grammar.twin import twin

TestSignature = twin(
    "signature",
    {
        "PATTERSON": Signature("PATTERSON"),
        "Miller \n": Signature("Miller"),
        "VAN VOORST\r\n": Signature("VAN VOORST"),
        "van Dyck": Signature("van Dyck"),
        "Anna MILLER\n\n": Signature("Anna MILLER"),
        "MILLER..": Signature("MILLER"),
        "* O'NEILL": Signature("O'NEILL"),
        "John Q. Public": Signature("John Q. Public"),
    },
    ["", "XXXXXXXXXXXX", "miller", "MILLER 17", "--", "(MILLER)", "MILLER, ANNA"],
)
