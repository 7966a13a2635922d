"""Streams: the same cables however the text is read, nothing lost, and no more of it held than must be."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice, pairwise, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.document import to_bytes
from cablegrammar.engine import Engine
from cablegrammar.streaming import CHUNK, documents, messages
from tests.shared import cables, navadmins, needs_corpus, seed

WIRE = "VZCZCXRO0001\nPP RUEHC\nFM AMEMBASSY LIMA\nUNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. (U) Poor.\n"
MESSAGE = WIRE + "NNNN\n\n"

#: Lines that begin, end or surround a message, and some that are like them.
LINES = (
    "09LIMA17|09LIMA18 |RICE|Wed Feb 11 00:00:00 +0100 2009|Wed Feb|VZCZCXRO0001|VZCZC|RTTUZYUW RUEWMCS0000 3641921-UUUU--RUEWMCS."
    "|NNNN|NNNN//|NNNN x|UNCLASSIFIED|  CONFIDENTIAL//|CLASSIFICATION: UNCLASSIFIED//||  |\t\\|TO NAVADMIN|  NAVADMIN x|PASS TO ALL:"
    "|RTD:000-000/COPIES:|words|BT|\x85|\ufeff09LIMA17|\ud800|TOP SECRET"
).split("|")


def streams() -> st.SearchStrategy[str]:
    """Texts of such lines, of generated cables, of hostile text."""
    lines = st.tuples(st.sampled_from(LINES), st.sampled_from(["\n", "\n", "\r\n", "\r", "\n\n", ""])).map("".join)
    whole = strategies.cables().map(cg.unparse)
    few = st.lists(st.one_of(lines, lines, strategies.hostile_texts()), max_size=14)
    return st.one_of(few.map("".join), st.lists(st.one_of(whole, lines), max_size=4).map("".join))


class Slow:
    """A text file that gives pieces of the sizes that it is told, and counts what it gave."""

    def __init__(self, text: Iterator[str] | str, sizes: Iterator[int]) -> None:
        self.rest = iter(text) if not isinstance(text, str) else iter([text])
        self.sizes = sizes
        self.held = ""
        self.given = 0

    def read(self, size: int, /) -> str:
        size = min(size, next(self.sizes))
        while len(self.held) < size and (more := next(self.rest, "")):
            self.held += more
        piece, self.held = self.held[:size], self.held[size:]
        self.given += len(piece)
        return piece


def cut(text: str) -> list[str]:
    return list(messages(io.StringIO(text, newline="").read))


# ---- the same, whatever is read at once --------------------------------------------------------------------------------------


@given(streams(), st.lists(st.integers(1, 60), min_size=1, max_size=20))
def test_pieces_of_any_size_give_the_same_messages(text: str, sizes: list[int]) -> None:
    whole = cut(text)
    assert "".join(whole) == text
    assert all(whole)
    for one in ([1], sizes):
        assert list(messages(Slow(text, chain.from_iterable(repeat(one))).read)) == whole


def same_wherever_it_is_cut(text: str, places: Iterable[int]) -> None:
    """Read as far as each place, cut there, then read to the end."""
    whole = cut(text)
    for place in places:
        assert list(messages(Slow(text, chain([place], repeat(10**9))).read)) == whole, (text[:place], text[place:])


@given(streams(), st.data())
def test_reading_may_stop_anywhere(text: str, data: st.DataObject) -> None:
    if text:
        same_wherever_it_is_cut(text, data.draw(st.sets(st.integers(1, len(text)), max_size=40)))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    "text",
    [
        # what is an opener as far as it is read, and is none; and the other way round
        "1. Poor.\n09LIMA17\nRICE\nWed Feb 111\n",
        "1. Poor.\n09LIMA17\nRICE\nWed Feb 11\n",
        "1. Poor.\n09LIMA17\nVZCZCXRO0001\nWed Feb 11 00:00:00 +0100 2009\nSECRET\n",
        "1. Poor.\n09LIMA17\nNNNN\nWed Feb 11\n",
        "1. Poor.\n09LIMA17\n09LIMA18\nVZCZCXRO0001\nWed Feb 11\n",
        "09LIMA17\nRTTUZYUW RUEWMCS0000 3641921-UUUU--RUEWMCS.\nWed Feb 11\n",
        "1. Poor.\nNNNNN\nmore\nNNNN\n\n\nmore",
        "NNNN\n\nSECRET\nSECRET LIMA 17\n",
        "NNNN\n\nSECRET\n\n\nSECRET\n",
        "NNNN\nSECRET\nSECRET\n\nVZCZCXRO0001\n",
        "1. Poor.\nSECRET\n\nSECRET\nSECRET\nSECRET\nVZCZCXRO0001\nRTTUZYUW RUEWMCS0000 3641921-UUUU--RUEWMCS.\n",
        "NNNN\nTO NAVADMIN\n  CNO\nRTTUZYUW RUEWMCS0000 3641921-UUUU--RUEWMCS.\nTO NAVADMIN\nVZCZCXRO0001\n",
    ],
)
def test_reading_may_stop_within_an_opener(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    same_wherever_it_is_cut(text, range(1, len(text) + 1))


@given(streams())
def test_each_cable_is_what_its_text_is_alone(text: str) -> None:
    found = list(cg.parse_many(text))
    texts = [cg.unparse(cable) for cable in found]
    assert "".join(texts) == text
    assert found == [cg.parse(one) for one in texts]
    # nothing before a message decides where it ends
    for start in range(len(texts)):
        assert cut("".join(texts[start:])) == texts[start:]


@given(st.lists(strategies.cables(), max_size=4))
def test_cables_joined_come_back(several: list[cg.Cable]) -> None:
    # a word at the start of a line may be an opener; and a record keeps the messages behind it, up to the next record
    headed = [cable for cable in several if cable.transmission_id is not None and len(cut(cg.unparse(cable))) == 1]
    headed.sort(key=lambda cable: cable.record is not None)
    assert list(cg.parse_many("".join(map(cg.unparse, headed)))) == headed
    ended = [f"{cg.unparse(cable)}NNNN\n" for cable in headed if cable.record is None]
    assert [cg.unparse(cable) for cable in cg.parse_many("".join(ended))] == ended


@given(streams())
def test_bytes_come_back(text: str) -> None:
    for data in (text.encode("utf-8", "surrogatepass"), b"\xef\xbb\xbf" + text.encode("cp1252", "replace")):
        found = list(documents(io.BytesIO(data)))
        assert b"".join(to_bytes(cg.unparse(one.cable), one.encoding, one.bom) for one in found) == data


# ---- the sample --------------------------------------------------------------------------------------------------------------


@needs_corpus
def test_a_file_of_one_cable_holds_one() -> None:
    for name, text in (cables() | navadmins()).items():
        assert cut(text) == [text], name


@needs_corpus
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n"])
def test_records_joined(between: str) -> None:
    for cable, text in zip(cg.parse_many(between.join(cables().values())), cables().values(), strict=True):
        assert cable == cg.parse(text)
        assert cg.unparse(cable).rstrip() == text.rstrip()


@needs_corpus
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_navy_messages_joined(between: str) -> None:
    """Those of which the boundaries can be known: NNNN at the end or a header at the start, and a banner next to NNNN or none."""
    texts = [text.rstrip("\n") for text in navadmins().values()]
    known = [pair for pair in pairwise(texts) if can_be_told(*pair, between)]
    for pair in known:
        assert [message.strip() for message in cut(between.join(pair))] == [text.strip() for text in pair]
    assert len(known) > 0.7 * len(texts)


def can_be_told(one: str, other: str, between: str) -> bool:
    """Whether a reader of both texts could tell where one ends: behind NNNN, or at a header; and whose banner it is."""
    _, ended, below = one.removesuffix("//").rpartition("\nNNNN")
    header = other.lstrip().partition(" ")[0]
    if not ended or below.startswith((" ", "N")):
        return header.endswith(("UZYUW", "UZDKW")) and not one.endswith(("UNCLASSIFIED//", "UNCLASSIFIED"))
    above = other.lstrip().startswith(("UNCLASSIFIED", "CLASSIFICATION"))
    if below.startswith("\n\n"):
        return above
    return bool(below) or not above or between == "\n\n"


# ---- no more of it than must be ----------------------------------------------------------------------------------------------


def endless() -> Iterator[str]:
    return repeat(MESSAGE)


def test_an_endless_file_is_read_as_it_is_asked_for() -> None:
    file = Slow(endless(), repeat(10**9))
    read = 0
    for number, cable in enumerate(islice(cg.parse_many(file), 5_000)):
        read += len(cg.unparse(cable))
        assert cg.unparse(cable) == MESSAGE, number
        # what is read and not yet given: one piece, and the message that it ends in
        assert file.given - read <= CHUNK + len(MESSAGE)
    assert read > 4 * CHUNK


def test_what_is_held_is_bounded_by_the_longest_message() -> None:
    long = WIRE + "Post agrees.\n" * 40_000 + "NNNN\n"
    several = [MESSAGE] * 2_000 + [long] + [MESSAGE] * 2_000 + [long] * 3 + [MESSAGE] * 2_000
    file = Slow(iter(several), repeat(10**9))
    read = 0
    for message, expected in zip(messages(file.read), several, strict=True):
        assert message == expected
        read += len(message)
        assert file.given - read <= 2 * len(long) + 2 * CHUNK
    assert len("".join(several)) > 4 * len(long)


@pytest.mark.parametrize("size", [1, 100, 10**9])
def test_what_is_cut_again_and_again_is_little(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message in many pieces: what is cut adds up to a few times its length, so the time is linear."""
    long = WIRE + "Post agrees.\n" * 20_000
    whole = long + MESSAGE * 10
    work: list[int] = []
    parse = Engine.parse

    def counted(self: Engine, text: str, start: str) -> object:
        work.append(len(text))
        assert sum(work) <= 4 * len(whole)
        return parse(self, text, start)

    monkeypatch.setattr(Engine, "parse", counted)
    assert list(messages(Slow(whole, repeat(size)).read)) == [long, *[MESSAGE] * 10]


