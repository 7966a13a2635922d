"""A small invented collection, in each layout that a corpus is read from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import cablegrammar as cg

POSTS = (("LIMA", "PE", "Lima"), ("QUITO", "EC", "Quito"), ("LA PAZ", "BL", "La Paz"))
TOPICS = (("EAGR", "RICE HARVEST"), ("PREL", "VISIT"), ("PREL, PGOV", "ELECTION"), ("ECON", "BANANA PRICES"))
LEVELS = ("UNCLAS", "C O N F I D E N T I A L", "UNCLAS")


def header_and_body(number: int) -> tuple[str, str]:
    """Header and body of a cable as the collection has them, one behind the other."""
    post, country, _ = POSTS[number % 3]
    tags, subject = TOPICS[number % 4]
    year = 8 + number % 2
    info = "RUEHQT/AMEMBASSY QUITO\nRUEHBO/AMEMBASSY BOGOTA 4321\n" if number % 2 else "RUEHBO/AMEMBASSY BOGOTA 4321\n"
    header = (
        f"VZCZCXRO{number:04}\nRR RUEHC\nDE RUEHPE #{number:04} 0421530\nZNR UUUUU ZZH\nR 111530Z FEB {year:02}\n"
        f"FM AMEMBASSY {post}\nTO RUEHC/SECSTATE WASHDC PRIORITY {number:04}\nINFO {info}BT\n"
    )
    earlier = POSTS[(number - 6) % 3][0]
    references = f"REF: A. {year:02} {earlier} {number - 6}  B. ROE-DOE TELCON\n" if number > 6 else ""
    if number > 6 and number % 5 == 0:
        references = f"REF: A. 09 LIMA 3  B. {year:02} {earlier} {number - 6}\n"
    order = "DECL: 02/31/2034" if number % 13 == 0 else "N/A"
    body = (
        f"{LEVELS[number % 3]} {post} {number:06}\n\nSIPDIS\n\nE.O. 12958: {order}\nTAGS: {tags}, {country}\nSUBJECT: {subject}\n{references}\n"
        f'1. (U) Summary: Post has "no" news of {subject.lower()} {number}.\n\n2. (U) The prices, C:\\DIR, rose.\nBT\n#{number:04}\nNNNN\n'
    )
    return header, body


def entry(number: int) -> dict[str, str]:
    """What the collection says of a cable, in the order of its columns: id, date, reference id, origin, classification, references."""
    post, _, name = POSTS[number % 3]
    return {
        "number": str(number),
        "created": f"2/11/{2008 + number % 2} 15:30",
        "id": f"{8 + number % 2:02}{post.replace(' ', '')}{number}",
        "origin": f"Embassy {name}",
        "classification": ("UNCLASSIFIED", "CONFIDENTIAL", "UNCLASSIFIED")[number % 3],
        "references": "",
    }


def text(number: int) -> str:
    """The text of a cable."""
    return "".join(header_and_body(number))


@cache
def csv_file(count: int, first: int = 1) -> bytes:
    """The collection as CSV."""
    return b"".join(
        csv_row([*entry(number).values(), *header_and_body(number)]) for number in range(first, first + count)
    )


def csv_row(words: Sequence[str]) -> bytes:
    """A row of CSV, all of it in quotation marks, which have a backslash before them within."""
    quoted = ('"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"' for word in words)
    return (",".join(quoted) + "\n").encode("utf-8")


def json_file(count: int) -> bytes:
    """The collection as JSON Lines."""
    lines: list[str] = []
    for number in range(1, count + 1):
        header, body = header_and_body(number)
        lines.append(json.dumps({**entry(number), "header": header, "body": body}) + "\n")
    return "".join(lines).encode("utf-8")


def small(number: int) -> str:
    """A very small cable."""
    return f"UNCLAS LIMA {number:06}\n\nSUBJECT: RICE\n"


def plain(records: Sequence[cg.CorpusRecord]) -> list[tuple[int, str]]:
    """Position and text of records, and no other: none has a fault."""
    assert not [record.fault for record in records if record.fault]
    return [(record.position, record.text) for record in records]
