"""Twin test of grammar/lead_in.lark."""

from __future__ import annotations

from cablegrammar.model import LeadIn
from tests.grammar.twin import twin

TestLeadIn = twin(
    "lead_in",
    {
        "Summary: Post agrees.": LeadIn("summary", ": Post agrees."),
        "COMMENT. None.": LeadIn("comment", ". None."),
        "Action Request:": LeadIn("action request", ":"),
        "(Begin summary) All is well.": LeadIn("summary", ") All is well."),
        "Summary and Comment: Fine.": LeadIn("summary and comment", ": Fine."),
        "BACKGROUND\n-- first": LeadIn("background", "\n-- first"),
    },
    ["", "Summary judgments are rare.", "In summary: no.", "Weather: fair.", "Comments: many", "(U) Summary: x"],
)
