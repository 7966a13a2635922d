"""Writer of addresses."""

from __future__ import annotations

from cablegrammar.model.address import Address
from cablegrammar.writer.base import writes


@writes(Address)
def write_address(value: Address) -> str:
    """The bare form, which stands on the lines after the first one of TO, INFO and XMT."""
    delivered = "ZEN/" if value.delivered else ""
    indicator = f"{value.routing_indicator}/" if value.routing_indicator else ""
    name = f"{delivered}{indicator}{value.plad}{write_offices(value.offices)}"
    precedence = [str(value.precedence)] if value.precedence else []
    numbers = ["-".join(value.numbers)] if value.numbers else []
    return " ".join([name, *precedence, *numbers])


def write_offices(offices: tuple[str, ...]) -> str:
    """The offices between double slashes, a slash between two of them."""
    return f"//{'/'.join(offices)}//" if offices else ""
