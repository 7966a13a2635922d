"""The report of a corpus: its numbers are those of the cables, it loads nothing, and no text becomes markup."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser
from pathlib import Path

import pytest

import cablegrammar as cg
from cablegrammar.cli import main
from cablegrammar.corpora.writing import CorpusError
from cablegrammar.model import Level, Precedence
from tests.corpora import invented

pytest.importorskip("duckdb", reason="a report needs the extra report")
pytest.importorskip("matplotlib", reason="a report needs the extra report")

from cablegrammar.corpora import drawing
from cablegrammar.corpora.picturing import picture_corpus

COUNT = 40
NAMES = ["years", "posts", "tags", "precedence", "network", "diagnostics", "unparsed", "understood"]


class Page(HTMLParser):
    """A page taken apart: its tags with their attributes, the cells of each section's table, the words outside `style`."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.tables: dict[str, list[list[str]]] = {}
        self.drawn: dict[str, list[str]] = {}
        self.words: list[str] = []
        self.style = ""
        self._section = ""
        self._open = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        self._open = tag
        if tag == "section":
            self._section = attributes["id"]
            self.tables[self._section], self.drawn[self._section] = [], []
        elif tag == "tr":
            self.tables[self._section].append([])
        elif tag in ("td", "th"):
            self.tables[self._section][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = ""

    def handle_data(self, data: str) -> None:
        if self._open == "style":
            self.style += data
            return
        self.words.append(data)
        if self._open in ("td", "th"):
            self.tables[self._section][-1][-1] += data
        elif self._open == "text":
            self.drawn[self._section].append(data)

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """The rows of a table behind the first, which has the names of columns."""
        return [tuple(row) for row in self.tables[name][1:]]


def corpus(folder: Path, texts: Iterable[str], form: str = "parquet") -> Path:
    """The tables of cables."""
    lines = [json.dumps({"id": f"09LIMA{number}", "text": text}) + "\n" for number, text in enumerate(texts, start=1)]
    (folder / "cables.jsonl").write_text("".join(lines), encoding="utf-8")
    assert main(["corpus", "-j", "1", "--format", form, "-o", str(folder / form), str(folder / "cables.jsonl")]) == 0
    return folder / form


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("invented")
    (folder / "cables.csv").write_bytes(invented.csv_file(COUNT))
    assert main(["corpus", "-j", "1", "-o", str(folder / "tables"), str(folder / "cables.csv")]) == 0
    return folder / "tables"


@pytest.fixture(scope="module")
def page(tables: Path) -> Page:
    return Page(picture_corpus(tables))


@pytest.fixture(scope="module")
def cables() -> list[cg.Cable]:
    return [cg.parse(invented.text(number)) for number in range(1, COUNT + 1)]


def rest(rows: Iterable[tuple[str, ...]], *places: int) -> list[tuple[str, ...]]:
    """These columns of rows."""
    return [tuple(row[place] for place in places) for row in rows]


def most(counted: Counter[str]) -> list[tuple[str, str]]:
    return [(name, f"{many:,}") for name, many in sorted(counted.items(), key=lambda one: (-one[1], one[0]))][:20]


# ---- the numbers ----------------------------------------------------------------------------------------------------------------


def test_sections(page: Page) -> None:
    assert list(page.tables) == NAMES
    assert [attributes["href"] for tag, attributes in page.tags if tag == "a"] == [f"#{name}" for name in NAMES]


def test_years(page: Page, cables: list[cg.Cable]) -> None:
    assert page.tables["years"][0] == ["year", "UNCLASSIFIED", "CONFIDENTIAL", "all"]
    counted = Counter((cable.year, cable.classification) for cable in cables)
    assert page.rows("years") == [
        (
            str(year),
            *(str(counted[year, level]) for level in (Level.UNCLASSIFIED, Level.CONFIDENTIAL)),
            str(sum(many for (other, _), many in counted.items() if other == year)),
        )
        for year in (2008, 2009)
    ]
    assert sum(int(row[-1]) for row in page.rows("years")) == COUNT


def test_posts(page: Page, cables: list[cg.Cable]) -> None:
    counted = Counter(cable.message_number.post for cable in cables if cable.message_number is not None)
    assert rest(page.rows("posts"), 0, 3) == most(counted)
    assert {row[1:3] for row in page.rows("posts")} == {("2008", "2009")}


def test_tags(page: Page, cables: list[cg.Cable]) -> None:
    counted = Counter(tag.code for cable in cables if cable.tags is not None for tag in cable.tags.tags)
    assert rest(page.rows("tags"), 0, 3) == most(counted)


def test_precedence(page: Page, cables: list[cg.Cable]) -> None:
    counted = Counter(str(cable.precedence) for cable in cables)
    assert page.rows("precedence") == [
        (str(one), str(counted[str(one)])) for one in reversed(Precedence) if counted[str(one)]
    ]


def test_network(page: Page, cables: list[cg.Cable]) -> None:
    counted = Counter[tuple[str, str, str]]()
    for cable in cables:
        assert cable.message_number is not None
        for role, values in (("action", cable.action), ("info", cable.info)):
            counted.update({(cable.message_number.post, value.plad, role) for value in values})
    assert sorted(page.rows("network")) == sorted((*key, str(many)) for key, many in counted.items())
    assert {"LIMA", "SECSTATE WASHDC", "AMEMBASSY BOGOTA"} <= set(page.drawn["network"])


def test_diagnostics(page: Page, tables: Path) -> None:
    found = Counter[tuple[str, str, str]]()
    where: dict[str, set[int]] = {}
    settings = cg.Settings(profile="archive")
    for number in range(1, COUNT + 1):
        for one in cg.check(cg.parse(invented.text(number)), settings):
            found[one.code, one.name, str(one.severity)] += 1
            where.setdefault(one.code, set()).add(number)
    assert found
    assert sorted(page.rows("diagnostics")) == sorted(
        (*key, str(many), str(len(where[key[0]]))) for key, many in found.items()
    )


def test_unparsed(page: Page, cables: list[cg.Cable]) -> None:
    expected, steps = [], Counter[str]()
    for year in (2008, 2009):
        lengths = [
            (len(cg.unparse(cable)), sum(end - start for start, end in not_understood(cable)))
            for cable in cables
            if cable.year == year
        ]
        all_of_them, of_these = (sum(one) for one in zip(*lengths, strict=True))
        share = f"{100 * of_these / all_of_them:.2f} %"
        expected.append((str(year), str(len(lengths)), f"{all_of_them:,}", str(of_these), share))
        for length, unparsed in lengths:
            percent = 100 * unparsed / length
            limit = next((one for one in (1, 2, 5, 10, 20, 50, 100) if percent <= one), 0)
            steps[f"up to {limit} %" if unparsed else "nothing"] += 1
    assert page.rows("unparsed") == expected
    assert {name: int(many) for name, many in page.rows("understood") if many != "0"} == dict(steps)
    assert len(steps) > 1


def not_understood(cable: cg.Cable) -> Iterable[tuple[int, int]]:
    start = 0
    for field in cable.fields:
        end = start + len(field.text)
        if isinstance(field.value, cg.Unparsed):
            yield start, end
        start = end


def test_ndjson_gives_the_same_page(tmp_path: Path, tables: Path) -> None:
    (tmp_path / "cables.csv").write_bytes(invented.csv_file(COUNT))
    other = tmp_path / "tables"
    assert main(["corpus", "-j", "1", "--format", "ndjson", "-o", str(other), str(tmp_path / "cables.csv")]) == 0
    assert picture_corpus(other) == picture_corpus(tables)


# ---- the page -------------------------------------------------------------------------------------------------------------------


def harmless(page: Page) -> None:
    """It runs and loads nothing: nothing leads out of the page, and the policy forbids what would."""
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "link", "img", "image", "iframe", "object", "embed", "use", "foreignobject", "base"}
    for _, attributes in page.tags:
        for name, value in attributes.items():
            assert not name.startswith("on")
            assert name not in ("src", "srcset", "style", "xlink:href", "data", "action")
            assert name != "href" or value.startswith("#")
            assert "url(" not in value or name == "aria-label"
    assert "url(" not in page.style
    assert "@import" not in page.style
    policies = [one["content"] for _, one in page.tags if one.get("http-equiv") == "Content-Security-Policy"]
    assert [policy.startswith("default-src 'none'; style-src 'sha256-") for policy in policies] == [True]


