"""`cg.emit` and the options of `cablegrammar format` that say how a text is sent."""

from __future__ import annotations

import pickle
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.canonical import WIDTHS
from cablegrammar.charsets import CHARSETS, faults
from cablegrammar.cli import main
from cablegrammar.writer.lines import capital_labels
from tests.shared import cables, needs_corpus, seed

LONG = " ".join(["Farmers in the north say that rice was poor."] * 8)
MESSAGE = (
    "PP RUEHC\nDE RUEHPE #0017 0421530\nZNR UUUUU ZZH\nP 111530Z FEB 09\nFM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC\nBT\n"
    f"UNCLAS LIMA 000017\n\nSUBJECT: RICE\n\n1. {LONG}\n\n2. Post will report.\nROE\nBT\n#0017\nNNNN\n"
)


def emitted(text: str, **options: Any) -> str:
    return cg.emit(cg.parse(text), **options).decode("utf-8")


# ---- line ends and NNNN --------------------------------------------------------------------------------------------------


def test_line_ends() -> None:
    canonical = cg.format(MESSAGE)
    assert emitted(MESSAGE) == canonical
    assert emitted(MESSAGE, newline="lf") == canonical
    assert emitted(MESSAGE, newline="crlf") == canonical.replace("\n", "\r\n")
    windows = MESSAGE.replace("\n", "\r\n")
    assert emitted(windows) == canonical.replace("\n", "\r\n")
    assert emitted(windows, newline="lf") == canonical


def test_teletype() -> None:
    sent = emitted(MESSAGE, newline="teletype")
    assert sent.endswith("ROE\r\nBT\r\n#0017\r\n\r\r\n\n\n\n\n\n\n\nNNNN\r\n")
    assert sent.replace("\r\n\r\r\n\n\n\n\n\n\n\nNNNN", "\r\nNNNN") == cg.format(MESSAGE).replace("\n", "\r\n")
    assert cg.meaning(cg.parse(sent)) == cg.meaning(cg.parse(MESSAGE))


# ---- width -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", WIDTHS)
def test_width(width: int) -> None:
    text = cg.format(MESSAGE, width=width)
    lines = text.splitlines()
    assert max(map(len, lines)) <= width
    assert max(map(len, lines)) > width - len("Farmers")
    assert cg.meaning(cg.parse(text)) == cg.meaning(cg.parse(MESSAGE))
    assert cg.format(text, width=width) == text
    assert cg.format(text) == cg.format(MESSAGE)


@given(strategies.cables(), st.sampled_from(WIDTHS))
def test_width_of_generated_cables(cable: cg.Cable, width: int) -> None:
    tidy = cg.canonicalize(cable, width=width)
    assert cg.meaning(tidy) == cg.meaning(cable)
    text = cg.unparse(tidy)
    assert cg.format(text, width=width) == text


@needs_corpus
@given(st.data())
def test_width_of_the_sample(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(list(cables().values())))
    width = data.draw(st.sampled_from(WIDTHS))
    tidy = cg.format(text, width=width)
    assert cg.meaning(cg.parse(tidy)) == cg.meaning(cg.parse(text))
    assert cg.format(tidy, width=width) == tidy


@pytest.mark.parametrize("width", [54, 81, 0, -1])
def test_other_widths_are_refused(width: int) -> None:
    with pytest.raises(ValueError, match=f"width: expected 55 to 80 columns, got {width}"):
        cg.format(MESSAGE, width=width)
    with pytest.raises(ValueError, match="width: expected 55 to 80 columns"):
        cg.emit(cg.parse(MESSAGE), width=width)


def test_lines_that_are_too_long_for_a_teleprinter() -> None:
    table = f"UNCLAS LIMA 000017\n\n1. Prices:\n\n   {'1234567 ' * 9}\n   {'1234567 ' * 5}\n"
    assert emitted(table)
    for options in ({"charset": "ita2"}, {"newline": "teletype"}):
        with pytest.raises(cg.LineLengthError) as caught:
            emitted(table.upper(), **options)
        assert caught.value.lines == ((5, 74),)
        assert str(caught.value) == "line 5 has 74 characters, 5 more than 69"
    assert emitted(table.upper(), charset="ita2", width=74)
    assert pickle.loads(pickle.dumps(caught.value)).lines == caught.value.lines


