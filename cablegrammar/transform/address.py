"""Reader of addresses."""

from __future__ import annotations

from cablegrammar.model.address import Address
from cablegrammar.model.ordered import Precedence
from cablegrammar.transform.base import Parts, joined, reads


@reads("address")
def address(parts: Parts) -> Address | None:
    """The address without the white space around it."""
    return parts.value(Address)


@reads("addressee")
def addressee(parts: Parts) -> Address:
    """ZEN/RUEHC/SECSTATE WASHDC//EUR/INR// NIACT IMMEDIATE 4778-4781."""
    precedence = joined(parts.text("PRECEDENCE_BEHIND"))
    numbers = (joined(parts.text("NUMBER_BEHIND_NAME")), parts.text("LAST_NUMBER"))
    return Address(
        plad=plad(parts),
        routing_indicator=parts.text("ADDRESS_ROUTING").rstrip("/"),
        offices=offices(parts),
        precedence=Precedence.of_word(precedence) if precedence else None,
        numbers=tuple(number for number in numbers if number),
        delivered=parts.has("DELIVERED"),
        is_collective=parts.has("COLLECTIVE") or parts.has("ADDRESS_GROUP"),
    )


def plad(parts: Parts) -> str:
    """The words of the designator."""
    return joined(parts.text("PLAD"), parts.text("COLLECTIVE"), parts.text("ADDRESS_GROUP"))


def offices(parts: Parts) -> tuple[str, ...]:
    """The offices, J-3 and J-5 of //J-3/J-5//."""
    return tuple(map(joined, parts.texts("OFFICE")))
