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
    words = parts.words()
    precedence = joined(words.get("PRECEDENCE_BEHIND", ""))
    numbers = [words[name] for name in ("NUMBER_BEHIND_NAME", "LAST_NUMBER") if name in words]
    return Address(
        plad=plad(parts),
        routing_indicator=words.get("ADDRESS_ROUTING", "").rstrip("/"),
        offices=offices(parts) if "OFFICE" in words else (),
        precedence=Precedence.of_word(precedence) if precedence else None,
        numbers=tuple(numbers),
        delivered="DELIVERED" in words,
        is_collective="COLLECTIVE" in words or "ADDRESS_GROUP" in words,
    )


def plad(parts: Parts) -> str:
    """The words of the designator."""
    return joined(parts.text("PLAD"), parts.text("COLLECTIVE"), parts.text("ADDRESS_GROUP"))


def offices(parts: Parts) -> tuple[str, ...]:
    """The offices, J-3 and J-5 of //J-3/J-5//."""
    return tuple(map(joined, parts.texts("OFFICE")))
