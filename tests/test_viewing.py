"""The annotated page: it holds the text to the character, it loads nothing, and no text becomes markup."""

from __future__ import annotations

import re
import webbrowser
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given

import cablegrammar as cg
from cablegrammar import strategies
from cablegrammar.cli import main
from cablegrammar.glossary import KINDS
from cablegrammar.strategies.base import hostile_texts
from cablegrammar.viewing import view
from tests.shared import SEED, cables, navadmins, needs_corpus, seed

DATA = Path(cg.__file__).parent / "data" / "view"
CABLE = """\
DE RUEHPE #0017/01 0421530
ZNR UUUUU ZZH
P 111530Z FEB 09
FM AMEMBASSY LIMA
TO RUEHC/SECSTATE WASHDC PRIORITY
INFO RUEHQT/AMEMBASSY QUITO
S E C R E T LIMA 000017

SIPDIS

E.O. 12958: DECL: 02/11/2019
TAGS: EAGR, PE, XYZW
SUBJECT: RICE HARVEST

REF: A. 08 STATE 12345
     B. QUITO 17

1. (S) Summary: See ref A. Post agrees.

2. (U) Nothing to report. Ref B says so.

SMITH
"""
HOSTILE = """\
</script><script>alert(1)</script> <img src=x onerror=alert(2)> "quotes' &amp; &#13; <!-- ]]> {{ 7 * 7 }} {% raw %}
\u2028\u2029\u202eRLO\u2066\u2069\u200b\ufeff\x85\xa0\x0c\x1b[31m\x7f
UNCLAS LIMA 000017

TAGS: PREL, PE
SUBJECT: "><svg onload=alert(3)> \u202egnp

1. (U) <a href="javascript:alert(4)" onclick='alert(5)'>x</a> </pre></textarea></style><base href=//x>
"""


