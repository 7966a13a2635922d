"""`cg.split_sections` and `cg.join_sections`, and their commands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.cli import main
from cablegrammar.sectioning import MOST_SECTIONS
from tests.shared import cables, needs_corpus, seed

HEADER = "VZCZCXYZ0012\nPP RUEHC\nDE RUEHPE #0017 0421530\nZNR UUUUU ZZH\nP 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC\n"
HEAD = "UNCLAS LIMA 000017\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EAGR\nSUBJECT: RICE\n\n"
WORDS = " ".join(["Farmers in the north say that rice was poor this year, as it was the year before."] * 12)


def body(count: int) -> str:
    return "".join(f"{number}. (U) Paragraph {number}.\n\n" for number in range(1, count + 1))


def message(count: int = 20) -> cg.Cable:
    return cg.parse(f"{HEADER}BT\n{HEAD}{body(count).rstrip()}\nROE\nBT\n#0017\nNNNN\n")


def as_whole(cable: cg.Cable) -> cg.Cable:
    """The cable without numbers of sections, as joining makes it."""
    if cable.section is not None:
        cable = cable.replace(section=None)
    if cable.station is not None and cable.station.section is not None:
        cable = cable.replace(station=attrs.evolve(cable.station, section=None))
    return cable


def there_and_back(cable: cg.Cable, lines: int) -> tuple[cg.Cable, ...]:
    """The sections, proven: numbered, canonical, and in any order the telegram that was split."""
    sections = cg.split_sections(cable, lines)
    if len(sections) == 1:
        assert sections == (cable,)
        return sections
    for number, section in enumerate(sections, 1):
        assert section.section == cg.Section(number, len(sections))
        assert section.container == cable.container
        assert section.action == cable.action
        assert section.info == cable.info
        if section.station is not None:
            assert section.station.section == number
    joined = cg.join_sections([*sections[1::2], *reversed(sections[::2])])
    assert cg.meaning(joined) == cg.meaning(as_whole(cable))
    assert len(joined.page_lines) == len(sections) - 1 or cable.page_lines
    return sections


def text_lines(section: cg.Cable) -> int:
    return cg.unparse(cg.convert(section, "text")).count("\n")


# ---- splitting -----------------------------------------------------------------------------------------------------------


def test_message() -> None:
    first, second, third = there_and_back(message(), 26)
    assert cg.unparse(second) == (
        "PP RUEHC\nDE RUEHPE #0017/02 0421530\nZNR UUUUU ZZH\nP 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC\nBT\n"
        "UNCLAS SECTION 02 OF 03 LIMA 000017\n\nSIPDIS\n\nLIMA 00000017  002 OF 003\n\n"
        + "\n\n".join(f"{number}. (U) Paragraph {number}." for number in range(10, 20))
        + "\nBT\n#0017\nNNNN\n"
    )
    assert first.transmission_id is not None
    assert first.subject == second.subject or second.subject is None
    assert third.signature == cg.Signature("ROE")
    assert [text_lines(section) <= 26 for section in (first, second, third)] == [True] * 3
    assert all(section.diagnostics == () for section in (first, second, third))
    # all but the page line, which formatting leaves out, is canonical
    assert cg.format(cg.unparse(second)) == cg.unparse(second).replace("LIMA 00000017  002 OF 003\n\n", "")


def test_short_telegram_stays_as_it_is() -> None:
    odd = cg.parse("UNCLAS LIMA 000017 SIPDIS\nSUBJECT:  RICE\n1.Poor.\n")
    assert cg.split_sections(odd) == (odd,)
    assert cg.unparse(cg.split_sections(odd)[0]) == cg.unparse(odd)


def test_exactly_as_long_as_a_section() -> None:
    cable = message(8)
    lines = text_lines(cable)
    assert len(cg.split_sections(cable, lines)) == 1
    assert len(cg.split_sections(cable, lines - 1)) == 2


@pytest.mark.parametrize("container", ["message", "header", "text"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_containers(container: str, newline: str) -> None:
    cable = cg.convert(message(), container)  # type: ignore[arg-type]
    cable = cg.parse(cg.unparse(cable).replace("\n", newline))
    sections = there_and_back(cable, 20)
    assert len(sections) > 2
    assert all(cg.unparse(section).count("\n") == cg.unparse(section).count(newline) for section in sections)


def test_within_a_paragraph() -> None:
    cable = cg.parse(cg.format(f"{HEAD}1. (U) {WORDS}\n\n2. (U) {WORDS}\nROE\n"))
    sections = there_and_back(cable, 16)
    assert all(text_lines(section) <= 16 for section in sections)
    # the words of a paragraph that was cut are text of its own until the sections are joined
    assert not sections[1].unparsed
    assert [type(field.value) for field in sections[1].fields][-1] is cg.Text


def test_a_heading_stays_with_its_paragraph() -> None:
    parts = "".join(f"Heading {n}\n----------\n\n{n}. (U) Paragraph {n}.\n\n" for n in range(1, 9))
    cable = cg.parse(f"{HEAD}{parts.rstrip()}\nROE\n")
    for lines in range(15, 30):
        for section in there_and_back(cable, lines):
            assert not isinstance(section.fields[-1].value, cg.Heading)


def test_a_heading_is_no_section_of_its_own() -> None:
    """Where its paragraph does not fit, a part of it goes with the heading."""
    parts = "".join(f"Heading {n}\n----------\n\n{n}. (U) {WORDS}\n\n" for n in range(1, 4))
    cable = cg.parse(cg.format(f"{HEAD}{parts.rstrip()}\nROE\n"))
    for lines in range(15, 40):
        for section in there_and_back(cable, lines):
            assert not isinstance(section.fields[-1].value, cg.Heading)
            assert text_lines(section) <= lines


@pytest.mark.parametrize("container", ["text", "message"])
def test_no_words_are_taken_for_a_signature(container: str) -> None:
    """A name behind a full stop at the end of a section looks like one."""
    line = "The farmers of the north said that the rice was very poor. Miller,\n"
    lines_of = f"{line}and so did the others of the south, and all those of the west too.\n" * 30
    begin, end = ("", "") if container == "text" else (f"{HEADER}BT\n", "BT\n#0017\nNNNN\n")
    cable = cg.parse(f"{begin}{HEAD}1. (U) Rice.\n\n2. (U) {'Rice. ' * 9}\n{lines_of}{end}")
    cable = cg.canonicalize(cable)
    for lines in range(15, 30):
        for section in there_and_back(cable, lines):
            assert section.signature is None
            assert not any(isinstance(field.value, cg.Trailer) for field in section.fields)


def test_a_cut_sees_what_follows() -> None:
    """Words behind a page line are a heading if a heading or a paragraph follows."""
    rule = "-------------------------"
    parts = f"1. (U) {WORDS}\n{rule}\n\nHEADING\n-------\n\n2. (U) {WORDS}\n\nThe last words\n\n"
    cable = cg.parse(cg.format(f"{HEAD}{parts * 2}3. (U) Post agrees.\n"))
    for lines in range(15, 50):
        there_and_back(cable, lines)


def test_long_post_is_cut_as_on_the_wire() -> None:
    cable = cg.parse(f"UNCLAS RIO DE JANEIRO 000112\n\n{body(20).rstrip()}\n")
    _, second, *_ = there_and_back(cable, 20)
    assert [cg.unparse(cg.Cable((field,))) for field in second.fields if isinstance(field.value, cg.PageLine)] == [
        "RIO DE JAN 00000112  002 OF 003\n\n"
    ]


def test_what_was_joined_is_split_anew() -> None:
    """The archive keeps the number of the first section on the whole text."""
    sections = there_and_back(cg.convert(cg.parse(seed()), "message"), 40)
    assert [section.section for section in sections] == [cg.Section(number, 4) for number in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("text", "lines", "message"),
    [
        (seed(), 60, "a record is not sent: convert the cable to a message"),
        ("Dear Jane,\n", 60, "no classification line, which would number the sections"),
        (f"{HEAD}{body(20)}", 8, "8 lines are too few: the head of this telegram needs 9"),
        (f"{HEAD}{body(500)}", 10, f"at least 250 sections of 10 lines: there can be {MOST_SECTIONS}"),
        (f"{HEAD}{body(20)}", 0, "0 lines are too few"),
    ],
)
def test_refused(text: str, lines: int, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cg.split_sections(cg.parse(text), lines)


@pytest.mark.parametrize("odd", [None, "ten", 12.5, [30]])
def test_what_is_no_number_of_lines(odd: Any) -> None:
    with pytest.raises(ValueError, match="split_sections: lines: expected a whole number, got"):
        cg.split_sections(message(), odd)


@pytest.mark.parametrize("odd", [None, HEAD, 5, [message(), HEAD], message()])
def test_what_is_no_cable(odd: Any) -> None:
    with pytest.raises(ValueError, match=r"join_sections: (cable 2: expected a Cable|expected several cables)"):
        cg.join_sections(odd)
    if not isinstance(odd, cg.Cable):
        with pytest.raises(ValueError, match="split_sections: cable: expected a Cable"):
            cg.split_sections(odd)


# ---- joining -------------------------------------------------------------------------------------------------------------


def test_sections_with_the_head_repeated() -> None:
    """As they were received: each section has the whole head, and no page line."""
    parts = [
        f"UNCLAS SECTION 0{n} OF 02 LIMA 000017\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EAGR\nSUBJECT: RICE\n\n{n}. Paragraph.\n"
        for n in (1, 2)
    ]
    joined = cg.join_sections(map(cg.parse, reversed(parts)))
    assert cg.unparse(joined) == (
        "UNCLAS LIMA 000017\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: EAGR\nSUBJECT: RICE\n\n"
        "1. Paragraph.\nLIMA 00000017  002 OF 002\n2. Paragraph.\n"
    )


def test_final_section() -> None:
    first = cg.parse("SECRET SECTION 01 OF 02 STATE 017976\n\n1. One.\n")
    final = cg.parse("SECRET FINAL SECTION OF 02 STATE 017976\n\n2. Two.\n")
    assert [one.number for one in cg.join_sections([final, first]).paragraphs] == [1, 2]


def test_what_does_not_belong_together_is_named() -> None:
    sections = list(cg.split_sections(message(30), 26))
    assert len(sections) == 4
    quito = cg.parse(cg.unparse(sections[0]).replace("LIMA 000017", "QUITO 000017"))
    of_two = cg.parse("UNCLAS SECTION 01 OF 02 LIMA 000017\n\n1. One.\n")
    beyond = cg.parse("UNCLAS SECTION 05 OF 04 LIMA 000017\n\n1. One.\n")
    none = cg.parse("UNCLAS LIMA 000017\n")
    with pytest.raises(cg.SectionError) as caught:
        cg.join_sections([sections[3], sections[3], sections[0], quito, none, of_two, beyond])
    assert caught.value.missing == (2, 3)
    assert caught.value.doubled == (4,)
    assert caught.value.foreign == (
        "cable 4 is of QUITO 000017, not of LIMA 000017",
        "cable 5 is no section: it has no classification line with SECTION",
        "cable 6 is of LIMA 000017 in 2 sections, not of LIMA 000017 in 4",
        "cable 7 is section 5 of 4",
    )
    assert str(caught.value).startswith(
        "join_sections: section 2 is missing; section 3 is missing; section 4 is there more than once;"
    )
    with pytest.raises(cg.SectionError, match="cable 1 is no section"):
        cg.join_sections([none])
    with pytest.raises(ValueError, match="there are no cables to join"):
        cg.join_sections([])


# ---- there and back ----------------------------------------------------------------------------------------------------------


@given(strategies.cables(), st.data())
def test_generated(cable: cg.Cable, data: st.DataObject) -> None:
    assume(cable.record is None)
    lines = data.draw(st.integers(8, 40))
    try:
        there_and_back(cable, lines)
    except ValueError as error:
        if "lines are too few" not in str(error) and "there can be" not in str(error):
            raise
        reject()


@needs_corpus
def test_sample() -> None:
    """Every cable of the sample comes back; sections keep to 100 lines but where a table cannot be cut."""
    split = longer = 0
    for text in cables().values():
        cable = cg.parse(text)
        if cable.classification_line is None:
            continue
        try:
            cable = cg.convert(cable, "message")
        except cg.ConversionError:
            cable = cg.convert(cable, "text")
        sections = there_and_back(cable, 100)
        split += len(sections) > 1
        longer += sum(text_lines(section) > 100 for section in sections if len(sections) > 1)
    assert split >= 200
    assert longer <= 2


@needs_corpus
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("lines", [15, 30, 60])
def test_sample_in_short_sections(lines: int, newline: str) -> None:
    """Short sections are cut within paragraphs, between headings and within tables."""
    offset = [15, 30, 60].index(lines) + 3 * ["\n", "\r\n", "\r"].index(newline)
    for text in [*cables().values()][offset::27]:
        cable = cg.parse(text.replace("\r\n", "\n").replace("\n", newline))
        if cable.classification_line is None:
            continue
        try:
            sections = there_and_back(cg.convert(cable, "text"), lines)
        except ValueError as error:
            assert "are too few" in str(error) or "there can be" in str(error)  # noqa: PT017 - a head may be longer
            continue
        assert not any(isinstance(section.fields[-1].value, cg.Heading) for section in sections)


# ---- the commands ------------------------------------------------------------------------------------------------------------


def test_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = tmp_path / "rice.txt", tmp_path / "out"
    path.write_bytes(cg.unparse(message()).encode())
    out.mkdir()
    assert main(["split", "--lines", "26", "-o", str(out), str(path)]) == 0
    files = sorted(map(str, out.iterdir()))
    assert [Path(file).name for file in files] == ["rice.01.txt", "rice.02.txt", "rice.03.txt"]
    assert main(["join", *reversed(files), "-o", str(tmp_path / "whole.txt")]) == 0
    assert cg.meaning(cg.load(tmp_path / "whole.txt").cable) == cg.meaning(message())
    assert capsys.readouterr() == ("", "")
    assert main(["split", "--lines", "26", str(path)]) == 0
    assert capsys.readouterr().out == "".join(Path(file).read_text() for file in files)
    assert main(["join", files[0], files[2], files[2]]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "section 2 is missing; section 3 is there more than once" in said.err
    assert f"cable 3 is {files[2]}" in said.err


def test_join_overwrites_no_section(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "rice.01.txt"
    path.write_text("UNCLAS SECTION 01 OF 01 LIMA 000017\n\n1. One.\n")
    before = path.read_bytes()
    assert main(["join", str(path), "-o", str(tmp_path)]) == 2
    assert f"--output must name a file: {tmp_path} is a directory" in capsys.readouterr().err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["split", "none.txt"], "No such file"),
        (["split", "--lines", "few", "none.txt"], "invalid int value"),
        (["split", "-o", "nowhere", "none.txt"], "--output must name a directory: nowhere is none"),
        (["join", "none.txt"], "No such file"),
    ],
)
def test_commands_refuse(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert message in capsys.readouterr().err
