"""A field: a stretch of the text and what it means."""

from __future__ import annotations

from functools import lru_cache

import attrs

from cablegrammar.model.base import Value, trusting

#: Texts up to this length are worth remembering.
_MEMORABLE = 160


@attrs.frozen
class Span:
    """A part of a field's text: `part`, its name in the grammar's words, `start` and `end` as offsets in the field's text."""

    part: str
    start: int
    end: int


@attrs.frozen
class Field:
    """One field of a cable: its exact `text`, white space behind it included, and its `value`.

    Fields compare by value: two spellings of the same line are equal.
    """

    text: str = attrs.field(eq=False)
    value: Value

    def spans(self) -> tuple[Span, ...]:
        r"""Where the parts of the value stand in `text`; the field is read again to find out, `Unparsed` has none.

        >>> import cablegrammar as cg
        >>> [(span.part, span.start, span.end) for span in cg.parse("O 101215Z SEP 09\n").fields[0].spans()][:2]
        [('prosign', 0, 1), ('DTG time', 2, 9)]
        """
        if not self.value.start_rule:
            return ()
        of_text = spans_of if len(self.text) <= _MEMORABLE else _spans
        return of_text(self.text, self.value.start_rule)


def _spans(text: str, start_rule: str) -> tuple[Span, ...]:
    from cablegrammar.blocks import engine  # values and fields know nothing of reading

    # reading makes values, which nobody gets to see
    with trusting():
        return tuple(Span(*span) for span in engine().spans(text, start_rule))


#: Where the parts of a text stand, with a memory: addresses and head lines come again.
spans_of = lru_cache(maxsize=2048)(_spans)
