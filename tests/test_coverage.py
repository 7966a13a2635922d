"""Coverage: everything that a construct must have, it has, from the start rule to the twin test.

The list of constructs is taken from the grammar: the start rules that the engine is built with.
"""

from __future__ import annotations

import doctest
import importlib
import inspect
import re
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import cablegrammar as cg
from cablegrammar import model, strategies
from cablegrammar.blocks import PLAIN_RULES, engine
from cablegrammar.engine import grammar_files, grammar_text
from cablegrammar.model import CONSTRUCTS, Value
from cablegrammar.transform import READERS
from cablegrammar.writer import WRITERS, write

ROOT = Path(__file__).parents[1]

#: Files that are no construct: what all share, tables that are made by scripts, what looks damaged, the cuts, and what is asked first.
SHARED_FILES = {"terminals", "posts", "message", "near_misses", "signs", "stream", "suspects"}
#: Constructs without parts: their value has exactly one text.
ONE_TEXT = {"blank", "end_of_message", "partial_extract", "separation"}
#: Constructs that are part of another one and have no file of their own.
WITHIN = {"tag": "tags"}

#: A document of shared/format, a handbook or a publication, or what was counted on the sample.
SOURCE = re.compile(
    r"FAH|FAM|acp127\.md|state-telegram\.md|ACP|STATISTICS|JANAP|statistics of the collection|corpus README"
)

CLASSES = sorted(
    {cls for name in model.__all__ if isinstance(cls := getattr(model, name), type) and attrs.has(cls)} - {Value},
    key=lambda cls: cls.__name__,
)


@cache
def rules() -> frozenset[str]:
    """The names of all rules of the grammar."""
    return frozenset(re.findall(r"^\??(_?[a-z][a-z_0-9]*)(?:\.\d+)?\s*:", grammar_text(), re.MULTILINE))


@cache
def start_rules() -> frozenset[str]:
    """The start rules that the parser has tables for."""
    return frozenset(engine().starts) - set(PLAIN_RULES)


def file_of(construct: str) -> str:
    """The grammar file of a construct."""
    return WITHIN.get(construct, construct)


def class_name(construct: str) -> str:
    """`class_name("station") == "Station"`."""
    return "".join(word.capitalize() for word in construct.split("_"))


# ---- the grammar -------------------------------------------------------------------------------------------------------------


def test_start_rules_are_the_constructs() -> None:
    assert start_rules() == set(CONSTRUCTS)
    assert start_rules() | set(PLAIN_RULES) <= rules()


def test_every_file_is_a_construct() -> None:
    assert set(grammar_files()) - SHARED_FILES == {file_of(construct) for construct in CONSTRUCTS}
    assert {path.stem for path in (ROOT / "grammar").glob("*.lark")} == set(grammar_files())


@pytest.mark.parametrize("name", sorted(set(grammar_files()) - {"posts", "near_misses"}))
def test_head_comment(name: str) -> None:
    """What it is, the source, good and bad examples, before the first definition."""
    head = re.split(r"^[^/\s]", grammar_files()[name], maxsplit=1, flags=re.MULTILINE)[0]
    assert head.startswith("// ")
    if name == "terminals":
        return
    assert name.upper().replace("_", " ") in head.replace("-", " ")
    assert "Source" in head
    if name != "message":
        assert "good:" in head
        assert "bad:" in head


def test_terminals_have_one_name() -> None:
    names = re.findall(r"^(_?[A-Z][A-Z_0-9]*)(?:\.-?\d+)?\s*:", grammar_text(), re.MULTILINE)
    assert sorted(names) == sorted(set(names))


# ---- for each construct ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("construct", sorted(CONSTRUCTS))
def test_class(construct: str) -> None:
    """A frozen, slotted class of its name, public, with its source and with examples that run (below)."""
    cls = CONSTRUCTS[construct]
    assert cls.__name__ == class_name(construct)
    assert cls.start_rule == construct
    assert getattr(cg, cls.__name__) is cls
    assert not hasattr(cls, "__weakref__") or "__slots__" in vars(cls)
    doc = inspect.getdoc(cls) or ""
    assert SOURCE.search(doc) or construct == "blank", "no source"
    assert len(doctest.DocTestParser().get_examples(doc)) >= 2


@pytest.mark.parametrize("cls", CLASSES)
def test_docstring(cls: type[Value]) -> None:
    """Every public class says what its attributes are."""
    doc = inspect.getdoc(cls) or ""
    for attribute in attrs.fields(cls):
        assert f"`{attribute.name}`" in doc, attribute.name


