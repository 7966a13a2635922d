"""The conventions of docs/reading-conventions.md, by number."""

from __future__ import annotations

import pytest

import cablegrammar as cg
from tests.shared import ROOT

HEAD = "UNCLAS LIMA 000017\n\nE.O. 12958: N/A\nTAGS: EAGR\nSUBJECT: RICE\n\n"


def paragraphs(text: str) -> list[int]:
    return [paragraph.number for paragraph in cg.parse(HEAD + text).paragraphs]


def test_1_the_last_whole_copy() -> None:
    preview = "UNCLAS LIMA 000017\nSUBJECT: RICE HAR...\n\n"
    cable = cg.parse(preview + "UNCLAS LIMA 000017\nE.O. 12958: N/A\nTAGS: EAGR\n\n1. Poor.")
    assert cable.subject == cg.Subject("RICE HAR...")
    assert cable.executive_order is not None
    assert len(cable.copies) == 2


def test_2_fields_on_one_line() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\nE.O. 12958: N/A TAGS: EAGR SUBJECT: RICE\n\n1. Poor.")
    assert cable.executive_order
    assert cable.tags
    assert cable.subject == cg.Subject("RICE")


def test_3_a_subject_goes_on() -> None:
    cable = cg.parse("UNCLAS LIMA 000017\nSUBJECT: RICE HARVEST\nThis is an action request.\n\n1. Poor.")
    assert cable.subject == cg.Subject("RICE HARVEST This is an action request.")


def test_4_page_lines_are_no_text() -> None:
    cable = cg.parse(HEAD + "REF: A) LIMA 1 B) LIMA 2  LIMA 00000017  001.2 OF 002   \n\n1. Poor.")
    assert [one.number for one in cable.references] == ["1", "2"]
    assert len(cable.page_lines) == 1


def test_5_markings_and_letters() -> None:
    long = "Post delivered the demarche to the Ministry, which promised to answer before the end of the month."
    assert len(cg.parse(f"{HEAD}REF: (A) LIMA 1\n(B) LIMA 2\n(C) LIMA 3\n\n1. Poor.").references) == 3
    cable = cg.parse(f"{HEAD}REF: LIMA 1\n (SBU) {long}\nROE")
    assert len(cable.references) == 1
    assert cable.signature == cg.Signature("ROE")


def test_6_doubled_letters() -> None:
    assert [one.letter for one in cg.parse(HEAD + "REF: A. (A) LIMA 1").references] == ["A"]
    assert [(one.letter, one.number) for one in cg.parse(HEAD + "REF: A. LIMA 1\nB. D. LIMA 4").references] == [
        ("A", "1"),
        ("B", ""),
        ("D", "4"),
    ]


@pytest.mark.parametrize("gap", [" ", "\n"])
def test_7_a_doubled_label(gap: str) -> None:
    cable = cg.parse(f"{HEAD}Classified By:{gap}CLASSIFIED BY DCM JANE ROE FOR REASONS 1.4 B, D\n\n1. Poor.")
    assert cable.classified_by is not None
    assert (cable.classified_by.name, cable.classified_by.title) == ("JANE ROE", "DCM")


def test_8_the_name_ends_at_the_first_comma() -> None:
    cable = cg.parse(f"{HEAD}Classified By: Ambassador Jane Roe, Embassy Lima, for reasons 1.4 (b).\n\n1. Poor.")
    assert cable.classified_by is not None
    assert (cable.classified_by.name, cable.classified_by.title) == ("Jane Roe", "Ambassador, Embassy Lima")


def test_9_numbers_within_a_line() -> None:
    assert paragraphs("1. (U) Sown on June 5. The harvest was poor.") == [1]
    assert paragraphs("1. (U) Poor.  THE PRICE  2. (U) It rose.") == [1, 2]


@pytest.mark.parametrize("word", ["under the age of", "see para", "Banking Law No."])
def test_10_a_broken_sentence(word: str) -> None:
    assert paragraphs(f"1. (U) Children {word}\n\n\u00b616. Juveniles may work.") == [1]


def test_11_headings() -> None:
    assert [one.text for one in cg.parse(HEAD + "1. Poor.\n\nThe North\n\n2. (U) Fair.").headings] == ["The North"]


@pytest.mark.parametrize("line", ["Source - Reuters", "End text", "Purpose:\n\nFor resale"])
def test_11_no_headings(line: str) -> None:
    assert cg.parse(f"{HEAD}1. Poor.\n\n{line}\n\n2. (U) Fair.").headings == ()


def test_12_the_signature_has_no_stop() -> None:
    assert cg.parse(HEAD + "1. Post agrees.\nROE.").signature == cg.Signature("ROE")
    assert cg.parse(HEAD + "1. Post agrees. ROE").signature == cg.Signature("ROE")
    assert cg.parse(HEAD + "1. Post agrees. Roe.").signature is None


def test_13_banners() -> None:
    cable = cg.parse("CONFIDENTIAL\n\nPAGE 01 LIMA 00017\n")
    assert [type(field.value) for field in cable.fields] == [cg.Banner, cg.PageLine]


def test_14_distribution() -> None:
    cable = cg.parse("FM AMEMBASSY LIMA\nTO SECSTATE WASHDC\nINFO AMEMBASSY BOGOTA\nINFO  LOG-00   AF-00\n")
    assert len(cable.info) == 1
    assert [office.office for office in cable.distribution[0].offices] == ["LOG", "AF"]