class Page(HTMLParser):
    """A page taken apart: the text of each sheet, the tags with their attributes, the ids."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.scripts: list[str] = []
        self.hidden: list[str] = []
        self.shown = ""
        self._open: list[str] = []
        self._names: list[str] = []
        self.feed(page)
        self.close()
        self.ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        if tag not in ("meta", "input", "base"):
            self._open.append(tag)
            self._names.append(attributes.get("data-name", ""))
        if tag == "pre":
            self.sheets.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag
        self._names.pop()

    def handle_data(self, data: str) -> None:
        if "pre" in self._open:
            self.sheets[-1] += data
        if self._open and self._open[-1] == "script":
            self.scripts.append(data)
        elif self._names and self._names[-1]:
            self.hidden.append(data)
        elif self._open and self._open[-1] != "style":
            self.shown += data


def as_held(text: str) -> str:
    """What of `text` a page can hold."""
    return "".join("\ufffd" if letter == "\0" or "\ud800" <= letter <= "\udfff" else letter for letter in text)


def holds(text: str) -> Page:
    """The page of `text`, after what must hold for every page."""
    cable = cg.parse(text)
    source = view(cable)
    assert "\0" not in source
    source.encode("utf-8")
    # a parser of HTML makes LF of CR, which the library's does not
    assert "\r" not in source
    page = Page(source)
    original, canonical, _ = page.sheets
    assert original == as_held(text)
    assert canonical == as_held(cg.unparse(cg.canonicalize(cable)))
    assert page.scripts == [(DATA / "page.js").read_text(encoding="utf-8")]
    assert len(page.ids) == len(set(page.ids))
    for tag, attributes in page.tags:
        assert tag not in ("base", "link", "img", "svg", "iframe", "object")
        assert not {"src", "srcset", "style", "action"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
        if "href" in attributes:
            assert attributes["href"][1:] in page.ids
            assert attributes["href"][0] == "#"
        for reference in ("aria-labelledby", "aria-describedby"):
            assert attributes.get(reference, page.ids[0]) in page.ids
    return page


def test_the_seed() -> None:
    page = holds(seed())
    fields = [attributes for _, attributes in page.tags if attributes.get("class", "").startswith("field")]
    assert len([one for one in fields if one["id"].startswith("o")]) == 32
    assert {one["class"].split()[1] for one in fields} == set(KINDS) - {"unparsed"}
    assert all(one["tabindex"] == "0" and one["aria-label"] and one["aria-describedby"] for one in fields)
    for words in (
        "Interior Minister",
        "1.4 (b), 1.4 (d)",
        "2009-09-10 12:15 UTC",
        "5 FAH-2 H-321.7",
        "AMCONSUL LAHORE",
    ):
        assert words in page.shown


def test_what_is_said_of_fields() -> None:
    page = holds(CABLE)
    for words in (
        "reference A",
        "08 STATE 12345",
        "in paragraph 1",
        "XYZW is no known tag",
        "not in the table",
        "Peru",
    ):
        assert words in page.shown
    levels = [attributes["class"] for _, attributes in page.tags if "level" in attributes.get("class", "").split()]
    assert levels.count("banner level secret") == 2
    assert "level unclassified" in levels


def test_what_is_not_understood_says_why() -> None:
    page = holds("FM LIMA\nDE RUEHIL #218/01 2531215\n")
    assert "station, not understood" in page.shown
    assert "expected" in page.shown
    assert any("unparsed found" in attributes.get("class", "") for _, attributes in page.tags)


def test_hostile_cable() -> None:
    page = holds(HOSTILE)
    assert "49" not in page.shown
    # what a browser obeys stands nowhere but in a box of its own
    assert not set("\u202e\u2066\u2069\u2028\u2029\x1b\x7f\u200b") & set(page.shown)
    assert {"\u202e", "\u2028", "\x1b", "\u200b"} <= set(page.hidden)


@pytest.mark.parametrize(
    "text", ["", "\n", "\0", "\r\n\r\n", "a\rb\r\nc\n", "\ud800", "\ud83d\ude00", "\ufeffFM LIMA", "\n\nFM LIMA"]
)
def test_texts_that_pages_are_not_made_for(text: str) -> None:
    holds(text)


def test_line_ends_have_names() -> None:
    page = holds("FM LIMA\r\nTO QUITO\rINFO OSLO\n")
    names = [attributes["data-name"] for _, attributes in page.tags if "data-name" in attributes]
    assert names[:2] == ["CR LF", "CR"]


@given(hostile_texts())
def test_any_text(text: str) -> None:
    holds(text)


@given(strategies.cables())
def test_any_cable(cable: cg.Cable) -> None:
    holds(cg.unparse(cable))


@needs_corpus
def test_real_cables() -> None:
    for text in [*list(cables().values())[::40], *list(navadmins().values())[::20]]:
        holds(text)


def test_the_page_may_load_nothing_and_run_its_script_only() -> None:
    page = Page(view(cg.parse(CABLE)))
    (policy,) = [attributes["content"] for _, attributes in page.tags if attributes.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    for name in ("page.css", "page.js", "page.html"):
        source = (DATA / name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|//[a-z]|url\(|@import|innerHTML|fetch\(|eval\(", source)


def test_titles() -> None:
    assert "<title>09ISLAMABAD2184</title>" in view(cg.load(SEED))
    assert "<title>&lt;b&gt;</title>" in view(cg.parse(""), name="<b>")
    assert "<title>cable</title>" in view(cg.parse(""))
    assert "<title>seed.txt</title>" in view(cg.Document(cg.parse(""), path=Path("any/seed.txt")))


def test_settings_say_which_rules() -> None:
    cable = cg.parse(CABLE)
    assert "TAG001" in view(cable)
    assert "TAG001" not in view(cable, settings=cg.Settings(ignore=("TAG001",)))


def test_a_text_in_canonical_form_is_said_to_be() -> None:
    assert "canonical form already" in view(cg.parse(cg.format(CABLE)))
    assert "canonical form already" not in view(cg.parse(CABLE.replace("PE,", "PE")))


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_contrast(theme: int) -> None:
    """Text on every tint has the contrast of WCAG AAA, quiet text and signs that of AA."""
    style = (DATA / "page.css").read_text(encoding="utf-8")
    pairs = re.findall(r"--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", style)
    colours = {name: both[theme] for name, *both in pairs}
    tints = [*KINDS, "paper", "desk", "chosen", "gone", "new"]
    assert all(_contrast(colours["ink"], colours[tint]) >= 7 for tint in tints)
    assert all(_contrast(colours["quiet"], colours[tint]) >= 4.5 for tint in [*KINDS, "paper", "desk"])
    for sign in ("accent", "error", "warning", "hint"):
        for tint in (*KINDS, "paper"):
            assert _contrast(colours[sign], colours[tint]) >= 4.5, (sign, tint)
    levels = re.findall(r"background: (#[0-9a-f]{6})(?:; color: (#[0-9a-f]{3}))?", style)
    assert len(levels) == 6
    assert all(_contrast(level, "#000000" if ink == "#000" else "#ffffff") >= 4.5 for level, ink in levels)


class TestCommand:
    """`cablegrammar view`."""

    @pytest.fixture
    def cable(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        monkeypatch.chdir(tmp_path)
        Path("cable.txt").write_text(CABLE, encoding="utf-8", newline="")
        return "cable.txt"

    def test_to_a_file(self, cable: str, capsys: pytest.CaptureFixture[str]) -> None:
        Path("cable.html").write_text("old")
        assert main(["view", cable, "-o", "cable.html"]) == 0
        assert Page(Path("cable.html").read_text(encoding="utf-8")).sheets[0] == CABLE
        assert capsys.readouterr() == ("", "")

    def test_to_standard_output(self, cable: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert main(["view", cable]) == 0
        assert capsysbinary.readouterr().out.startswith(b"<!doctype html>")

    def test_open(self, cable: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        opened: list[str] = []

        def open_(url: str) -> bool:
            opened.append(url)
            return True

        monkeypatch.setattr(webbrowser, "open", open_)
        monkeypatch.setenv("TMPDIR", str(Path.cwd()))
        monkeypatch.setattr("tempfile.tempdir", None)
        assert main(["view", cable, "-o", "cable.html", "--open"]) == 0
        assert opened == [Path("cable.html").resolve().as_uri()]
        assert main(["view", cable, "--open"]) == 0
        (made,) = Path.cwd().glob("cablegrammar-*.html")
        assert opened[1] == made.as_uri()
        assert str(made) in capsys.readouterr().err

    def test_settings_are_those_of_check(self, cable: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
        assert main(["view", cable]) == 0
        assert b"TAG001" in capsysbinary.readouterr().out
        Path("cablegrammar.toml").write_text('ignore = ["TAG001"]\n')
        assert main(["view", cable]) == 0
        assert b"TAG001" not in capsysbinary.readouterr().out
        Path("cablegrammar.toml").write_text("ignore = 1\n")
        assert main(["view", cable, "-o", "cable.html"]) == 2
        assert b"cablegrammar.toml" in capsysbinary.readouterr().err
        assert not Path("cable.html").exists()

    def test_no_browser(self, cable: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        monkeypatch.setattr(webbrowser, "open", lambda url: False)
        assert main(["view", cable, "-o", "cable.html", "--open"]) == 2
        assert capsys.readouterr().err == "cablegrammar: found no browser; the page is cable.html\n"

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["cable.txt", "-o", "cable.txt"], "cablegrammar: --output names cable.txt, which is to be read\n"),
            (["missing.txt"], "missing.txt: No such file or directory\n"),
            (["cable.txt", "-o", "missing/cable.html"], "missing/cable.html: No such file or directory\n"),
        ],
    )
    def test_wrong_use(self, cable: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["view", *arguments]) == 2
        assert capsys.readouterr() == ("", said)
        assert Path(cable).read_text(encoding="utf-8") == CABLE