def test_the_page_is_harmless(page: Page) -> None:
    harmless(page)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_figures_have_words_and_colours_of_the_page(page: Page) -> None:
    drawings = [attributes for _, attributes in page.tags if attributes.get("role") == "img"]
    assert len(drawings) == len(NAMES)
    assert all(len(one["aria-label"]) > 20 for one in drawings)
    assert drawings[1]["aria-label"] == "Lying bars, one a post. QUITO: 14; LA PAZ: 13; LIMA: 13."
    for _, attributes in page.tags:
        for name in ("fill", "stroke"):
            assert attributes.get(name, "none") == "none", "a colour that the page does not know"
        for one in attributes.get("class", "").split():
            if one.startswith(("fill-", "stroke-")):
                assert f".{one} {{" in page.style


@pytest.mark.parametrize("ink", drawing.INKS)
def test_every_ink_has_a_light_and_a_dark_colour(page: Page, ink: str) -> None:
    for what in ("fill", "stroke"):
        found = re.search(rf"\.{what}-{ink} {{ {what}: var\(--([a-z-]+)\); }}", page.style)
        assert found is not None
        assert re.search(rf"--{found[1]}: light-dark\(#\w{{6}}, #\w{{6}}\);", page.style)


def test_the_page_is_the_same_every_time(tables: Path) -> None:
    import matplotlib

    first = picture_corpus(tables)
    with matplotlib.rc_context({"font.size": 20, "axes.grid": True, "svg.hashsalt": None}):
        assert picture_corpus(tables) == first
    assert "Matplotlib" not in first


HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "$\\frac{1}{2}$",
    "{{ 7 * 7 }}",
    "url(http://example.com)",
    "]]> <!-- &amp; &#60;",
    "\x01\x1b[31m\u202egnp.",
    "利馬\n利馬" * 20,
    "",
)


def hostile(folder: Path) -> Path:
    """A corpus of which every word is hostile: tables may come from anywhere."""
    held = corpus(folder, [invented.text(number) for number in range(1, len(HOSTILE) + 1)], "ndjson")
    read_as = ("source", "record_created", "date_time_group", "declassify_on", "role")
    for file in held.glob("*/*.ndjson"):
        rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
        for number, row in enumerate(rows):
            for name, value in row.items():
                if isinstance(value, str) and name not in read_as:
                    row[name] = HOSTILE[number % len(HOSTILE)]
        file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return held.rename(folder / "<script>alert(2)<")


def test_hostile_words_are_words(tmp_path: Path) -> None:
    moved = hostile(tmp_path)
    written = picture_corpus(moved)
    page = Page(written)
    harmless(page)
    assert "<script" not in written
    assert "Report: <script>alert(2)<" in page.words
    posts = [row[0] for row in page.rows("posts")]
    assert {word for word in HOSTILE if word.isprintable()} <= set(posts)
    assert "⟨U+0001⟩⟨ESC⟩[31m⟨U+202E⟩gnp." in posts
    assert not {"\x01", "\x1b", "\u202e"} & set(written)
    for name in ("posts", "tags", "precedence", "network", "years"):
        assert "$\\frac{1}{2}$" in page.drawn[name]
        assert "{{ 7 * 7 }}" in page.drawn[name]
    assert "$\\frac{1}{2}$ $\\frac{1}{2}$" in page.drawn["diagnostics"]
    assert all(len(word) <= 75 for words in page.drawn.values() for word in words)


