"""From text to fields: the grammar cuts the text into blocks, and each block is read by its construct."""

from __future__ import annotations

from functools import cache, lru_cache

from cablegrammar.engine import Engine, Rejected
from cablegrammar.model import CONSTRUCTS
from cablegrammar.model.base import Value, trusting
from cablegrammar.model.field import Field
from cablegrammar.model.lead_in import LeadIn
from cablegrammar.model.unparsed import Unparsed
from cablegrammar.transform import READERS
from cablegrammar.transform.base import Unreadable

#: Start rules that are not constructs: the cut, what the writer asks before it begins a line, a rule of paragraphs without a marking, and
#: what is asked before prose is read.
PLAIN_RULES = ("blocks", "prose_line", "doubtful_marking", "signs")

#: All start rules of the parser below; the wheel brings its tables.
STARTS = (*PLAIN_RULES, *sorted(CONSTRUCTS))

#: Texts up to this length are worth remembering: addresses, captions, head lines. Paragraphs do not come again.
_MEMORABLE = 160


@cache
def engine() -> Engine:
    """The parser of this process, built on first use."""
    return Engine(STARTS, READERS)


def read(text: str, construct: str) -> Value:
    """The value of `text` as `construct`; raises `Rejected` with offset and what was expected.

    >>> read("DE RUEHBO #0689 0312154", "station").serial
    '0689'
    """
    with trusting():
        return _read(text, construct)


def _read(text: str, construct: str) -> Value:
    try:
        value: Value = engine().parse(text, construct)
    except Unreadable as error:
        raise Rejected(0, (), str(error)) from None
    return value


def read_or_keep(text: str, construct: str, lacking: int | None = None) -> Value:
    """The value of `text`, or `Unparsed` with the reason: nothing is lost. For `lacking` see `Engine.parse`."""
    if construct == "unknown":
        return Unparsed(text=text, construct=construct, expected=(), offset=0, reason="no construct begins like this")
    try:
        value: Value = engine().parse(text, construct, lacking)
        return value
    except Unreadable as error:
        return Unparsed(text=text, construct=construct, expected=(), offset=0, reason=str(error))
    except Rejected as stopped:
        return Unparsed(
            text=text, construct=construct, expected=stopped.expected, offset=stopped.offset, reason=stopped.reason
        )


#: `read_or_keep` with a memory: equal texts give the same frozen value.
remembered = lru_cache(maxsize=8192)(read_or_keep)


def on_demand(text: str, construct: str) -> Value:
    """What a property of a value reads in a text that the value holds; `Unparsed` where it is not the construct."""
    with trusting():
        return remembered(text, construct) if len(text) <= _MEMORABLE else read_or_keep(text, construct)


def cut(text: str) -> list[tuple[str, str]]:
    r"""The blocks of `text`, each its construct and its text; the texts joined are the text.

    >>> cut("BT\nNNNN\n")
    [('separation', 'BT\n'), ('end_of_message', 'NNNN\n')]
    """
    blocks: list[tuple[str, str]] = engine().parse(text, "blocks")
    return blocks


def fields(text: str) -> tuple[Field, ...]:
    """The fields of `text`; their texts joined are the text."""
    found: list[Field] = []
    reader = engine()
    # what the text has none of, its blocks have none of
    lacking = reader.lacking(text)
    with trusting():
        for construct, block in reader.parse(text, "blocks", lacking):
            # the white space behind a block is layout: without it more blocks are alike
            words = block.rstrip() or block
            if len(words) <= _MEMORABLE:
                found.append(Field(block, remembered(words, construct)))
            else:
                found.append(Field(block, read_or_keep(words, construct, lacking)))
    return tuple(found)


def lead_in(text: str) -> str:
    """What a paragraph's first words say that it is, in lower case, or `""`: `summary` for "Summary: ..."."""
    try:
        value = read(text, "lead_in")
    except Rejected:
        return ""
    return value.kind if isinstance(value, LeadIn) else ""


def goes_on(line: str) -> bool:
    """Whether prose may go on with `line` at the start of a line, or it would be read as something else."""
    try:
        engine().parse(line, "prose_line")
    except Rejected:
        return False
    return True
