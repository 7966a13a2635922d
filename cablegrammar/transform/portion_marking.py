"""Reader of portion markings."""

from __future__ import annotations

from cablegrammar.model.ordered import Level
from cablegrammar.model.portion_marking import PortionMarking
from cablegrammar.transform.base import Parts, reads

_LEVELS = {
    "U": Level.UNCLASSIFIED,
    "UNCLASSIFIED": Level.UNCLASSIFIED,
    "SBU": Level.UNCLASSIFIED,
    "SENSITIVE BUT UNCLASSIFIED": Level.UNCLASSIFIED,
    "LOU": Level.LIMITED_OFFICIAL_USE,
    "LIMITED OFFICIAL USE": Level.LIMITED_OFFICIAL_USE,
    "C": Level.CONFIDENTIAL,
    "CONFIDENTIAL": Level.CONFIDENTIAL,
    "S": Level.SECRET,
    "SECRET": Level.SECRET,
    "TS": Level.TOP_SECRET,
    "TOP SECRET": Level.TOP_SECRET,
}
_SENSITIVE = ("SBU", "SENSITIVE BUT UNCLASSIFIED")
_EQUAL = {"NOFORN": "NF"}


@reads("portion_marking")
def portion_marking(parts: Parts) -> PortionMarking | None:
    """The marking without the white space around it."""
    return parts.value(PortionMarking)


@reads("marking")
def marking(parts: Parts) -> PortionMarking:
    """(S//NF)."""
    level = (parts.text("MARK_LEVEL") or parts.text("MARK_LEVEL_LOWER")).upper()
    controls = tuple(
        child if type(child) is str else _EQUAL.get(child.upper(), child.upper())
        for child in parts.children
        if type(child) is str or child.type == "MARK_CONTROL"
    )
    # the one before ENTIRE TEXT parts no control
    separators = tuple(one or " " for one in parts.texts("MARK_SEPARATOR")[: len(controls)])
    return PortionMarking(_LEVELS[level], level in _SENSITIVE, controls, parts.has("ENTIRE_TEXT"), separators)


@reads("countries")
def countries(parts: Parts) -> str:
    """REL TO USA, FVEY: blanks between words, one behind a comma, none around a slash."""
    text, gap = "", ""
    for child in parts.children:
        if child.type == "COUNTRY_SLASH":
            text, gap = text + "/", ""
        elif child.type == "COUNTRY_COMMA":
            text, gap = text + ",", " "
        else:
            text, gap = text + gap + child, " "
    return text
