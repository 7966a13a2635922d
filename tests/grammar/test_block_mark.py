"""Twin test of grammar/block_mark.lark."""

from __future__ import annotations

from cablegrammar.model import BlockMark
from tests.grammar.twin import twin

TestBlockMark = twin(
    "block_mark",
    {
        "BEGIN TEXT:": BlockMark(True, "TEXT"),
        "End Summary.\n": BlockMark(False, "Summary"),
        "END SUMMARY AND ACTION REQUEST": BlockMark(False, "SUMMARY", "AND ACTION REQUEST"),
        " Begin Non-Paper \n\n": BlockMark(True, "Non-Paper"),
        "END NOTE\r\n": BlockMark(False, "NOTE"),
        "Post agrees. End Note.": BlockMark(False, "Note", before="Post agrees."),
        "The end is near (end text of note)\n": BlockMark(False, "text", "of note", "The end is near ("),
        "Weekend END END SUMMARY": BlockMark(False, "END", "SUMMARY", "Weekend"),
    },
    [
        "",
        "The end.",
        "END",
        "BEGINNING",
        "End of the text of the note that was handed over",
        "END TEXT, he said",
        "BEGIN 1",
        "Post agrees. BEGIN TEXT",
        "Post agrees.End note.",
        "Post agrees. END NOTE 3",
    ],
)
