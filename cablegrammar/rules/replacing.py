"""The fix that writes a field with other parts, where that can be read back."""

from __future__ import annotations

import attrs

from cablegrammar import model as m
from cablegrammar.cable import Replacement
from cablegrammar.diagnostics import UNSAFE, Fix, LazyFix, made_up
from cablegrammar.rules.context import Context


def replaced(context: Context, name: str, value: m.Value, remedy: str, **parts: object) -> LazyFix:
    r"""The unsafe fix that replaces the field `name` by `value` with other `parts`; `None` where it could not be read back (guarantee G10).

    >>> import cablegrammar as cg
    >>> cable = cg.parse("OO RUEHPE\nDE RUEHPE #0017 2531215\n")
    >>> replaced(Context(cable), "routing", cable.routing, "Write PP", precedence=cg.Precedence.PRIORITY)().edits
    (Edit(span=(0, 10), text='PP RUEHPE\n'),)
    >>> replaced(Context(cable), "station", cable.station, "Write it", serial="17")()
    """

    def make() -> Fix | None:
        try:
            right = attrs.evolve(value, **parts)
        except ValueError:
            return None
        changes: dict[str, Replacement] = {name: right}
        return made_up(context.replace(remedy, UNSAFE, **changes))

    return LazyFix(make)
