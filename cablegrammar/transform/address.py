"""Reader of addresses."""

from __future__ import annotations

from collections.abc import Mapping

from cablegrammar.model.address import Address
from cablegrammar.model.ordered import Precedence
from cablegrammar.transform.base import Parts, joined, reads


@reads("address")
def addressee(parts: Parts) -> Address:
    """ZEN/RUEHC/SECSTATE WASHDC//EUR/INR// NIACT IMMEDIATE 4778-4781."""
    words = parts.words()
    precedence = words.get("PRECEDENCE_BEHIND", "")
    return Address(
        plad(words),
        words["ADDRESS_ROUTING"].rstrip("/") if "ADDRESS_ROUTING" in words else "",
        offices(parts) if "OFFICE" in words else (),
        Precedence.of_word(joined(precedence)) if precedence else None,
        tuple([words[name] for name in ("NUMBER_BEHIND_NAME", "LAST_NUMBER") if name in words]),
        "DELIVERED" in words,
        "COLLECTIVE" in words or "ADDRESS_GROUP" in words,
    )


def plad(words: Mapping[str, str]) -> str:
    """The words of the designator, of an address's tokens by their names."""
    return joined(*[words[name] for name in ("PLAD", "COLLECTIVE", "ADDRESS_GROUP") if name in words])


def offices(parts: Parts) -> tuple[str, ...]:
    """The offices, J-3 and J-5 of //J-3/J-5//."""
    return tuple(map(joined, parts.texts("OFFICE")))