@pytest.mark.parametrize("form", ["parquet", "ndjson"])
def test_an_empty_corpus_gives_a_page(tmp_path: Path, form: str) -> None:
    (tmp_path / "none.jsonl").touch()
    tables = tmp_path / "tables"
    assert main(["corpus", "-j", "1", "--format", form, "-o", str(tables), str(tmp_path / "none.jsonl")]) == 0
    page = Page(picture_corpus(tables))
    harmless(page)
    assert list(page.tables) == NAMES
    assert not any(page.tables.values())
    assert "svg" not in {tag for tag, _ in page.tags}
    assert "".join(page.words).count("There is nothing to show") == len(NAMES)


def test_cables_without_anything(tmp_path: Path) -> None:
    page = Page(picture_corpus(corpus(tmp_path, ["", "no cable\n"])))
    assert page.rows("years") == [("none", "2", "2")]
    assert page.rows("precedence") == [("none", "2")]
    assert page.rows("posts") == page.rows("network") == []
    assert sum(int(row[1]) for row in page.rows("understood")) == 2


def test_many_posts(tmp_path: Path) -> None:
    names = [f"POST{chr(65 + number)}" for number in range(25)]
    page = Page(picture_corpus(corpus(tmp_path, [f"UNCLAS {name} 000001\n\nSUBJECT: RICE\n" for name in names])))
    assert [row[0] for row in page.rows("posts")] == names[:20]
    assert "The first 20 of 25 posts." in "".join(page.words)


def test_a_run_that_has_not_ended(tables: Path, tmp_path: Path) -> None:
    folder = corpus(tmp_path, [invented.text(1)])
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, "complete": False}), encoding="utf-8")
    assert "has not come to its end" in picture_corpus(folder)
    assert "has not come to its end" not in picture_corpus(tables)


# ---- the command ----------------------------------------------------------------------------------------------------------------


def test_command(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")
    assert main(["report", str(tables), "-o", str(target)]) == 0
    assert capsys.readouterr() == ("", "")
    assert target.read_text("utf-8") == picture_corpus(tables)
    assert list(tmp_path.iterdir()) == [target]
    assert main(["report", str(tables)]) == 0
    assert capsys.readouterr().out == target.read_text("utf-8")


def test_no_corpus(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    for folder in (tmp_path, tmp_path / "absent"):
        assert main(["report", str(folder), "-o", str(target)]) == 2
        assert capsys.readouterr().err == (
            f"cablegrammar: {folder}: expected a corpus, a folder that 'cablegrammar corpus' wrote\n"
        )
    assert not target.exists()
    with pytest.raises(CorpusError):
        picture_corpus(tmp_path)


def test_tables_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = corpus(tmp_path, [invented.text(1)])
    (folder / "tags" / "part-00000.parquet").write_bytes(b"no Parquet")
    target = tmp_path / "report.html"
    target.write_text("old", encoding="utf-8")
    assert main(["report", str(folder), "-o", str(target)]) == 2
    err = capsys.readouterr().err
    assert "part-00000.parquet" in err
    assert "Traceback" not in err
    assert target.read_text("utf-8") == "old"


def test_output_that_cannot_be_written(tables: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "absent" / "report.html"
    assert main(["report", str(tables), "-o", str(target)]) == 2
    assert str(target) in capsys.readouterr().err


@pytest.mark.parametrize("module", ["duckdb", "matplotlib"])
def test_without_the_extra(
    module: str, tables: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    assert main(["report", str(tables)]) == 2
    assert capsys.readouterr() == (
        "",
        f"cablegrammar: A report needs {module}, which is not installed: pip install 'cablegrammar[report]'\n",
    )


def test_matplotlib_is_imported_only_when_something_is_drawn() -> None:
    line = "import sys, cablegrammar.cli.report; print('matplotlib' in sys.modules, 'duckdb' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
