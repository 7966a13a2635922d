"""The tool that measures growth finds what grows too fast, and what breaks its limits: it cannot pass in silence."""

from __future__ import annotations

import pytest

from tests.benchmarks import growth
from tests.test_growth import SLOPE, fitted

SMALL = ["--only", "digits", "--scale", "0.002"]


def quadratic(text: str) -> None:
    """Looks at every pair of fifty characters."""
    pieces = text[::50]
    for one in pieces:
        for other in pieces:
            assert one == other or one != other


def endless(text: str) -> None:
    while text:
        pass


def greedy(text: str) -> None:
    assert bytearray(2**40 + len(text))


def reader(name: str) -> list[str]:
    return ["--reader", f"{__name__}:{name}"]


@pytest.mark.parametrize("power", [0.5, 1, 1.5, 2])
def test_the_slope_is_the_power_of_growth(power: float) -> None:
    assert fitted([(size, 3e-6 * size**power) for size in (1000, 2000, 4000, 8000)]) == pytest.approx(power)


def test_quadratic_time_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert growth.main([*SMALL, *reader("quadratic")]) == 1
    row = capsys.readouterr().out.splitlines()[1]
    assert row.endswith("above the limit")
    assert float(row.split()[-4]) > SLOPE + 0.2


@pytest.mark.parametrize(("name", "said"), [("endless", "not done in 2 s"), ("greedy", "MemoryError")])
def test_what_breaks_a_limit_is_found(name: str, said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert growth.main([*SMALL, *reader(name), "--seconds", "2"]) == 1
    assert capsys.readouterr().out.splitlines()[1].split(maxsplit=1) == ["digits", said]


def test_the_real_reader_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    growth.main(SMALL)
    row = capsys.readouterr().out.splitlines()[1]
    assert row.split()[:3] == ["digits", "625", "5,000"]


def test_every_family_doubles() -> None:
    for family in growth.EVERY:
        sizes = [len(text) for text in growth.texts(family, 0.01)]
        assert len(sizes) == 4
        assert sizes == sorted(sizes), family


def test_an_unknown_family_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        growth.main(["--only", "pebbles"])
    assert "there is no family pebbles; there are" in capsys.readouterr().err
