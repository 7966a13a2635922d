"""The TAGS line: the codes that a telegram is filed and routed by."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import ClassVar

import attrs

from cablegrammar.model.base import Value


@cache
def known_tags() -> dict[str, tuple[str, str]]:
    """Kind and title of the known codes, from cablegrammar/data/tags.csv; the title is `""` where no source has one.

    >>> known_tags()["PTER"]
    ('subject', 'Terrorists and Terrorism')
    """
    table = files("cablegrammar").joinpath("data", "tags.csv").read_text(encoding="utf-8")
    return {row["code"]: (row["kind"], row["title"]) for row in csv.DictReader(table.splitlines())}


@attrs.frozen
class Tag(Value):
    """One tag (5 FAH-3 H-111): its `code` as written, and the `name` of a person in parentheses behind it or `""`.

    A code of several words (`IRAQI FREEDOM`) has one of six letters or more, and one blank between two.

    >>> Tag("PGOV").kind, Tag("PGOV").title
    ('subject', 'Internal Governmental Affairs')
    >>> Tag("OVIP", "ROE, JANE B.").name
    'ROE, JANE B.'
    >>> Tag("P GOV")
    Traceback (most recent call last):
    ...
    ValueError: Tag: ...
    """

    start_rule: ClassVar[str] = "tag"

    code: str
    name: str = ""

    @property
    def kind(self) -> str:
        """`subject`, `program`, `organization` or `geographic`; `""` for an unknown code. Case does not matter."""
        return known_tags().get(self.code.upper(), ("", ""))[0]

    @property
    def title(self) -> str:
        """What the code stands for, `""` where that is not known. Case does not matter."""
        return known_tags().get(self.code.upper(), ("", ""))[1]


@attrs.frozen
class Tags(Value):
    """The TAGS line (5 FAH-3 H-011; state-telegram.md "TAGS line"): its `tags` in their order, doubled ones too.

    >>> [tag.code for tag in Tags((Tag("PREL"), Tag("XY"))).tags]
    ['PREL', 'XY']
    >>> Tags((Tag("PREL"), "PGOV"))
    Traceback (most recent call last):
    ...
    ValueError: Tags: ...
    """

    start_rule: ClassVar[str] = "tags"

    tags: tuple[Tag, ...]
