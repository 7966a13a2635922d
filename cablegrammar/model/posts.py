"""The ids of cables, and how they spell the posts that sent them."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

#: What may stand before the name of a post.
KINDS_OF_POST = ("AMEMBASSY", "EMBASSY", "AMCONSUL", "CONSULATE", "USMISSION")


def letters(name: str) -> str:
    """The letters of a post's name as capitals: `SAN JOSE`, `San Jose` and `SANJOSE` are one name.

    >>> letters("Port-au-Prince")
    'PORTAUPRINCE'
    """
    return "".join(filter(str.isalpha, name)).upper()


@cache
def known_posts() -> dict[str, str]:
    """How ids spell the posts of cablegrammar/data/posts.csv, by the letters of the names that they are referred to by, alone and as an
    address.

    >>> known_posts()["KL"], known_posts()["AMEMBASSYLIMA"]
    ('KUALALUMPUR', 'LIMA')
    """
    table = files("cablegrammar").joinpath("data", "posts.csv").read_text(encoding="utf-8")
    names = {letters(row["name"]): row["post"] for row in csv.DictReader(table.splitlines())}
    return {kind + name: post for kind in KINDS_OF_POST for name, post in names.items()} | names


def spelled(year: int, post: str, number: str) -> str:
    """The id of the public collections: two digits of the year, the post, the number without leading zeros.

    Every id of the library is spelled here, a cable's own and those of the cables it refers to. A post that the table does not know is
    spelled by its letters.

    >>> spelled(2009, "SecState", "094757"), spelled(2009, "SAN JOSE", "17")
    ('09STATE94757', '09SANJOSE17')
    """
    name = letters(post)
    return f"{year % 100:02}{known_posts().get(name, name)}{int(number)}"