def test_nothing_is_read_before_the_first_is_asked_for() -> None:
    file = Slow(endless(), repeat(10))
    found = cg.parse_many(file)
    assert file.given == 0
    assert cg.unparse(next(found)) == MESSAGE
    assert file.given < 4 * len(MESSAGE)


# ---- files -------------------------------------------------------------------------------------------------------------------


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "traffic.txt"
    path.write_bytes(MESSAGE.replace("\n", "\r\n").encode() * 3)
    with path.open(encoding="utf-8", newline="") as file:
        assert [cg.unparse(cable) for cable in cg.parse_many(file)] == [MESSAGE.replace("\n", "\r\n")] * 3


def test_documents(tmp_path: Path) -> None:
    """Each has its own encoding; a byte order mark is the first one's."""
    path = tmp_path / "traffic.txt"
    parts = [
        b"\xef\xbb\xbf" + seed().encode() + b"\n",
        b"09LIMA17\nRICE\nWed Feb 11 00:00:00 +0100 2009\nUNCLASSIFIED\nEmbassy Lima\n1. The caf\xe9 closed.\n",
        "09LIMA18\nRICE\nWed Feb 11 00:00:00 +0100 2009\nUNCLASSIFIED\nEmbassy Lima\n1. The café closed.\r\n".encode(),
    ]
    path.write_bytes(b"".join(parts))
    found = list(cg.load_many(path))
    assert [(one.encoding, one.bom, one.path) for one in found] == [
        ("utf-8", True, None),
        ("windows-1252", False, None),
        ("utf-8", False, None),
    ]
    assert [to_bytes(cg.unparse(one.cable), one.encoding, one.bom) for one in found] == parts
    assert found[0].cable == cg.parse(seed())
    assert [one.cable.container for one in found] == ["record"] * 3
    assert [diagnostic.code for one in found for diagnostic in one.diagnostics if diagnostic.code == "CG004"] == [
        "CG004"
    ]
    assert list(cg.load_many(str(path))) == found


