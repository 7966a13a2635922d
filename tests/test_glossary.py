"""The glossary: complete, and it cites what the classes and the grammar cite."""

from __future__ import annotations

import inspect
import re

import attrs
import pytest

from cablegrammar import model as m
from cablegrammar.engine import grammar_files
from cablegrammar.glossary import ENTRIES, KINDS, Entry, entry_of

#: What is no piece of a cable: the base, and what says where a piece stands.
OTHERS = {m.Value, m.Field, m.Span}
CLASSES = {cls for name in m.__all__ if isinstance(cls := getattr(m, name), type) and attrs.has(cls)} - OTHERS

#: A clause of a handbook, a publication, or a format line.
CLAUSE = re.compile(r"\d+ FAH-\d|H-\d+(?:\.\d+)?|32 CFR \d+|ACP \d+(?! CAN)|SUPP-\d|JANAP \d+|NAVEDTRA \d+|para \d+")


def test_every_class_has_an_entry() -> None:
    assert set(ENTRIES) == CLASSES


def test_every_kind_is_used() -> None:
    assert {entry.kind for entry in ENTRIES.values()} == set(KINDS)


@pytest.mark.parametrize("cls", ENTRIES)
def test_entry(cls: type[m.Value]) -> None:
    """A sentence, and no clause that neither the class nor the grammar cites."""
    entry = ENTRIES[cls]
    assert entry.says[0].isupper()
    assert entry.says.endswith(".")
    known = (inspect.getdoc(cls) or "") + "".join(
        grammar_files().get(file, "") for file in (cls.start_rule, cls.__module__.rpartition(".")[2])
    )
    known = known.replace("acp127.md", "ACP 127").replace("5 FAH-2 H-252 and H-442", "5 FAH-2 H-252 5 FAH-2 H-442")
    assert entry.source
    for clause in CLAUSE.findall(entry.source):
        assert clause in known or (cls is m.Duration and "E.O. line" in known), clause


@pytest.mark.parametrize("construct", sorted(m.CONSTRUCTS))
def test_handbook_clauses_of_constructs_are_in_it(construct: str) -> None:
    cls = m.CONSTRUCTS[construct]
    says = (inspect.getdoc(cls) or "").partition("\n\n")[0]
    for clause in re.findall(r"\d FAH-\d H-\d+(?:\.\d+)?", says):
        assert clause in ENTRIES[cls].source


def test_what_is_not_understood_has_the_clause_of_what_it_was_to_be() -> None:
    lost = m.Unparsed("DE RUEHIL", "station", (), 0, "")
    assert entry_of(lost) == Entry("unparsed", ENTRIES[m.Unparsed].says, ENTRIES[m.Station].source)
    assert entry_of(m.Unparsed("x", "unknown", (), 0, "")) == ENTRIES[m.Unparsed]


def test_a_kind_that_does_not_exist() -> None:
    with pytest.raises(ValueError, match="kind"):
        Entry("weather", "Fair.", "")