# ---- characters ------------------------------------------------------------------------------------------------------------


def test_each_character_is_named_with_its_place() -> None:
    with pytest.raises(cg.CharsetError) as caught:
        emitted("UNCLAS LIMA 000017\n\nSUBJECT: CAFÉ\n\n1. 50 %.\n", charset="ita2")
    assert [(fault.line, fault.column, fault.character) for fault in caught.value.faults] == [(3, 13, "É"), (5, 7, "%")]
    assert str(caught.value) == (
        "line 3, column 13: 'É' (U+00C9 LATIN CAPITAL LETTER E WITH ACUTE) is not in ITA2; 'E' would be\n"
        "line 5, column 7: '%' (U+0025 PERCENT SIGN) is not in ITA2"
    )


def test_substitutes() -> None:
    text = "UNCLAS LIMA 000017\n\nSUBJECT: CAFÉ\n\n1. “Poor” \N{EN DASH} very.\n"
    assert emitted(text, charset="ascii", substitute_characters=True).endswith('SUBJECT: CAFE\n\n1. "Poor" - very.\n')
    assert emitted(text, charset="ita2", substitute_characters=True).endswith('SUBJECT: CAFE\n\n1. "POOR" - VERY.\n')
    assert emitted(text, charset="utf8", substitute_characters=True) == cg.format(text)
    with pytest.raises(cg.CharsetError, match="'%'"):
        emitted("UNCLAS LIMA 000017\n\n1. 50 %.\n", charset="ita2", substitute_characters=True)


def test_capitals_change_no_more_than_letters() -> None:
    """A short paragraph in capitals would be read as a heading, and be written with a rule below it."""
    text = "UNCLAS LIMA 000017\n\n1. Rice:\n\nPrices of rice rose again\n\nFarmers sold it.\n"
    assert emitted(text, charset="ita2", substitute_characters=True) == cg.format(text).upper()
    assert emitted(
        text.replace("of rice", "of ri\N{HORIZONTAL ELLIPSIS}"), charset="ita2", substitute_characters=True
    ) == (cg.format(text).upper().replace("OF RICE", "OF RI..."))


@needs_corpus
def test_the_sample_can_be_sent() -> None:
    """With stand-ins, every character that is left is named, and no word of a cable is other than its capitals."""
    sent = 0
    for text in cables().values():
        cable = cg.parse(text)
        if cable.classification_line is None:
            continue
        cable = cg.convert(cable, "text")
        with pytest.raises(ValueError, match="a record is not sent"):
            emitted(text, charset="ita2")
        try:
            data = cg.emit(cable, charset="ita2", substitute_characters=True)
        except (cg.CharsetError, cg.LineLengthError):
            continue
        sent += 1
        assert len(data.split()) == len(cg.unparse(cg.canonicalize(cable)).split())
    assert sent >= 150


@given(strategies.cables(), st.sampled_from(CHARSETS), st.booleans())
def test_what_is_emitted_is_in_the_character_set(cable: cg.Cable, charset: str, substitute: bool) -> None:
    try:
        data = cg.emit(cable, charset=charset, substitute_characters=substitute)
    except cg.CharsetError as error:
        with capital_labels() if charset == "ita2" else nullcontext():
            whole = cg.unparse(cg.canonicalize(cable))
        assert substitute or error.faults == faults(whole, charset)  # noqa: PT017
        return
    except cg.LineLengthError:
        assume(charset == "ita2")
        return
    except ValueError as error:
        assert charset == "ita2"
        assert cable.record is not None
        assert str(error).startswith("a record is not sent")  # noqa: PT017
        return
    text = data.decode("utf-8")
    assert faults(text, charset) == ()
    assert substitute or cg.meaning(cg.parse(text)) == cg.meaning(cable)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"charset": "ebcdic"}, "there is no character set 'ebcdic'; there are utf8, ascii, ita2"),
        ({"newline": "cr"}, "newline: expected lf, crlf, teletype, got 'cr'"),
    ],
)
def test_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        emitted(MESSAGE, **options)