@pytest.mark.parametrize(
    "data", [b"", b"\xef\xbb\xbf", b"\xef", b"\xef\xbb", b"\xef\xbb\xbf\n", b"\r", b"\xef\xbb\xbf\xff"]
)
def test_small_files(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "traffic.txt"
    path.write_bytes(data)
    found = list(cg.load_many(path))
    assert len(found) == bool(data)
    assert b"".join(to_bytes(cg.unparse(one.cable), one.encoding, one.bom) for one in found) == data


def test_a_pipe_gives_each_message_when_the_next_begins() -> None:
    """The writer waits for nothing, and neither does the reader."""
    reader, writer = os.pipe()
    with os.fdopen(reader, "rb") as file, os.fdopen(writer, "wb", buffering=0) as out:
        found = documents(file)
        out.write((MESSAGE * 2).encode())
        assert cg.unparse(next(found).cable) == MESSAGE


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (lambda path: b"BT\n", r"takes text, not bytes: decode them, or read the file with load_many\(path\)"),
        (lambda path: path, r'not a path: use load_many\(path\), or open\(path, newline=""\)'),
        (lambda path: io.BytesIO(b"BT\n"), r"not a file of bytes: use load_many\(path\)"),
        (lambda path: ["BT\n"], "takes a text or a text file, not list"),
        (lambda path: None, "takes a text or a text file, not NoneType"),
    ],
    ids=["bytes", "path", "file of bytes", "list", "nothing"],
)
def test_what_is_no_text_is_refused_at_once(source: Callable[[Path], object], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        cg.parse_many(source(Path("traffic.txt")))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("piece", "message"), [(b"BT\n", "not a file of bytes"), (None, r"read\(\) gave NoneType, not str")]
)
def test_a_file_that_gives_no_text_is_refused_when_it_is_read(piece: object, message: str) -> None:
    class Wrong:
        def read(self, size: int, /) -> object:
            return piece

    with pytest.raises(TypeError, match=message):
        next(cg.parse_many(Wrong()))  # type: ignore[arg-type]


def test_load_many_says_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="takes the path of a file, not a file; parse_many takes"):
        cg.load_many(io.StringIO(""))  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        next(cg.load_many(tmp_path / "missing.txt"))