@pytest.mark.parametrize("module", sorted({cls.__module__ for cls in CLASSES}))
def test_doctests_run(module: str) -> None:
    failed, _ = doctest.testmod(
        importlib.import_module(module), optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    )
    assert not failed


@pytest.mark.parametrize("construct", sorted(CONSTRUCTS))
def test_reader_and_writer(construct: str) -> None:
    assert construct in READERS
    assert CONSTRUCTS[construct] in WRITERS
    for package in ("transform", "writer"):
        assert (ROOT / "cablegrammar" / package / f"{file_of(construct)}.py").is_file()


def test_readers_belong_to_rules() -> None:
    aliases = set(re.findall(r"->\s*([a-z_]+)", grammar_text()))
    assert set(READERS) <= rules() | aliases


@pytest.mark.parametrize("construct", sorted(CONSTRUCTS))
def test_strategy(construct: str) -> None:
    """A public strategy of its name, which draws three distinct texts; a value without parts has one."""
    assert construct in strategies.__all__
    values: st.SearchStrategy[Value] = getattr(strategies, construct)()
    if construct in ONE_TEXT:
        assert not attrs.fields(CONSTRUCTS[construct])
        return
    texts = set()

    @settings(max_examples=15, phases=[Phase.generate], derandomize=True, database=None)
    @given(values)
    def draw(value: Value) -> None:
        texts.add(write(value))

    draw()
    assert len(texts) >= 3


@pytest.mark.parametrize("construct", sorted(CONSTRUCTS))
def test_twin(construct: str) -> None:
    """A twin test of its name with five accepted and five rejected examples."""
    module = importlib.import_module(f"tests.grammar.test_{file_of(construct)}")
    twins = [twin for twin in vars(module).values() if getattr(twin, "NAME", None) == construct]
    assert twins
    assert sum(twin.ACCEPTED for twin in twins) >= 5
    assert sum(twin.REJECTED for twin in twins) >= 5


def test_modules_belong_to_constructs() -> None:
    """No reader, writer or twin test is left of a construct that is gone."""
    stems = {file_of(construct) for construct in CONSTRUCTS}
    shared = {"__init__", "base"}
    for folder, others in (("transform", {"message", "signs", "token"}), ("writer", {"lines"})):
        found = {path.stem for path in (ROOT / "cablegrammar" / folder).glob("*.py")}
        assert found == stems | shared | others
    tests = {path.stem for path in (ROOT / "tests" / "grammar").glob("test_*.py")}
    assert tests == {f"test_{stem}" for stem in stems | {"message", "signs", "stream"}}


# ---- public names ------------------------------------------------------------------------------------------------------------

FUNCTIONS = """
    apply_fixes apply_repairs canonical_id canonicalize check citations convert diff emit fix format from_dict join_sections load load_many
    meaning parse parse_batch parse_many propose_repairs read_corpus save split_sections to_dict unparse view
"""
PROPERTIES = """
    fields diagnostics unparsed container record transmission_id routing station security operating_signals precedence date_time_group
    originator action info exempted group_count classification section message_number reference_id captions passing executive_order tags
    subject references cited_ids year classified_by paragraphs headings page_lines signature trailers replace
"""


@pytest.mark.parametrize("name", FUNCTIONS.split())
def test_public_function(name: str) -> None:
    assert callable(getattr(cg, name))
    assert name in cg.__all__
    assert inspect.getdoc(getattr(cg, name))


@pytest.mark.parametrize("name", PROPERTIES.split())
def test_cable_property(name: str) -> None:
    assert hasattr(cg.parse(""), name)


@pytest.mark.parametrize(
    ("cls", "names"),
    [
        (cg.Record, "id subject created classification origin"),
        (cg.Station, "routing_indicator serial section day hour minute"),
        (cg.Address, "delivered routing_indicator plad offices precedence numbers"),
        (cg.Tag, "code kind title"),
        (cg.Paragraph, "number marking kind text blocks"),
        (cg.DateTimeGroup, "datetime"),
        (cg.Diagnostic, "code name severity span message expected labels note help fix"),
        (cg.Document, "cable encoding bom path"),
    ],
)
def test_names_of_parts(cls: type, names: str) -> None:
    have = {attribute.name for attribute in attrs.fields(cls)} | set(dir(cls))
    assert set(names.split()) <= have


def test_every_public_name_can_be_taken() -> None:
    assert all(hasattr(cg, name) for name in cg.__all__)
    assert set(dir(cg)) >= set(cg.__all__)
