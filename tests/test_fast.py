"""The extra `fast`, lark_cython, reads what lark reads: equal blocks, equal values, equal refusals."""

from __future__ import annotations

import importlib

import pytest

from cablegrammar import engine as engines
from cablegrammar.blocks import STARTS, cut, read_or_keep
from cablegrammar.engine import Engine, Rejected
from cablegrammar.model.base import Value, trusting
from cablegrammar.model.unparsed import Unparsed
from cablegrammar.transform import READERS
from cablegrammar.transform.base import Unreadable
from tests.shared import cables, seed

READ = [
    "UNCLAS LIMA 000017\nTAGS: PREL\nSUBJECT: RICE\n",
    seed(),
    "DE RUEHIL #2184/01 4001215\n",
    "",
    "\x00\r\n\u2028x",
]


@pytest.fixture(scope="module")
def fast() -> Engine:
    """A parser with lark_cython."""
    pytest.importorskip("lark_cython", reason="the extra `fast` is not installed")
    Engine(STARTS, READERS)  # its tables are kept now
    found = Engine(STARTS, READERS)
    assert found.is_compiled
    return found


@pytest.fixture(scope="module")
def plain() -> Engine:
    """A parser without it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engines, "import_module", _absent)
        found = Engine(STARTS, READERS)
    assert not found.is_compiled
    return found


def _absent(name: str) -> object:
    raise ImportError(name)


def value_of(engine: Engine, text: str, construct: str) -> Value | tuple[object, ...]:
    """The value, or why there is none."""
    try:
        value: Value = engine.parse(text, construct)
    except Rejected as error:
        return error.offset, error.expected, error.reason
    except Unreadable as error:
        return (str(error),)
    return value


def test_equal_readings(fast: Engine, plain: Engine) -> None:
    seen = 0
    for text in [*READ, *cables().values()]:
        blocks = fast.parse(text, "blocks")
        assert blocks == plain.parse(text, "blocks") == cut(text)
        assert {type(block) for _, block in blocks} <= {str}
        with trusting():
            for construct, block in blocks:
                if construct != "unknown":
                    seen += 1
                    assert value_of(fast, block, construct) == value_of(plain, block, construct), block
    assert seen > 30


def test_what_is_rejected_says_the_same(fast: Engine, plain: Engine) -> None:
    texts = ["DE RUEHIL #2184/01 4001215", "DE", "", "RICE"]
    refused = [value_of(fast, text, "station") for text in texts]
    assert refused == [value_of(plain, text, "station") for text in texts]
    assert all(isinstance(one, tuple) for one in refused)


def test_without_it_lark_reads(plain: Engine) -> None:
    assert importlib.import_module("lark")
    assert not isinstance(value_of(plain, "DE RUEHIL #2184/01 2531215", "station"), tuple)
    assert not isinstance(read_or_keep("DE RUEHIL #2184/01 2531215", "station"), Unparsed)
