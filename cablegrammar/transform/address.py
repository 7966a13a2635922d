"""Reader of addresses."""

from __future__ import annotations

from cablegrammar.model.address import Address
from cablegrammar.model.ordered import Precedence
from cablegrammar.transform.base import Parts, reads

_PLAD = ("PLAD_START", "PLAD_WORD", "NUMBERED_GROUP", "GROUP_NUMBER", "COLLECTIVE")


@reads("address")
def address(parts: Parts) -> Address | None:
    """The address without the white space around it."""
    return parts.value(Address)


@reads("addressee")
def addressee(parts: Parts) -> Address:
    """ZEN/RUEHC/SECSTATE WASHDC//EUR/INR// NIACT IMMEDIATE 4778-4781."""
    precedence = " ".join(parts.text("ADDRESS_PRECEDENCE").split())
    return Address(
        plad=plad(parts),
        routing_indicator=parts.text("ADDRESS_ROUTING"),
        offices=offices(parts),
        precedence=Precedence.of_word(precedence) if precedence else None,
        numbers=parts.texts("ADDRESS_NUMBER"),
        delivered=parts.has("DELIVERED"),
        is_collective=parts.has("COLLECTIVE"),
    )


@reads("office")
def office(parts: Parts) -> str:
    """CT WATCH."""
    return " ".join(parts.texts("OFFICE_WORD"))


def plad(parts: Parts) -> str:
    """The words of the designator."""
    return " ".join(str(child) for child in parts.children if getattr(child, "type", "") in _PLAD)


def offices(parts: Parts) -> tuple[str, ...]:
    """The offices: they are the only parts that are already plain strings."""
    return tuple(child for child in parts.children if type(child) is str)