def test_15_columns_are_no_addressees() -> None:
    header = "FM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n"
    cable = cg.parse(f"{header}2009-02-11\n09LIMA17\nEmbassy Lima\nCONFIDENTIAL//NOFORN\n09LIMA17|09LIMA18\n{header}")
    assert {address.plad for address in cable.action} == {"SECSTATE WASHDC"}


def test_16_numbers_with_a_parenthesis() -> None:
    assert paragraphs("1) (C) Poor.\n\n2) (C) Rice:\n1) dear\n2) scarce") == [1, 2]


def test_17_classified_in_a_paragraph() -> None:
    cable = cg.parse(HEAD + "1. (U) Classified by Ambassador Jane Roe for reasons 1.5 (b).\n\n2. (C) Poor.")
    assert cable.classified_by is not None
    assert cable.classified_by.name == "Jane Roe"
    assert len(cable.paragraphs) == 2


def test_18_a_year_that_is_left_out() -> None:
    cable = cg.parse("R 051530Z JAN 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n" + HEAD + "REF: STATE 129999\n")
    assert cable.cited_ids == ("09STATE129999",)


def test_19_letters_by_place() -> None:
    cable = cg.parse(
        "R 051530Z JAN 09\nFM AMEMBASSY LIMA\nTO SECSTATE WASHDC\n"
        + HEAD
        + "REF: STATE 9008; QUITO 12\n\n1. (U) See ref B.\n"
    )
    assert [(edge.cited, edge.paragraphs) for edge in cg.citations([cable])] == [
        ("09STATE9008", ()),
        ("09QUITO12", (1,)),
    ]


def test_20_telegrams_in_prose() -> None:
    (paragraph,) = cg.parse(HEAD + "1. (U) As 08 STATE 12345 says, Lima in LIMA 2004 had Lima 500 guests.").paragraphs
    assert [mention.telegram and mention.telegram.number for mention in paragraph.mentions] == ["12345"]


def test_21_two_telegrams_and_a_date() -> None:
    cable = cg.parse(HEAD + "REF: A. STATE 12 DATED MAY 4\nB. LIMA 12 LIMA 13\n")
    assert [(one.letter, one.post, one.number, one.remarks) for one in cable.references] == [
        ("A", "STATE", "12", ("DATED MAY 4",)),
        ("B", "LIMA", "12", ()),
        ("", "LIMA", "13", ()),
    ]


def test_each_convention_has_a_test() -> None:
    text = (ROOT / "docs" / "reading-conventions.md").read_text(encoding="utf-8")
    numbers = [line.partition(".")[0] for line in text.splitlines() if line[:1].isdigit()]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert len(numbers) >= 21
    for number in numbers:
        assert any(name.startswith(f"test_{number}_") for name in globals()), number


def test_a_date_before_a_head_without_line_ends() -> None:
    """`Cable dated:` is a publisher's line, and the telegram goes on right behind it (STATISTICS 2.3)."""
    cable = cg.parse(
        "TO SECSTATE WASHDC PRIORITYCable dated:2002-11-15T12:40:00S E C R E T SECTION 01 OF 05 LIMA 008305S/CT FOR ROEE.O. 12958: "
        "DECL: 11/14/2012 TAGS: PTER PE\n\n1. (S) Yes."
    )
    assert cable.reference_id == ""
    assert cable.message_number == cg.MessageNumber("LIMA", "008305")
    assert [one.text for one in cable.passing] == ["S/CT FOR ROE"]
    assert cable.executive_order is not None
    assert cable.tags is not None
    assert not cable.unparsed


def test_a_second_header_under_keys() -> None:
    header = "P 101215Z SEP 09\nFM AMEMBASSY LIMA\nTO RUEHC/SECSTATE WASHDC\nINFO RUEHBO/AMEMBASSY BOGOTA"
    keys = "CLASSIFICATION: CONFIDENTIAL\nMISC: 09LIMA16\nDESTINATION: VZCZCXRO8657\n"
    cable = cg.parse(f"{header}{keys}{header}\n\nC O N F I D E N T I A L LIMA 000017\n\nSUBJECT: RICE\n\n1. (C) Poor.")
    assert len(cable.info) == len(cable.action) == 1
    assert not cable.unparsed


@pytest.mark.parametrize(
    ("regular", "damaged"),
    [("country's", "country,s"), ('"rice"', "&rice8"), ("D'AFFAIRES", "D,AFFAIRES"), ("d'Affaires", "d,Affaires")],
)
def test_quotes_damaged_to_seven_bits(regular: str, damaged: str) -> None:
    """The damage was in the telegrams (STATISTICS 2.4): it is kept in the words and changes no field."""
    text = (
        "UNCLAS LIMA 000017\nSUBJECT: THE country's \"rice\"\n\nClassified By: Charge d'Affaires Jane Roe, Reasons 1.4 (b).\n\n"
        'The country\'s "rice"\n--------------------\n\n1. (C) He said "rice." The country\'s "rice" (CHARGE D\'AFFAIRES). ROE'
    )
    one, other = cg.parse(text), cg.parse(text.replace(regular, damaged))
    assert [type(field.value) for field in one.fields] == [type(field.value) for field in other.fields]
    assert one.classified_by is not None
    assert other.classified_by is not None
    assert other.classified_by.name == one.classified_by.name == "Jane Roe"
    assert cg.unparse(other) == text.replace(regular, damaged)
