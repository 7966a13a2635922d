"""Character sets: what cannot be sent is found, each time, with its place and a stand-in that can."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cablegrammar.charsets import CHARSETS, CharsetError, CharsetFault, faults, suggestion
from cablegrammar.diagnostics import place

#: What can be sent, said again: by the encoder of Python, and by the list of acp127.md.
TELEPRINTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 \r\n-?:().,'/=+$!&#\";"
SENDABLE = {
    "utf8": st.text(),
    "ascii": st.text(st.characters(max_codepoint=127)),
    "ita2": st.text(TELEPRINTER),
}
#: Any characters, often such as stand in texts, and lone surrogates.
ANY = st.text(
    st.one_of(st.characters(), st.characters(categories=["Cs"]), st.sampled_from("a\xe9\u201c\u2014@%\xbd\t\r\n A1"))
)


def can_be_sent(character: str, charset: str) -> bool:
    if charset == "ita2":
        return character in TELEPRINTER
    try:
        character.encode(charset)
    except UnicodeEncodeError:
        return False
    return True


@pytest.mark.parametrize("charset", CHARSETS)
@given(st.data())
def test_the_repertoire_has_no_faults(charset: str, data: st.DataObject) -> None:
    assert faults(data.draw(SENDABLE[charset]), charset) == ()


@pytest.mark.parametrize("charset", CHARSETS)
@given(ANY)
def test_exactly_what_cannot_be_sent(charset: str, text: str) -> None:
    found = faults(text, charset)
    assert [fault.offset for fault in found] == [at for at, one in enumerate(text) if not can_be_sent(one, charset)]
    for fault in found:
        where = place(text, fault.offset)
        assert text[fault.offset] == fault.character
        # between CR and LF there is no place of its own
        if not text[: fault.offset].endswith("\r"):
            assert (fault.line, fault.column) == (where.line, where.column)
        assert str(fault).startswith(f"line {fault.line}, column {fault.column}: ")
        assert str(fault).isprintable()


@pytest.mark.parametrize("charset", CHARSETS)
@given(ANY)
def test_suggestions_leave_only_the_others(charset: str, text: str) -> None:
    found = faults(text, charset)
    mended = list(text)
    for fault in found:
        if fault.suggestion is not None:
            mended[fault.offset] = fault.suggestion
    left = [fault.character for fault in found if fault.suggestion is None]
    assert [fault.character for fault in faults("".join(mended), charset)] == left


@pytest.mark.parametrize("code", range(0x110000 // 0x1000))
def test_every_suggestion_can_be_sent(code: int) -> None:
    for character in map(chr, range(code * 0x1000, (code + 1) * 0x1000)):
        for charset in CHARSETS:
            stand_in = suggestion(character, charset)
            assert stand_in is None or all(can_be_sent(one, charset) for one in stand_in)


@pytest.mark.parametrize(
    ("character", "in_ascii", "in_ita2"),
    [
        ("\u201c", '"', '"'),
        ("\u2019", "'", "'"),
        ("\u2014", "-", "-"),
        ("\u2026", "...", "..."),
        ("\xa0", " ", " "),
        ("\xe9", "e", "E"),
        ("\u0301", "", ""),
        ("\xad", "", ""),
        ("\u1e69", "s", "S"),
        ("\xdf", "ss", "SS"),
        ("\u0142", "l", "L"),
        ("\uff21", "A", "A"),
        ("\xbd", None, None),
        ("\xb2", None, None),
        ("\u4e2d", None, None),
        ("\ud800", None, None),
        ("a", "a", "A"),
        ("@", "@", "(AT)"),
        ("[", "[", "("),
        ("_", "_", "-"),
        ("\t", "\t", " "),
        ("%", "%", None),
        ("*", "*", None),
        ("\x00", "\x00", None),
    ],
)
def test_suggestions(character: str, in_ascii: str | None, in_ita2: str | None) -> None:
    assert (suggestion(character, "ascii"), suggestion(character, "ita2")) == (in_ascii, in_ita2)


@pytest.mark.parametrize("charset", CHARSETS)
def test_lone_surrogates(charset: str) -> None:
    (fault,) = faults("A\udc80", charset)
    assert (fault.code_point, fault.name, fault.suggestion) == ("U+DC80", "", None)
    assert "'\\udc80' (U+DC80 lone surrogate) is not in " in str(fault)


def test_places() -> None:
    found = faults("A\r\nB\xe9\rC\n\n\U0001f600\xe9", "ascii")
    assert [(fault.offset, fault.line, fault.column) for fault in found] == [(4, 2, 2), (9, 5, 1), (10, 5, 2)]


def test_what_is_said() -> None:
    assert str(faults("RICE\n\nPOST AGREES, CAF\xe9", "ita2")[0]) == (
        "line 3, column 17: '\xe9' (U+00E9 LATIN SMALL LETTER E WITH ACUTE) is not in ITA2; 'E' would be"
    )
    assert str(faults("A\u200b", "ascii")[0]).endswith("is not in ASCII; it can be left out")
    assert str(faults("A\x07", "ita2")[0]) == "line 1, column 2: '\\x07' (U+0007) is not in ITA2"


def test_the_error_lists_the_faults() -> None:
    error = CharsetError(faults("a%", "ita2"))
    assert str(error).splitlines() == [
        "line 1, column 1: 'a' (U+0061 LATIN SMALL LETTER A) is not in ITA2; 'A' would be",
        "line 1, column 2: '%' (U+0025 PERCENT SIGN) is not in ITA2",
    ]
    assert isinstance(error, ValueError)


@pytest.mark.parametrize(("count", "last"), [(20, "line 20, column 1: "), (21, "and 1 more"), (332, "and 312 more")])
def test_the_error_is_short(count: int, last: str) -> None:
    error = CharsetError(faults("%\n" * count, "ita2"))
    assert len(error.faults) == count
    lines = str(error).splitlines()
    assert len(lines) == min(count, 21)
    assert lines[-1].startswith(last)


def test_the_error_can_be_pickled() -> None:
    error = CharsetError(faults("%", "ita2"))
    again = pickle.loads(pickle.dumps(error))
    assert again.faults == error.faults == (CharsetFault(0, 1, 1, "%", "ita2"),)
    assert str(again) == str(error)


def test_no_such_character_set() -> None:
    with pytest.raises(ValueError, match="'latin1'; there are utf8, ascii, ita2"):
        faults("A", "latin1")
