"""Ordered enumerations: precedences and classification levels compare by rank and print as the handbook word."""

from __future__ import annotations

from enum import Enum
from typing import Self


class Ordered(Enum):
    """An enumeration whose values are `(rank, word)`: members compare by rank, `str()` is the word."""

    @property
    def rank(self) -> int:
        """The place in the order, higher is more."""
        rank: int = self.value[0]
        return rank

    def __str__(self) -> str:
        return str(self.value[1])

    def __lt__(self, other: Self) -> bool:
        return self.rank < other.rank if type(self) is type(other) else NotImplemented

    def __le__(self, other: Self) -> bool:
        return self.rank <= other.rank if type(self) is type(other) else NotImplemented

    def __gt__(self, other: Self) -> bool:
        return self.rank > other.rank if type(self) is type(other) else NotImplemented

    def __ge__(self, other: Self) -> bool:
        return self.rank >= other.rank if type(self) is type(other) else NotImplemented


class Precedence(Ordered):
    """How fast a message is to be handled (5 FAH-1 H-221; acp127.md, FL5 and FL7).

    >>> Precedence.IMMEDIATE > Precedence.PRIORITY
    True
    >>> str(Precedence.NIACT_IMMEDIATE), Precedence.NIACT_IMMEDIATE.prosign
    ('NIACT IMMEDIATE', 'O')
    """

    ROUTINE = (1, "ROUTINE")
    PRIORITY = (2, "PRIORITY")
    IMMEDIATE = (3, "IMMEDIATE")
    NIACT_IMMEDIATE = (4, "NIACT IMMEDIATE")
    FLASH = (5, "FLASH")
    EMERGENCY = (6, "EMERGENCY COMMAND PRECEDENCE")

    @property
    def prosign(self) -> str:
        """The letter on FL5; FL2 doubles it."""
        return {1: "R", 2: "P", 3: "O", 4: "O", 5: "Z", 6: "Y"}[self.rank]

    @classmethod
    def of_prosign(cls, letter: str) -> Precedence:
        """The precedence of a prosign letter; raises `KeyError` for another letter."""
        return {"R": cls.ROUTINE, "P": cls.PRIORITY, "O": cls.IMMEDIATE, "Z": cls.FLASH, "Y": cls.EMERGENCY}[letter]

    @classmethod
    def of_word(cls, word: str) -> Precedence:
        """The precedence of an addressee's word; raises `ValueError` for another word."""
        for member in cls:
            if str(member) == word:
                return member
        raise ValueError(f"no precedence is called {word!r}")


class Level(Ordered):
    """Classification levels (5 FAH-2 H-222; classification_levels.csv). LIMITED OFFICIAL USE was the administrative control of the 1970s.

    >>> Level.SECRET > Level.CONFIDENTIAL > Level.UNCLASSIFIED
    True
    """

    UNCLASSIFIED = (0, "UNCLASSIFIED")
    LIMITED_OFFICIAL_USE = (1, "LIMITED OFFICIAL USE")
    CONFIDENTIAL = (2, "CONFIDENTIAL")
    SECRET = (3, "SECRET")
    TOP_SECRET = (4, "TOP SECRET")
