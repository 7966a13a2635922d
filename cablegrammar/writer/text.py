"""Writer of unnumbered text, and of the blocks of every paragraph."""

from __future__ import annotations

from cablegrammar.model.body import Block, LaidOut
from cablegrammar.model.page_line import PageLine
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.model.text import Text
from cablegrammar.writer.base import write, writes
from cablegrammar.writer.lines import fill


@writes(Text)
def text(value: Text) -> str:
    """The marking, if any, then the blocks."""
    return write_body("", value.marking, value.blocks, value.page_lines)


def write_body(
    label: str, marking: PortionMarking | None, blocks: tuple[Block, ...], page_lines: tuple[PageLine, ...]
) -> str:
    """Label, marking and blocks; one blank line between blocks, page lines behind them on lines of their own."""
    prefix = " ".join(part for part in (label, write(marking) if marking else "") if part)
    written: list[str] = []
    for block in blocks:
        first = "" if written or not prefix else prefix + " "
        if isinstance(block, LaidOut):
            # a line that is laid out only at the start of a line cannot follow the marking
            glue = "\n" if first and not may_follow(block.lines[0]) else first[-1:]
            written.append(first[:-1] + glue + "\n".join(block.lines) if first else "\n".join(block.lines))
        else:
            written.append(first + "\n".join(fill(block.text.split(), first=len(first), may_start=is_prose)))
    if not blocks and prefix:
        written.append(prefix)
    return "\n\n".join([*written, *(write(page_line) for page_line in page_lines)])


def is_prose(line: str) -> bool:
    """Whether `line` at the start of a line goes on with the paragraph, by the grammar."""
    from cablegrammar.blocks import goes_on  # the writer asks the grammar, it does not know openers

    return goes_on(line)


def may_follow(line: str) -> bool:
    """Whether a laid-out line may stand behind the marking: it reads as prose there."""
    return is_prose(line)
