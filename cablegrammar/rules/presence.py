"""What a telegram lacks, for the rules that ask for it."""

from __future__ import annotations

from cablegrammar import model as m
from cablegrammar.rules.context import Context


def lacks(context: Context, cls: type[m.Value]) -> bool:
    r"""Whether a telegram has text and no field of `cls`, so that it is missing: not still to come, and not there without being understood.

    >>> import cablegrammar as cg
    >>> lacks(Context(cg.parse("UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. Poor.\n")), cg.Tags)
    True
    >>> lacks(Context(cg.parse("UNCLAS LIMA 000017\n\nSUBJECT: RICE\n")), cg.Tags)
    False
    """
    if context.first(cls) is not None or any(one.construct == cls.start_rule for one in context.cable.unparsed):
        return False
    return context.first(m.Paragraph) is not None or context.first(m.Text) is not None
