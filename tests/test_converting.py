"""`cg.convert` and `cablegrammar convert`: from one container to another and back."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, reject
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.cli import main
from tests.shared import cables, needs_corpus, seed

TEXT = "UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: EAGR\nSUBJECT: RICE\n\n1. Poor.\n\n2. Post will report.\nROE\n"
HEADER = (
    "PP RUEHC\nDE RUEHPE #0017 0421530\nZNR UUUUU ZZH\nP 111530Z FEB 09\nFM AMEMBASSY LIMA\n"
    "TO RUEHC/SECSTATE WASHDC PRIORITY 4797\nINFO AMEMBASSY QUITO\n"
)
MESSAGE = f"{HEADER}BT\n{TEXT}BT\n#0017\nNNNN\n"
RECORD = f"09LIMA17\nRICE\nWed Feb 11 00:00:00 +0100 2009\nUNCLASSIFIED\nEmbassy Lima\n{HEADER}\n{TEXT}"
PARTS: dict[str, Any] = {
    "date_time_group": "111530Z FEB 09",
    "originator": "AMEMBASSY LIMA",
    "routing_indicator": "RUEHPE",
    "action": "RUEHC/SECSTATE WASHDC PRIORITY 4797",
    "info": ["AMEMBASSY QUITO"],
}
#: What stays behind when a record becomes a message.
OF_PUBLISHERS = (cg.Record, cg.PublisherLine, cg.PartialExtract, cg.Trailer)


def converted(text: str, to: Any, **parts: Any) -> str:
    return cg.unparse(cg.convert(cg.parse(text), to, **parts))


@pytest.mark.parametrize(
    ("text", "to", "parts", "expected"),
    [
        (RECORD, "message", {}, MESSAGE),
        (RECORD, "header", {}, f"{HEADER}\n{TEXT}"),
        (RECORD, "text", {}, TEXT),
        (MESSAGE, "record", {"origin": "Embassy Lima"}, RECORD),
        (MESSAGE, "text", {}, TEXT),
        (MESSAGE, "header", {}, f"{HEADER}\n{TEXT}"),
        (f"{HEADER}\n{TEXT}", "message", {}, MESSAGE),
        (TEXT, "message", PARTS, MESSAGE),
        (RECORD, "record", {}, RECORD),
        (RECORD, "record", {"origin": "Lima"}, RECORD.replace("Embassy Lima", "Lima")),
        (RECORD.replace("\n", "\r\n"), "message", {}, MESSAGE.replace("\n", "\r\n")),
        # the archive glues the text to the header
        (RECORD.replace("QUITO\n\nUNCLAS", "QUITOUNCLAS"), "message", {}, MESSAGE),
    ],
)
def test_from_one_to_another(text: str, to: str, parts: dict[str, Any], expected: str) -> None:
    assert converted(text, to, **parts) == expected


def test_fields_keep_their_text() -> None:
    odd = RECORD.replace("SUBJECT: RICE", "Subject:   RICE ").replace("1. Poor.", "1.   Poor.")
    assert converted(odd, "text") == TEXT.replace("SUBJECT: RICE", "Subject:   RICE ").replace("1. Poor.", "1.   Poor.")


def test_what_publishers_added_stays_with_the_record() -> None:
    text = RECORD.replace("INFO AMEMBASSY QUITO\n", "INFO AMEMBASSY QUITO\nWednesday, 11 February 2009, 15:30\n")
    assert any(isinstance(field.value, cg.PublisherLine) for field in cg.parse(text).fields)
    assert converted(f"{text}\n=====CABLE ENDS=====\n", "message") == MESSAGE


def test_control_follows_from_the_captions() -> None:
    for caption, level in (("NOFORN", "UNCLASSIFIED//NOFORN"), ("SENSITIVE", "UNCLASSIFIED//FOR OFFICIAL USE ONLY")):
        message = MESSAGE.replace("\nE.O.", f"\n{caption}\n\nE.O.", 1)
        assert converted(message, "record", origin="Embassy Lima").splitlines()[3] == level
        assert converted(message, "record", origin="Embassy Lima", control="").splitlines()[3] == "UNCLASSIFIED"


def test_created() -> None:
    summer = MESSAGE.replace("111530Z FEB 09", "111530Z JUL 09")
    assert converted(summer, "record", origin="X").splitlines()[2] == "Sat Jul 11 00:00:00 +0200 2009"
    day = converted(MESSAGE, "record", origin="X", created=dt.date(2009, 2, 12))
    assert day.splitlines()[2] == "Thu Feb 12 00:00:00 +0100 2009"
    moment = dt.datetime(2009, 2, 12, 1, 2, 3, tzinfo=dt.UTC)
    assert converted(MESSAGE, "record", origin="X", created=moment).splitlines()[2] == "Thu Feb 12 01:02:03 +0000 2009"


def test_a_given_line_takes_the_place_of_its_own() -> None:
    assert converted(RECORD, "message", originator="AMCONSUL GUAYAQUIL") == MESSAGE.replace(
        "FM AMEMBASSY LIMA", "FM AMCONSUL GUAYAQUIL"
    )
    assert converted(MESSAGE, "message", precedence="FLASH", routing="ZZ RUEHC") == MESSAGE.replace(
        "PP RUEHC", "ZZ RUEHC"
    ).replace("P 11", "Z 11")
    assert converted(MESSAGE, "message", info=["AMEMBASSY QUITO", "AMEMBASSY BOGOTA"]) == MESSAGE.replace(
        "QUITO\n", "QUITO\nAMEMBASSY BOGOTA\n"
    )


@pytest.mark.parametrize(
    ("text", "to", "parts", "missing"),
    [
        (TEXT, "message", {}, ["date_time_group", "routing_indicator", "originator", "action or info"]),
        (TEXT, "message", {**PARTS, "action": "SECSTATE WASHDC"}, ["routing"]),
        (TEXT, "record", {}, ["date_time_group", "created", "origin"]),
        (TEXT, "record", {"created": dt.date(2009, 2, 11), "origin": "Embassy Lima"}, ["date_time_group"]),
        (MESSAGE, "record", {}, ["origin"]),
        (HEADER, "text", {}, ["classification_line"]),
        (HEADER, "message", {}, ["classification_line"]),
        ("Dear Jane,\n", "record", {}, ["message_number", "created", "classification_line", "origin"]),
    ],
)
def test_missing_values_are_named_all_at_once(text: str, to: Any, parts: dict[str, Any], missing: list[str]) -> None:
    with pytest.raises(cg.ConversionError) as caught:
        cg.convert(cg.parse(text), to, **parts)
    assert list(caught.value.missing) == missing
    assert all(name in str(caught.value) for name in missing)


@pytest.mark.parametrize(
    ("to", "parts", "message"),
    [
        ("letter", {}, "to is one of record, message, header, text, not 'letter'"),
        (
            "message",
            {"origin": "Embassy Lima"},
            "record, created, origin and control are parts of a record, not of a message",
        ),
        ("text", {"originator": "AMEMBASSY LIMA"}, "a text takes its header from the cable: change it with replace"),
        ("message", {"originator": "lima"}, "originator: 'lima' is no originator"),
        ("message", {"date_time_group": "311530Z FEB 09"}, "day is out of range"),
        ("record", {"origin": ""}, "Record: .*cannot be written"),
        ("record", {"origin": 5}, "convert: origin: expected a text, got 5"),
        ("record", {"origin": "X", "control": True}, "convert: control: expected a text, got True"),
        ("record", {"origin": "X", "created": "soon"}, "created: expected a date, or a datetime .*, got 'soon'"),
        ("record", {"record": "five lines"}, "convert: record: 'five lines' is no record"),
        ("record", {"record": cg.Subject("X")}, r"convert: record: expected a Record or its text, got Subject\("),
        ("record", {"record": "x", "origin": "X"}, "record says all of it: leave out origin"),
        ("message", {"control": ""}, "parts of a record, not of a message: leave out control"),
        ("text", {"originator": ""}, "a text takes its header from the cable.* leave out originator"),
        ("message", {"originator": ""}, "originator: expected the text of an Originator, got ''"),
        ("message", {"security": 0}, "security: expected a Security or its text, got 0"),
        ("message", {"routing_indicator": "x y"}, "routing_indicator: expected a routing indicator .*, got 'x y'"),
        ("record", {"origin": "X", "created": dt.datetime(2009, 2, 11)}, "2009-02-11T00:00:00 has no time zone"),
    ],
)
def test_refused(to: Any, parts: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        cg.convert(cg.parse(MESSAGE), to, **parts)


def test_a_text_is_to_be_parsed_first() -> None:
    with pytest.raises(
        ValueError, match=r"cable: expected a Cable, which cablegrammar\.parse makes of a text, got 'UNCLAS"
    ):
        cg.convert(TEXT, "text")  # type: ignore[arg-type]


def test_control_is_taken_away() -> None:
    """An empty text is a part that is given."""
    record = RECORD.replace("UNCLASSIFIED\n", "UNCLASSIFIED//NOFORN\n", 1)
    assert converted(record, "record", control="") == RECORD
    assert converted(MESSAGE, "record", record="\n".join(record.splitlines()[:5])) == record


# ---- there and back ------------------------------------------------------------------------------------------------------


def there_and_back(cable: cg.Cable) -> None:
    """Record, message, record with the record's data given back: the primary copy's values, without what publishers added."""
    message = cg.convert(cable, "message")
    assert message.container == "message"
    assert isinstance(message.fields[-1].value, cg.EndOfMessage)
    back = cg.convert(message, "record", record=cable.record)
    assert back.record == cable.record
    assert cg.meaning(cg.convert(back, "message")) == cg.meaning(message)
    if len(cable.copies) == 1:
        kept = [value for value in cg.meaning(cable) if not isinstance(value, OF_PUBLISHERS)]
        assert list(cg.meaning(back))[1:] == kept


@given(strategies.cables(), strategies.record())
def test_generated_records(cable: cg.Cable, record: cg.Record) -> None:
    """A paragraph without words, say, takes BT for its own: such cables are refused, and thrown away here."""
    assume(cable.date_time_line is not None and (cable.action or cable.info))
    try:
        there_and_back(cable if cable.record is not None else cg.convert(cable, "record", record=record))
    except ValueError as error:
        if "would be read otherwise in the new container" not in str(error):
            raise
        reject()


@needs_corpus
def test_sample() -> None:
    """Every record of the sample that has a whole header comes back; the others say what they lack, all but one a line of the header."""
    whole = 0
    for text in cables().values():
        cable = cg.parse(text)
        try:
            there_and_back(cable)
            whole += 1
        except cg.ConversionError:
            pass
        assert cable.classification_line is None or cg.convert(cable, "text").container == "text"
    assert whole >= 326


@given(st.sampled_from(["message", "header", "text"]))
def test_seed(to: Any) -> None:
    cable = cg.convert(cg.parse(seed()), to)
    assert cable.unparsed == ()
    assert cable.container == to
    assert cg.parse(cg.unparse(cable)) == cable


# ---- the command -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "09LIMA17.txt"
    path.write_bytes(RECORD.encode())
    return path


def test_command(record: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["convert", "--to", "message", str(record)]) == 0
    assert capsysbinary.readouterr() == (MESSAGE.encode(), b"")
    assert record.read_bytes() == RECORD.encode()


def test_command_writes_a_file(record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "message.txt"
    assert main(["convert", "--to", "message", str(record), "-o", str(target)]) == 0
    assert target.read_bytes() == MESSAGE.encode()
    options = ["--origin", "Embassy Lima", "--created", "2009-02-11"]
    assert main(["convert", "--to", "record", *options, str(target), "-o", str(tmp_path / "back.txt")]) == 0
    assert (tmp_path / "back.txt").read_bytes() == RECORD.encode()
    assert capsys.readouterr() == ("", "")


def test_command_writes_several_into_a_directory(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_bytes(MESSAGE.encode())
    assert main(["convert", "--to", "text", str(record), str(other)]) == 2
    assert "--output says where several files go" in capsys.readouterr().err
    out = tmp_path / "out"
    assert main(["convert", "--to", "text", str(record), str(other), "-o", str(out)]) == 2
    assert "--output must name a directory for 2 files" in capsys.readouterr().err
    out.mkdir()
    assert main(["convert", "--to", "text", str(record), str(other), "-o", str(out)]) == 0
    assert [path.read_text() for path in sorted(out.iterdir())] == [TEXT, TEXT]
    assert main(["convert", "--to", "text", str(record), str(record), "-o", str(out)]) == 2
    assert "the same name" in capsys.readouterr().err


def test_command_with_all_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "text.txt"
    path.write_text(TEXT)
    assert main(["convert", "--to", "message", str(path)]) == 2
    assert capsys.readouterr().err == (
        f"{path}: convert: a message needs date_time_group, routing_indicator (that of the originating station), originator, "
        "action or info, which the cable does not have\n"
    )
    options = ["--date-time-group", "111530Z FEB 09", "--originator", "AMEMBASSY LIMA", "--routing-indicator", "RUEHPE"]
    options += ["--action", "RUEHC/SECSTATE WASHDC PRIORITY 4797", "--info", "AMEMBASSY QUITO"]
    assert main(["convert", "--to", "message", *options, str(path)]) == 0
    assert capsys.readouterr().out == MESSAGE


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--to", "record", "--created", "soon"], "--created: expected a day such as 2009-02-11"),
        (["--to", "record", "--created", "2009-02-11T10:00:00"], "has no time zone"),
        (["--to", "letter"], "invalid choice"),
        (["--to", "message", "--precedence", "SOON"], "precedence: expected one of ROUTINE"),
    ],
)
def test_command_refuses(record: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["convert", *options, str(record)]) == 2
    assert message in capsys.readouterr().err


def test_command_goes_on_after_a_file_that_cannot_be_read(record: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    assert main(["convert", "--to", "text", str(tmp_path / "none.txt"), str(record), "-o", str(out)]) == 2
    assert [path.name for path in out.iterdir()] == [record.name]