def test_a_teletype_needs_nnnn() -> None:
    with pytest.raises(ValueError, match="a teletype ends a message with NNNN, which the cable does not have"):
        emitted("UNCLAS LIMA 000017\n", newline="teletype")


# ---- the command -----------------------------------------------------------------------------------------------------------


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(MESSAGE.encode())
    options = ["--charset", "ita2", "--substitute", "--newline", "teletype", "--width", "60"]
    assert main(["format", *options, str(path)]) == 0
    sent = path.read_bytes()
    assert sent == cg.emit(cg.parse(MESSAGE), charset="ita2", substitute_characters=True, newline="teletype", width=60)
    assert b"FARMERS IN THE NORTH" in sent
    assert max(map(len, sent.splitlines())) <= 60
    assert main(["format", "--check", *options, str(path)]) == 0
    assert capsys.readouterr().err.endswith("1 file would be left unchanged\n")


def test_command_names_characters_at_their_place_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    data = "UNCLAS LIMA 000017 SUBJECT:   CAFÉ\n\n\n\n1.   It is 50 %.\n".encode()
    path.write_bytes(data)
    assert main(["format", "--charset", "ascii", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}:1:34: 'É' (U+00C9 LATIN CAPITAL LETTER E WITH ACUTE) is not in ASCII; 'E' would be\n"
        "(--substitute puts in what is said that would be sent)\n"
        "1 file could not be formatted\n"
    )
    assert path.read_bytes() == data
    path.write_text(f"UNCLAS LIMA 000017\n\n1. {'é' * 150}\n", encoding="utf-8")
    assert main(["format", "--charset", "ascii", str(path)]) == 2
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 103
    assert said[100] == f"{path}: and 50 more characters that cannot be sent"


def test_command_writes_another_encoding_anew(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    canonical = "UNCLAS LIMA 000017\n\nSUBJECT: CAFÉ\n"
    path.write_bytes(canonical.encode("cp1252"))
    assert main(["format", "--check", str(path)]) == 0
    assert main(["format", "--check", "--charset", "utf8", str(path)]) == 1
    assert main(["format", "--charset", "utf8", str(path)]) == 0
    assert path.read_bytes() == canonical.encode()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--width", "40"], "--width: expected 55 to 80 columns, got 40"),
        (["--width", "wide"], "invalid int value: 'wide'"),
        (["--substitute"], "--substitute is for what --charset lacks, which is not given"),
        (["--charset", "ebcdic"], "invalid choice: 'ebcdic'"),
        (["--newline", "teletype", "--width", "75"], "which the cable does not have: convert it first"),
        (["--charset", "ita2"], "a.txt: formatted, line 5 has 75 characters, 6 more than 69"),
    ],
)
def test_command_refuses(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    message: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    data = f"UNCLAS LIMA 000017\n\n1. PRICES:\n\n    {'1234567 ' * 9}\n".encode()
    Path("a.txt").write_bytes(data)
    assert main(["format", *options, "a.txt"]) == 2
    assert message in capsys.readouterr().err
    assert Path("a.txt").read_bytes() == data


def test_seed_is_ready_for_a_teleprinter_but_for_its_characters() -> None:
    message = cg.convert(cg.parse(seed()), "message")
    sent = cg.emit(message, charset="ita2", substitute_characters=True, newline="teletype")
    assert b"E.O. 12958: DECL: 09/09/2034\r\n" in sent
    again = cg.parse(sent.decode())
    assert again.unparsed == ()
    assert again.classified_by is not None
    assert again.classified_by.reasons == message.classified_by.reasons  # type: ignore[union-attr]
    assert [one.number for one in again.paragraphs] == list(range(1, 10))
