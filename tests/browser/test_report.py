"""The report of a corpus in Chromium: it loads nothing, fits, and has its colours, light, dark and printed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from cablegrammar.cli import main
from cablegrammar.corpora.picturing import picture_corpus
from tests.browser.conftest import Viewer
from tests.corpora import invented
from tests.test_report import hostile

#: Where the pictures go, to be looked at.
SCREENSHOTS = Path(os.environ.get("SCREENSHOTS", "build/screenshots"))
FIGURES = ["years", "posts", "tags", "precedence", "network", "diagnostics", "unparsed", "understood"]
SIZES = {"wide": (1400, 1000), "narrow": (420, 860)}
#: The colour of the page behind the figures, and of the words in them.
COLOURS = {"light": ("rgb(255, 255, 255)", "rgb(27, 31, 36)"), "dark": ("rgb(21, 24, 28)", "rgb(230, 232, 234)")}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """That of the invented collection."""
    folder = tmp_path_factory.mktemp("corpus")
    (folder / "cables.csv").write_bytes(invented.csv_file(40))
    sources = ["-o", str(folder / "tables"), str(folder / "cables.csv")]
    assert main(["corpus", "-j", "1", "--format", "ndjson", *sources]) == 0
    return picture_corpus(folder / "tables")


def colours(page: Page) -> tuple[str, str]:
    """Of the paper behind the first figure, and of the first words in it."""
    found = page.evaluate(
        "[getComputedStyle(document.querySelector('section')).backgroundColor,"
        " getComputedStyle(document.querySelector('svg text')).fill]"
    )
    return found[0], found[1]


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("size", SIZES)
def test_it_fits_and_has_its_colours(viewer: Viewer, report: str, theme: str, size: str) -> None:
    width, height = SIZES[size]
    page = viewer.show_page(report, width=width, height=height, theme=theme)
    assert [one.get_attribute("id") for one in page.locator("section").all()] == FIGURES
    assert colours(page) == COLOURS[theme]
    # the page does not scroll sideways; a figure may, on its own
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"report-{theme}-{size}.png", full_page=True)


def test_words_of_figures_stay_within_them(viewer: Viewer, report: str) -> None:
    page = viewer.show_page(report)
    outside = page.evaluate(
        """() => [...document.querySelectorAll("svg text")].filter(text => {
            const inner = text.getBoundingClientRect();
            const outer = text.closest("svg").getBoundingClientRect();
            return inner.left < outer.left - 1 || inner.right > outer.right + 1
                || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1;
        }).map(text => text.textContent)"""
    )
    assert outside == []


def test_the_choice_of_colours(viewer: Viewer, report: str) -> None:
    page = viewer.show_page(report, theme="dark")
    page.get_by_label("Light").check(force=True)
    assert colours(page) == COLOURS["light"]
    page.get_by_label("Dark").check(force=True)
    page.emulate_media(color_scheme="light")
    assert colours(page) == COLOURS["dark"]
    page.get_by_label("Auto").check(force=True)
    assert colours(page) == COLOURS["light"]


def test_numbers_by_keyboard(viewer: Viewer, report: str) -> None:
    page = viewer.show_page(report)
    table = page.locator("#posts table")
    expect(table).not_to_be_visible()
    page.locator("#posts summary").focus()
    page.keyboard.press("Enter")
    expect(table).to_be_visible()
    expect(table.locator("tbody tr").first).to_contain_text("QUITO")


def test_links_lead_to_figures(viewer: Viewer, report: str) -> None:
    page = viewer.show_page(report)
    page.locator("nav a").last.click()
    expect(page.locator("#understood")).to_be_in_viewport()


def test_hostile_words_do_nothing(viewer: Viewer, tmp_path: Path) -> None:
    """What they would do stands in the viewer's complaints otherwise."""
    page = viewer.show_page(picture_corpus(hostile(tmp_path)))
    assert page.locator("script, img").count() == 0
    assert "<script>alert(1)</script>" in (page.locator("#tags table").text_content() or "")
    page.screenshot(path=SCREENSHOTS / "report-hostile.png", full_page=True)


def test_print(viewer: Viewer, report: str) -> None:
    page = viewer.show_page(report, theme="dark")
    page.emulate_media(media="print")
    assert colours(page) == COLOURS["light"]
    for one in page.locator("section table").all():
        expect(one).to_be_visible()
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.pdf(path=SCREENSHOTS / "report.pdf", format="A4", print_background=True)
